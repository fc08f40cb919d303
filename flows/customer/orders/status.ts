/** "Where is my order?", in two to five lines. */
import type { OrderView } from '#trade/orders/order.ts';
import type { Statement, Value } from '../../kit.ts';
import { isOpen, partsIn, standingOf } from './standing.ts';

export function orderStatus(order: OrderView): readonly Statement[] {
  const values = { order: { code: order.number }, total: { money: order.total } };
  const standing: Statement = { key: `orders.status_${standingOf(order)}`, values };
  return [standing, holds(order), ...(isOpen(order) ? [...work(order), ...where(order), ...codeLine(order)] : [])];
}

function holds({ lines }: OrderView): Statement {
  const products = lines.map(({ product, quantity }): Value => {
    return { sentence: 'orders.holdsDetail', values: { product: { product }, quantity } };
  });
  return { key: 'orders.statusHolds', values: { products: { list: products } } };
}

/** Who has not answered, with what is done about it, and who has said yes. */
function work(order: OrderView): readonly Statement[] {
  if (order.state !== 'told') return [];
  const silent = named(order, partsIn(order, 'waiting', 'asked'));
  const sure = named(order, partsIn(order, 'accepted'));
  return [
    ...(silent.length > 0 ? [{ key: 'orders.statusAsked', values: { who: { list: silent } } } as const] : []),
    ...(sure.length > 0 ? [{ key: 'orders.statusYes', values: { who: { list: sure } } } as const] : []),
  ];
}

/** Each cooperative, and the shelf once for all that it was asked for. */
function named({ way }: OrderView, parts: OrderView['parts']): readonly Value[] {
  const makers = new Set(parts.filter(({ source }) => source === 'cooperative').map(({ cooperative }) => cooperative));
  const keeper = way.kind === 'shelf' && parts.some(({ source }) => source === 'shelf') ? [{ shelf: way.shelf }] : [];
  return [...[...makers].map((cooperative) => ({ cooperative })), ...keeper];
}

/** When it comes and by whom, or where it will lie. */
function where({ way, distributor, state }: OrderView): readonly Statement[] {
  if (state === 'delivering')
    return [{ key: 'orders.statusWith', values: { distributor: { distributor: distributor ?? '' } } }];
  if (way.kind === 'shelf') return [{ key: 'orders.statusShelf', values: { shelf: { shelf: way.shelf } } }];
  const day: Value = { day: way.day };
  if (distributor === undefined) return [{ key: 'orders.statusDay', values: { day } }];
  return [{ key: 'orders.statusBy', values: { day, distributor: { distributor } } }];
}

function codeLine({ code }: OrderView): readonly Statement[] {
  return code === undefined ? [] : [{ key: 'orders.statusCode', values: { code: { code } } }];
}
