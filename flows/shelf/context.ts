/** What a shelf keeper's conversation remembers, and what a keeper can choose. */
import type { ReservationView, ShelfPart, StockLine } from '#trade/shelves/requests.ts';
import type { FlowEvent } from '../kit.ts';
import { type Cash, type CashChoice, noCash } from '../staff/cash.ts';
import { keptQuestions, noQuestions, type Questions } from '../staff/questions.ts';
import type { VoiceChoice } from '../voice.ts';

/** A part on its way, as a row of the list. */
export type ListedPart = readonly [part: string, order: string, cooperative: string, ready: boolean];

/** A reservation as a row of the list. */
export type ListedReservation = readonly [id: string, order: string, receiver: string];

/** What the keeper is asked to put aside. */
export type ShownReservation = Pick<ReservationView, 'id' | 'order' | 'receiver' | 'lines'>;

/** A product and its units: by the books, or as counted. */
export type Units = readonly [product: string, left: number];

export interface ShelfContext extends Questions, Cash {
  readonly reservation: ShownReservation | null;
  readonly list: readonly ListedPart[];
  readonly reservations: readonly ListedReservation[];
  /** What the shelf sells with its units by the books, in the order of the numbers that are typed. */
  readonly stock: readonly Units[];
  /** What was counted so far. */
  readonly counts: readonly Units[];
  /** Changes with every count: the yes to one is never a yes to another. */
  readonly count: string;
  readonly page: number;
}

export const emptyContext: ShelfContext = {
  ...{ ...noQuestions, ...noCash },
  ...{ reservation: null, list: [], reservations: [], stock: [], counts: [], count: '', page: 0 },
};

/** Lists are read again when they are asked for; questions still want their answers. */
export function carryOver(saved: unknown): ShelfContext {
  return { ...emptyContext, ...keptQuestions(saved) };
}

interface Valued {
  /** The id of the part that has come, of the reservation, or of the count. */
  readonly type: 'arrived' | 'reservation' | 'accept' | 'outOfStock' | 'other' | 'counted';
  readonly value: string;
}

export type ShelfChoice =
  | Valued
  | CashChoice
  | { readonly type: 'expected' | 'reservations' | 'count' | 'same' | 'finish' | 'more' | 'correct' }
  | { readonly type: 'yes' | 'no' };
export type ShelfEvent = FlowEvent<ShelfChoice | VoiceChoice>;

export function listedPart({ part, order, cooperative, ready }: ShelfPart): ListedPart {
  return [part, order, cooperative, ready];
}

export function listedReservation({ id, order, receiver }: ReservationView): ListedReservation {
  return [id, order, receiver];
}

export function shownReservation({ id, order, receiver, lines }: ReservationView): ShownReservation {
  return { id, order, receiver, lines };
}

export function unitsOf({ product, left }: StockLine): Units {
  return [product, left];
}
