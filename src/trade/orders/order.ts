/** The words of an order, shared by its rules, its SQL and the conversations. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';

export type OrderState =
  | 'confirmed'
  | 'undone'
  | 'told'
  | 'delivering'
  | 'delivered'
  | 'collected'
  | 'returned'
  | 'cancelled';

/** One cooperative's share of an order. */
export type PartState =
  | 'waiting'
  | 'asked'
  | 'accepted'
  | 'refused'
  | 'withdrawn'
  | 'ready'
  | 'pickedUp'
  | 'arrived'
  | 'handedOver'
  | 'returned';

/** Who is asked for a part: its cooperative, or the keeper of the shelf on which it already stands. */
export type PartSource = 'cooperative' | 'shelf';

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
  /** The voice note that tells the place, by its id. */
  readonly voiceNote?: string;
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
  /** `fromShelf`: shown as standing on the chosen shelf, so that its keeper alone is asked. */
  readonly lines: readonly (OrderLine & { readonly fromShelf?: true })[];
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
  readonly lines: readonly OrderLine[];
  readonly parts: readonly { readonly cooperative: string; readonly state: PartState; readonly source: PartSource }[];
  /** Whether `order.cancel` (or, while `confirmed`, `order.undo`) would still be carried out. */
  readonly isCancellable: boolean;
  /** Where it is not `confirmed` and something holds it up: a delivery that failed or that nobody took. */
  readonly trouble?: 'failed' | 'unassigned';
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

/** An earlier order, to be ordered again at today's prices. */
export interface OrderAgain {
  readonly order: string;
  /** With the prices of then. */
  readonly lines: readonly OrderLine[];
  readonly way: Drop | Collection;
  /** Where it was for somebody else. */
  readonly receiver?: Contact;
}
