/** "Where is my order?", in two to five lines. */
import type { Shop } from '#trade/catalogue/shop.ts';
import type { OrderView } from '#trade/orders/order.ts';
import type { Statement, Value } from '../../kit.ts';
import { isOpen, partsIn, type Standing, standingOf } from './standing.ts';

export function orderStatus(order: OrderView, shop: Shop): readonly Statement[] {
  const standing = standingOf(order);
  const values = { order: { code: order.number }, total: { money: order.total } };
  return [
    { key: `orders.status_${standing}`, values },
    holds(order, shop),
    ...(isOpen(order) ? [...work(order), ...where(order, standing), ...codeLine(order)] : []),
  ];
}

/** What was refused is not in it any more; what was cancelled as a whole is named whole. */
function holds(order: OrderView, shop: Shop): Statement {
  const isOver = order.state === 'cancelled' || order.state === 'undone';
  const left = new Set(order.parts.filter(({ state }) => !isOff(state)).map(({ cooperative }) => cooperative));
  const gone = new Set(partsIn(order, 'refused', 'withdrawn').map(({ cooperative }) => cooperative));
  const lines = order.lines.filter(({ product }) => {
    const maker = shop.products.get(product)?.cooperative ?? '';
    return isOver || left.has(maker) || !gone.has(maker);
  });
  const products = lines.map(
    ({ product, quantity }): Value => ({ sentence: 'orders.holdsDetail', values: { product: { product }, quantity } }),
  );
  return { key: 'orders.statusHolds', values: { products: { list: products } } };
}

const isOff = (state: OrderView['parts'][number]['state']) => state === 'refused' || state === 'withdrawn';

/** Who has not answered, with what is done about it, who has said yes, and at last who could not. */
function work(order: OrderView): readonly Statement[] {
  if (order.state !== 'told') return [];
  const silent = named(order, partsIn(order, 'waiting', 'asked'));
  const sure = named(order, partsIn(order, 'accepted'));
  const unable = silent.length > 0 ? [] : named(order, partsIn(order, 'refused'));
  return [
    ...(silent.length > 0 ? [{ key: 'orders.statusAsked', values: { who: { list: silent } } } as const] : []),
    ...(sure.length > 0 ? [{ key: 'orders.statusYes', values: { who: { list: sure } } } as const] : []),
    ...(unable.length > 0 ? [{ key: 'orders.statusNo', values: { who: { list: unable } } } as const] : []),
  ];
}

/** Each cooperative, and the shelf once for all that it was asked for. */
function named({ way }: OrderView, parts: OrderView['parts']): readonly Value[] {
  const makers = new Set(parts.filter(({ source }) => source === 'cooperative').map(({ cooperative }) => cooperative));
  const keeper = way.kind === 'shelf' && parts.some(({ source }) => source === 'shelf') ? [{ shelf: way.shelf }] : [];
  return [...[...makers].map((cooperative) => ({ cooperative })), ...keeper];
}

/** When it comes and by whom, or where it will lie; distributors are asked once every cooperative has answered. */
function where({ way, distributor, state }: OrderView, standing: Standing): readonly Statement[] {
  if (way.kind === 'shelf') return [{ key: 'orders.statusShelf', values: { shelf: { shelf: way.shelf } } }];
  const day: Value = { day: way.day };
  if (distributor === undefined) {
    const isEarly = standing === 'confirmed' || standing === 'asked';
    return [{ key: isEarly ? 'orders.statusDayEarly' : 'orders.statusDay', values: { day } }];
  }
  if (state === 'delivering') return [{ key: 'orders.statusWith', values: { distributor: { distributor } } }];
  return [{ key: 'orders.statusBy', values: { day, distributor: { distributor } } }];
}

function codeLine({ code }: OrderView): readonly Statement[] {
  return code === undefined ? [] : [{ key: 'orders.statusCode', values: { code: { code } } }];
}
