/** "Where is my order?", each in one or two lines. */
import type { OrderView, PartState } from '#trade/orders/order.ts';
import type { Statement, Value } from '../kit.ts';
import type { CustomerEvent } from './events.ts';
import { cooperativeList } from './notices.ts';

/** More would be a page nobody reads on a phone. */
const mostShown = 5;

export function orderStatements(event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'orders.mine.done') return [];
  if (event.answer.length === 0) return [{ key: 'orders.noOrders' }];
  return event.answer.slice(0, mostShown).flatMap((order) => statusOf(order));
}

function statusOf(order: OrderView): readonly Statement[] {
  const values = { order: { code: order.number }, total: { money: order.total } };
  switch (order.state) {
    case 'confirmed':
      return [{ key: 'orders.statusConfirmed', values }];
    case 'undone':
      return [{ key: 'orders.statusUndone', values }];
    case 'told':
      return [toldStatus(order, values), ...where(order), ...codeLine(order)];
    case 'delivering': {
      const distributor: Value = { distributor: order.distributor ?? '' };
      return [{ key: 'orders.statusDelivering', values: { ...values, distributor } }, ...codeLine(order)];
    }
    case 'delivered':
      return [{ key: 'orders.statusDelivered', values }];
    case 'collected':
      return [{ key: 'orders.statusCollected', values }];
    case 'cancelled':
      return [{ key: 'orders.statusCancelled', values }];
  }
}

function toldStatus(order: OrderView, values: Record<string, Value>): Statement {
  const inStates = (...states: PartState[]) =>
    order.parts.filter(({ state }) => states.includes(state)).map(({ cooperative }) => cooperative);
  const silent = inStates('waiting', 'asked');
  if (silent.length > 0) {
    return { key: 'orders.statusAsked', values: { ...values, cooperatives: cooperativeList(silent) } };
  }
  const making = inStates('accepted');
  if (making.length > 0) {
    return { key: 'orders.statusMaking', values: { ...values, cooperatives: cooperativeList(making) } };
  }
  const onShelf = order.way.kind === 'shelf' && order.code !== undefined;
  return { key: onShelf ? 'orders.statusOnShelf' : 'orders.statusReady', values };
}

/** When it comes and by whom, or where it will lie. */
function where(order: OrderView): readonly Statement[] {
  if (order.way.kind === 'shelf')
    return [{ key: 'orders.statusShelf', values: { shelf: { shelf: order.way.shelf } } }];
  const day: Value = { day: order.way.day };
  if (order.distributor === undefined) return [{ key: 'orders.statusDay', values: { day } }];
  return [{ key: 'orders.statusBy', values: { day, distributor: { distributor: order.distributor } } }];
}

function codeLine(order: OrderView): readonly Statement[] {
  if (order.code === undefined) return [];
  return [{ key: 'orders.statusCode', values: { code: { code: order.code } } }];
}
