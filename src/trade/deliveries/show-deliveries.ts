import type { Kysely } from 'kysely';
import { dayOf } from '#base/clock.ts';
import type { Tables } from '#database/tables.ts';
import { cashDue, type OrderRow } from '#trade/orders/order-row.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { ReadTools } from '#trade/tools.ts';
import type { OfferView, RoundStop, Stop } from './delivery.ts';

const mostShown = 9;

/** An offer as the distributor it was made to sees it, whatever has become of it. */
export async function showOffer(db: Kysely<Tables>, actor: Actor, input: { offer: string }): Promise<OfferView | null> {
  if (actor.role !== 'distributor') return null;
  const offer = await db
    .selectFrom('offer')
    .innerJoin('delivery', 'delivery.id', 'offer.delivery_id')
    .select(['offer.id', 'offer.state', 'offer.expires_at', 'delivery.order_id', 'delivery.day', 'delivery.commune'])
    .where('offer.id', '=', input.offer)
    .where('offer.distributor', '=', actor.of)
    .executeTakeFirst();
  if (offer === undefined) return null;
  const { order_id: orderId, expires_at: expiresAt, ...rest } = offer;
  const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const goods = await db
    .selectFrom('part_line')
    .innerJoin('order_part', 'order_part.id', 'part_line.part_id')
    .select(['product', 'quantity', 'weight', 'size'])
    .where('order_part.order_id', '=', orderId)
    .where('order_part.state', '!=', 'refused')
    .execute();
  const large = goods.filter(({ size }) => size === 'large').map(({ product }) => product);
  return {
    ...rest,
    order: order.number,
    stops: (await stopsOf(db, [orderId])).map(({ stop }) => ({ cooperative: stop.cooperative, state: stop.state })),
    fee: order.fee,
    cash: cashDue(order),
    weight: goods.reduce((grams, { quantity, weight }) => grams + quantity * weight, 0),
    awkward: [...new Set(large)],
    expiresAt,
  };
}

/** The deliveries that a distributor took and has not finished, by day. */
export async function roundOf(
  db: Kysely<Tables>,
  actor: Actor,
  _input: undefined,
  tools: ReadTools,
): Promise<readonly RoundStop[]> {
  if (actor.role !== 'distributor') return [];
  const deliveries = await db
    .selectFrom('delivery')
    .select(['order_id', 'state', 'day'])
    .where('distributor', '=', actor.of)
    .where('state', 'in', ['taken', 'onTheWay'])
    .orderBy('day')
    .orderBy('taken_at')
    .limit(mostShown)
    .execute();
  if (deliveries.length === 0) return [];
  const ids = deliveries.map(({ order_id }) => order_id);
  const orders = await db.selectFrom('orders').selectAll().where('id', 'in', ids).execute();
  const stops = await stopsOf(db, ids);
  const today = dayOf(tools.clock.now(), tools.settings.timeZone);
  return deliveries.flatMap(({ order_id: id, state, day }) => {
    const order = orders.find((row) => row.id === id);
    if (order === undefined) return [];
    const ownStops = stops.filter(({ orderId }) => orderId === id).map(({ stop }) => stop);
    return [{ order: order.number, state, day, stops: ownStops, ...receiverOf(order, today), fee: order.fee }];
  });
}

/** The phone is the customer's own: shown where a call was agreed to, on the day and not before or after. */
function receiverOf(order: OrderRow, today: string) {
  const { landmark, latitude, longitude } = order;
  const phone = order.may_call && order.day === today ? order.receiver_phone : null;
  return {
    receiver: order.receiver_name,
    commune: order.commune ?? '',
    address: order.address ?? '',
    cash: cashDue(order),
    ...(phone === null ? {} : { phone }),
    ...(landmark === null ? {} : { landmark }),
    ...(latitude === null || longitude === null ? {} : { location: { latitude, longitude } }),
  };
}

async function stopsOf(
  db: Kysely<Tables>,
  orders: readonly string[],
): Promise<readonly { readonly orderId: string; readonly stop: Stop }[]> {
  const rows = await db
    .selectFrom('order_part')
    .leftJoin('handover', (join) =>
      join.onRef('handover.part_id', '=', 'order_part.id').on('handover.state', '=', 'open'),
    )
    .select(['order_part.order_id', 'order_part.cooperative', 'order_part.state', 'handover.code'])
    .where('order_part.order_id', 'in', orders)
    .where('order_part.state', '!=', 'refused')
    .orderBy('order_part.position')
    .execute();
  return rows.map(({ order_id: orderId, cooperative, state, code }) => ({
    orderId,
    stop: { cooperative, state: stopState(state), ...(code === null ? {} : { code }) },
  }));
}

function stopState(state: string): Stop['state'] {
  if (state === 'pickedUp' || state === 'handedOver') return 'pickedUp';
  return state === 'ready' ? 'ready' : 'notReady';
}
