import type { OrderState, PartSource, PartState } from './order.ts';

/** Nobody has begun to make it. */
const unbegun: readonly PartState[] = ['waiting', 'asked', 'refused', 'withdrawn'];

/**
 * Until when an order can be cancelled: as long as no cooperative has said yes. An answer that can still be taken back does
 * not count, for whoever gave it has begun nothing. What only stands on a shelf can be cancelled until it is collected.
 */
export function isCancellable(
  state: OrderState,
  parts: readonly { readonly state: PartState; readonly source: PartSource }[],
): boolean {
  if (state === 'confirmed') return true;
  return state === 'told' && parts.every((part) => part.source === 'shelf' || unbegun.includes(part.state));
}
