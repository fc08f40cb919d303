/** What a shelf keeper's conversation remembers, and what a keeper can choose. */
import type { ShelfPart } from '#trade/requests.ts';
import type { FlowEvent } from '../kit.ts';

/** A part on its way, as a row of the list. */
export type ListedPart = readonly [part: string, order: string, cooperative: string, ready: boolean];

export interface ShelfContext {
  readonly list: readonly ListedPart[];
}

export const emptyContext: ShelfContext = { list: [] };

/** A list is read again when it is asked for, so nothing is worth keeping. */
export function carryOver(): ShelfContext {
  return emptyContext;
}

export type ShelfChoice =
  | { readonly type: 'expected' | 'yes' | 'no' }
  /** The id of the part that has come. */
  | { readonly type: 'arrived'; readonly value: string };
export type ShelfEvent = FlowEvent<ShelfChoice>;

export function listedPart({ part, order, cooperative, ready }: ShelfPart): ListedPart {
  return [part, order, cooperative, ready];
}
