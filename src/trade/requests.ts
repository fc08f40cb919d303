/**
 * What conversations ask of the trade. A *read* is answered within the turn and changes nothing; a *command* is carried
 * out once, after the turn, in one database transaction. A refusal is an answer: its reason is a key under `refused` in
 * `locales/`.
 */
import type { Centimes } from '#base/money.ts';
import type { Shelf } from './catalogue/shop.ts';
import type { OfferView, RoundStop } from './deliveries/delivery.ts';
import type { OrderView, PartView, PlacedOrder, PlaceOrder, RefusalCause } from './orders/order.ts';

export interface Reads {
  /** The customer's open orders and the last few closed ones, newest first, at most nine. */
  'orders.mine': { input: undefined; answer: readonly OrderView[] };
  /** One part of this cooperative, or null when it is not (or no longer) its own to see. */
  'part.show': { input: { part: string }; answer: PartView | null };
  /** This cooperative's parts that are asked, accepted or ready, oldest first, at most nine. */
  'parts.open': { input: undefined; answer: readonly PartView[] };
  'offer.show': { input: { offer: string }; answer: OfferView | null };
  /** The deliveries this distributor took and has not finished, by day, at most nine. */
  'round.mine': { input: undefined; answer: readonly RoundStop[] };
  /** Parts on their way to this shelf, oldest first, at most nine. */
  'shelf.expected': { input: undefined; answer: readonly ShelfPart[] };
  /** Orders lying complete on this shelf, oldest first, at most nine. */
  'shelf.waiting': { input: undefined; answer: readonly ShelfOrder[] };
}

export interface ShelfPart {
  readonly part: string;
  readonly order: string;
  readonly cooperative: string;
  readonly lines: readonly { readonly product: string; readonly quantity: number }[];
  readonly ready: boolean;
}

export interface ShelfOrder {
  readonly order: string;
  readonly receiver: string;
  readonly cash: Centimes;
}

/** What a hand-over code settled. */
export interface HandOver {
  readonly what: 'pickedUp' | 'delivered' | 'collected';
  readonly order: string;
  /** The cash that changed hands with the goods. */
  readonly cash: Centimes;
  /** Pick-ups that remain for this order. */
  readonly left: number;
  /** After a pick-up: who has the goods now, and what their cooperative will be paid for them. */
  readonly distributor?: string;
  readonly amount?: Centimes;
  /** After a collection: who takes the cash at that shelf. */
  readonly cashier?: Shelf['cashier'];
}

export interface Commands {
  'order.place': { input: PlaceOrder; answer: PlacedOrder };
  /** Takes back an order that nobody has been told of yet. */
  'order.undo': { input: { order: string }; answer: { order: string } };
  'part.accept': { input: { part: string }; answer: { order: string } };
  'part.refuse': { input: { part: string; cause: RefusalCause; words?: string }; answer: { order: string } };
  'part.ready': { input: { part: string }; answer: { order: string } };
  'offer.take': { input: { offer: string }; answer: { order: string } };
  'offer.refuse': { input: { offer: string }; answer: { order: string } };
  /** A part has come to this shelf; `complete` when the whole order now lies there. */
  'arrival.note': { input: { part: string }; answer: { order: string; complete: boolean } };
  /** The giver enters the code the receiver told; which hand-over it settles follows from who enters it. */
  'handover.confirm': { input: { code: string }; answer: HandOver };
  /** A volunteer is called. */
  'help.ask': { input: { words?: string; name?: string; phone?: string }; answer: Record<string, never> };
}

export type ReadName = keyof Reads;
export type CommandName = keyof Commands;

/** Why a command was refused; each has its sentence under `refused` in `locales/`. */
export type Refusal =
  | 'basketEmpty'
  | 'priceChanged'
  | 'productGone'
  | 'outOfStock'
  | 'dayGone'
  | 'placeNotServed'
  | 'alreadyTold'
  | 'alreadyAnswered'
  | 'offerGone'
  | 'notYours'
  | 'notYet'
  | 'codeUnknown'
  | 'tooManyTries'
  /** It failed for good on our side; a volunteer has it. */
  | 'failed';

/** What carrying out a command gives. */
export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: Refusal };
