import type { Kysely } from 'kysely';
import { dayOf } from '#base/clock.ts';
import type { Tables } from '#database/tables.ts';
import { cashDue, type OrderRow } from '#trade/orders/order-row.ts';
import type { UndoableName } from '#trade/people/requests.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { ReadTools } from '#trade/tools.ts';
import { openAnswers } from '../answers/open-answer.ts';
import { aboutDelivery } from './about-delivery.ts';
import type { DeliveryState, RoundStop } from './delivery.ts';
import { stopsOf } from './stops.ts';

const mostShown = 9;

/** The deliveries that a distributor took and has not finished, by day; those that failed until they set out again. */
export async function roundOf(
  db: Kysely<Tables>,
  actor: Actor,
  _input: undefined,
  tools: ReadTools,
): Promise<readonly RoundStop[]> {
  if (actor.role !== 'distributor') return [];
  const deliveries = await db
    .selectFrom('delivery')
    .select(['order_id', 'state', 'day', 'failure'])
    .where('distributor', '=', actor.of)
    .where('state', 'in', ['taken', 'onTheWay', 'failed'])
    .orderBy('day')
    .orderBy('taken_at')
    .limit(mostShown)
    .execute();
  if (deliveries.length === 0) return [];
  const ids = deliveries.map(({ order_id }) => order_id);
  const orders = await db.selectFrom('orders').selectAll().where('id', 'in', ids).execute();
  const stops = await stopsOf(db, ids);
  const voices = await voicesOf(db, orders);
  const answers = await openAnswers(
    db,
    orders.map(({ number }) => aboutDelivery(number)),
  );
  const today = dayOf(tools.clock.now(), tools.settings.timeZone);
  return deliveries.flatMap(({ order_id: id, day, failure, ...row }) => {
    const order = orders.find((one) => one.id === id);
    if (order === undefined) return [];
    const state = stateAfter(answers.get(aboutDelivery(order.number))?.name) ?? row.state;
    const voice = order.voice_note === null ? undefined : voices.get(order.voice_note);
    return [
      {
        ...{ order: order.number, state, day },
        stops: stops.filter(({ orderId }) => orderId === id).map(({ stop }) => stop),
        ...receiverOf(order, today),
        ...(voice && { voice }),
        ...(state === 'failed' && row.state === state && failure !== null ? { failure } : {}),
        fee: order.fee,
      },
    ];
  });
}

/** An answer that could still be taken back is an answer: what it says is how things stand for its giver. */
function stateAfter(answer: UndoableName | undefined): DeliveryState | undefined {
  if (answer === 'delivery.fail') return 'failed';
  return answer === 'delivery.retry' ? 'onTheWay' : undefined;
}

/** The phone is the customer's own: shown where a call was agreed to, on the day and not before or after. */
function receiverOf(order: OrderRow, today: string) {
  const { landmark, latitude, longitude } = order;
  const phone = order.may_call && order.day === today ? order.receiver_phone : null;
  const isCallable = order.may_call && order.receiver_phone !== null && (order.day ?? '') > today;
  return {
    receiver: order.receiver_name,
    commune: order.commune ?? '',
    address: order.address ?? '',
    cash: cashDue(order),
    ...(phone === null ? {} : { phone }),
    ...(isCallable ? { isCallable } : {}),
    ...(landmark === null ? {} : { landmark }),
    ...(latitude === null || longitude === null ? {} : { location: { latitude, longitude } }),
  };
}

/** The places that were told by voice, by the ids of the notes. */
async function voicesOf(db: Kysely<Tables>, orders: readonly OrderRow[]) {
  const ids = orders.flatMap(({ voice_note }) => voice_note ?? []);
  if (ids.length === 0) return new Map<string, { source: string; mimeType: string }>();
  const rows = await db.selectFrom('voice_note').select(['id', 'source', 'mime_type']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, source, mime_type: mimeType }) => [id, { source, mimeType }]));
}
