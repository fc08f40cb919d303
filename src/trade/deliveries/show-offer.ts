import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { cashDue } from '#trade/orders/order-row.ts';
import type { Actor } from '#trade/people/roles.ts';
import { aboutOf, openAnswers } from '../answers/open-answer.ts';
import type { OfferState, OfferView } from './delivery.ts';
import { stopsOf } from './stops.ts';

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
    .where('order_part.state', 'not in', ['refused', 'withdrawn'])
    .execute();
  const large = goods.filter(({ size }) => size === 'large').map(({ product }) => product);
  return {
    ...rest,
    state: await stateOf(db, offer),
    order: order.number,
    stops: (await stopsOf(db, [orderId])).map(({ stop }) => ({ cooperative: stop.cooperative, state: stop.state })),
    fee: order.fee,
    cash: cashDue(order),
    weight: goods.reduce((grams, { quantity, weight }) => grams + quantity * weight, 0),
    awkward: [...new Set(large)],
    expiresAt,
  };
}

/** An answer that could still be taken back is an answer: the question is not put again. */
async function stateOf(db: Kysely<Tables>, { id, state }: { id: string; state: OfferState }): Promise<OfferState> {
  if (state !== 'open') return state;
  const about = aboutOf('offer', id);
  const answer = (await openAnswers(db, [about])).get(about)?.name;
  if (answer === 'offer.take') return 'taken';
  return answer === 'offer.refuse' ? 'refused' : state;
}
