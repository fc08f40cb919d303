/** What conversations ask of the solidarity shelves. */
import type { Centimes } from '#base/money.ts';
import type { Answered } from '../answers/answer.ts';
import type { RefusalCause } from '../orders/order.ts';

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

/** What of an order its keeper is asked to put aside from what stands on the shelf. */
export interface ReservationView {
  readonly id: string;
  readonly order: string;
  readonly state: ReservationState;
  readonly receiver: string;
  readonly lines: readonly { readonly product: string; readonly quantity: number }[];
  /** To pay at the collection, for the whole order. */
  readonly cash: Centimes;
}

export type ReservationState = 'asked' | 'accepted' | 'refused' | 'withdrawn';

/** Units that stand free on the shelf: what is put aside for orders is not among them. */
export interface StockLine {
  readonly product: string;
  readonly left: number;
}

/** What the books say of a product on a shelf. */
export interface ShelfStockLine extends StockLine {
  /**
   * Units that should stand there and that the keeper did not find: a count that finds none of them says that they were
   * sold. Absent when there are none.
   */
  readonly missing?: number;
}

/** A product as it was counted. */
export interface CountLine extends StockLine {
  /** What should have stood there when it was counted; filled in by the house, not by whoever counts. */
  readonly before?: number;
  /** What of it was known not to be found; filled in likewise. */
  readonly missing?: number;
}

/** What an evening count means: what is missing was sold over the counter, what is more has come in. */
export interface CountResult extends Answered {
  readonly sold: readonly { readonly product: string; readonly quantity: number; readonly amount: Centimes }[];
  readonly received: readonly { readonly product: string; readonly quantity: number }[];
  readonly total: Centimes;
}

export interface ShelfReads {
  /** Parts on their way to this shelf, oldest first, at most nine. */
  'shelf.expected': { input: undefined; answer: readonly ShelfPart[] };
  /** Orders lying complete on this shelf, oldest first, at most nine. */
  'shelf.waiting': { input: undefined; answer: readonly ShelfOrder[] };
  /** What this shelf sells, in its order, with those of which nothing is left. */
  'shelf.stock': { input: undefined; answer: readonly ShelfStockLine[] };
  'reservation.show': { input: { reservation: string }; answer: ReservationView | null };
  /** Reservations of this shelf that wait for an answer, oldest first, at most nine. */
  'reservations.open': { input: undefined; answer: readonly ReservationView[] };
}

export interface ShelfCommands {
  /** A part has come to this shelf. */
  'arrival.note': { input: { part: string }; answer: Answered };
  /** The keeper has put aside what an order takes from the shelf; by the keeper, or by a volunteer who has their word. */
  'reservation.accept': { input: { reservation: string }; answer: Answered };
  'reservation.refuse': { input: { reservation: string; cause: RefusalCause }; answer: Answered };
  /** What stands free on the shelf now; products that are not named are left as they are, but for those known missing. */
  'shelf.count': { input: { counts: readonly CountLine[] }; answer: CountResult };
}
