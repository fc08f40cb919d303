/** How an order stands, in one word: what its customer wants to know first. */
import type { OrderView, PartState } from '#trade/orders/order.ts';

export type Standing =
  | 'confirmed'
  | 'asked'
  | 'making'
  | 'ready'
  | 'onShelf'
  | 'unassigned'
  | 'onTheWay'
  | 'failed'
  | 'delivered'
  | 'collected'
  | 'returned'
  | 'cancelled'
  | 'undone';

export function standingOf(order: OrderView): Standing {
  switch (order.state) {
    case 'told':
      return toldStanding(order);
    case 'delivering':
      return order.trouble === 'failed' ? 'failed' : 'onTheWay';
    default:
      return order.state;
  }
}

function toldStanding(order: OrderView): Standing {
  if (order.trouble !== undefined) return order.trouble;
  if (partsIn(order, 'waiting', 'asked').length > 0) return 'asked';
  if (partsIn(order, 'accepted').length > 0) return 'making';
  return order.way.kind === 'shelf' && order.code !== undefined ? 'onShelf' : 'ready';
}

export function partsIn({ parts }: OrderView, ...states: readonly PartState[]): OrderView['parts'] {
  return parts.filter(({ state }) => states.includes(state));
}

/** Something may still happen to it. */
export function isOpen({ state }: OrderView): boolean {
  return state === 'confirmed' || state === 'told' || state === 'delivering';
}
