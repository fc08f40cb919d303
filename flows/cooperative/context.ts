/** What a cooperative's conversation remembers, and what a cooperative can choose. */

import type { Day } from '#base/clock.ts';
import type { OwnProduct } from '#trade/catalogue/requests.ts';
import type { OrderLine, PartState, PartView, RefusalCause } from '#trade/orders/order.ts';
import type { FlowEvent } from '../kit.ts';
import { keptQuestions, noQuestions, type Questions } from '../staff/questions.ts';
import type { VoiceChoice } from '../voice.ts';

/** A row of the list of orders in hand. */
export type ListedPart = readonly [id: string, order: string, state: PartState, day: Day | null];

/** A row of the cooperative's products; `left` is null for what is made on demand. */
export type ListedProduct = readonly [product: string, isOff: boolean, left: number | null];

/** The facts of a part as far as they are shown. */
export interface ShownPart extends Pick<PartView, 'id' | 'order' | 'state' | 'amount' | 'day' | 'way'> {
  readonly lines: readonly Pick<OrderLine, 'product' | 'quantity'>[];
}

export interface CooperativeContext extends Questions {
  /** The part on view: that of the open question, or one of the list. */
  readonly part: ShownPart | null;
  readonly list: readonly ListedPart[];
  /** All products of the cooperative, as they are with what it has just changed. */
  readonly products: readonly ListedProduct[];
  readonly page: number;
  /** The product on view. */
  readonly product: string | null;
  /** The last day of the absence that is being noted; null when they are back. */
  readonly until: Day | null;
  /** What was just refused because there is none, and is still on sale. */
  readonly missing: { readonly order: string; readonly products: readonly string[] } | null;
  /** What is being taken off sale, one product after the other. */
  readonly hiding: readonly string[];
}

export const emptyContext: CooperativeContext = {
  ...noQuestions,
  ...{ part: null, list: [], products: [], page: 1, product: null, until: null, missing: null, hiding: [] },
};

export function carryOver(saved: unknown): CooperativeContext {
  return { ...emptyContext, ...keptQuestions(saved) };
}

/** The value of each is the id of the part that it is about, so that it is never taken for another's answer. */
interface AboutPart {
  readonly type: 'accept' | 'refuse' | RefusalCause | 'none' | 'part' | 'ready';
  readonly value: string;
}

/** The value of each is the product's code. */
interface AboutProduct {
  readonly type: 'product' | 'sell' | 'hide' | 'count' | 'nothingLeft' | 'onDemand';
  readonly value: string;
}

export type CooperativeChoice =
  | AboutPart
  | AboutProduct
  /** The number of a page of the products, and the last day of an absence. */
  | { readonly type: 'page' | 'until'; readonly value: string }
  /** The order that was refused. */
  | { readonly type: 'offSale'; readonly value: string }
  | { readonly type: 'onSale' | 'products' | 'owed' | 'absence' | 'present' | 'yes' | 'no' };
export type CooperativeEvent = FlowEvent<CooperativeChoice | VoiceChoice>;

export function shownPart({ id, order, state, lines, amount, day, way }: PartView): ShownPart {
  const shown = lines.map(({ product, quantity }) => ({ product, quantity }));
  return { id, order, state, lines: shown, amount, ...(day === undefined ? {} : { day }), way };
}

export function listedPart({ id, order, state, day }: PartView): ListedPart {
  return [id, order, state, day ?? null];
}

export function listedProduct({ product, isOff, stock }: OwnProduct): ListedProduct {
  return [product, isOff, stock.kind === 'onDemand' ? null : stock.kind === 'counted' ? stock.left : 0];
}
