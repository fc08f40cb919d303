/** The words of an order, shared by its rules, its SQL and the conversations. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';

export type OrderState = 'confirmed' | 'undone' | 'told' | 'delivering' | 'delivered' | 'collected' | 'cancelled';

/** One cooperative's share of an order. */
export type PartState = 'waiting' | 'asked' | 'accepted' | 'refused' | 'ready' | 'pickedUp' | 'arrived' | 'handedOver';

export type RefusalCause = 'outOfStock' | 'notEnoughTime' | 'away' | 'other';

export interface OrderLine {
  readonly product: string;
  readonly quantity: number;
  /** Of one unit, as the customer was shown it. */
  readonly price: Centimes;
}

export interface Contact {
  readonly name: string;
  /** E.164. */
  readonly phone?: string;
}

export interface Drop {
  readonly kind: 'delivery';
  readonly commune: string;
  readonly address: string;
  readonly landmark?: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly day: Day;
  /** The customer's yes to being called by the distributor on that day. */
  readonly mayCall: boolean;
}

export interface Collection {
  readonly kind: 'shelf';
  readonly shelf: string;
}

export type Payment = 'cashAtDoor' | 'cashAtShelf' | 'paidBefore';

export interface PlaceOrder {
  /** Made when the summary is shown and changed with every edit: one order at most per basket. */
  readonly basketId: string;
  readonly lines: readonly OrderLine[];
  readonly payer: Contact;
  readonly receiver: Contact;
  readonly payment: Payment;
  readonly way: Drop | Collection;
  /** The delivery fee the customer was shown. */
  readonly fee: Centimes;
  readonly language: 'ar' | 'fr';
}

export interface PlacedOrder {
  /** Short and speakable: `A7H4`. */
  readonly number: string;
  readonly total: Centimes;
  /** Until then (ms since 1970) one word takes it back; nobody has been told. */
  readonly undoUntil: number;
}

/** An order as its customer sees it. */
export interface OrderView {
  readonly number: string;
  readonly state: OrderState;
  readonly way: Drop | Collection;
  readonly total: Centimes;
  readonly fee: Centimes;
  readonly parts: readonly { readonly cooperative: string; readonly state: PartState }[];
  /** The name of the distributor who took it. */
  readonly distributor?: string;
  /** What the customer tells at the hand-over, once it exists. */
  readonly code?: string;
}

/** A part as its cooperative sees it: its own lines only. */
export interface PartView {
  readonly id: string;
  readonly order: string;
  readonly state: PartState;
  readonly lines: readonly OrderLine[];
  readonly amount: Centimes;
  /** When it must be ready, or by when it should lie on the shelf; orders for a shelf once had none. */
  readonly day?: Day;
  readonly way: { readonly kind: 'delivery'; readonly commune: string } | Collection;
}
