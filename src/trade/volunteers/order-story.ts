import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { aboutOf, openAnswers } from '#trade/answers/open-answer.ts';
import { isCancellable } from '#trade/orders/cancelling.ts';
import { type OrderRow, totalOf, wayOf } from '#trade/orders/order-row.ts';
import type { OrderStory } from '#trade/people/requests.ts';
import type { Actor } from '#trade/people/roles.ts';

/** What has become of an order, for volunteers; of several that had the number, the newest. */
export async function orderStory(
  db: Kysely<Tables>,
  actor: Actor,
  input: { order: string },
): Promise<OrderStory | null> {
  if (actor.role !== 'volunteer') return null;
  const order = await db
    .selectFrom('orders')
    .selectAll()
    .where('number', '=', input.order)
    .orderBy('placed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (order === undefined) return null;
  const parts = await db
    .selectFrom('order_part')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  const reservation = await db
    .selectFrom('reservation')
    .selectAll()
    .where('order_id', '=', order.id)
    .executeTakeFirst();
  const answers = await openAnswers(db, [
    ...parts.map(({ id }) => aboutOf('part', id)),
    ...(reservation ? [aboutOf('reservation', reservation.id)] : []),
  ]);
  const effective = (kind: 'part' | 'reservation', id: string) => {
    const answer = answers.get(aboutOf(kind, id));
    return answer && { effectiveAt: answer.undoUntil };
  };
  const delivery = await db.selectFrom('delivery').selectAll().where('order_id', '=', order.id).executeTakeFirst();
  return {
    order: order.number,
    state: order.state,
    placedAt: order.placed_at,
    ...peopleOf(order),
    total: totalOf(order),
    way: wayOf(order),
    parts: parts.map(({ id, cooperative, state, source, asked_at }) => ({
      ...{ part: id, cooperative, state, source },
      ...(asked_at === null ? {} : { askedAt: asked_at }),
      ...effective('part', id),
    })),
    ...(reservation && {
      reservation: {
        ...{ reservation: reservation.id, state: reservation.state, askedAt: reservation.asked_at },
        ...effective('reservation', reservation.id),
      },
    }),
    ...(delivery && { delivery: await deliveryStory(db, delivery) }),
    isCancellable: isCancellable(order.state, parts),
  };
}

function peopleOf(order: OrderRow): Pick<OrderStory, 'customer' | 'receiver'> {
  const { payer_name: name, payer_phone: phone, receiver_name: receiver } = order;
  return {
    customer: { name, ...(phone === null ? {} : { phone }) },
    ...(receiver === name ? {} : { receiver }),
  };
}

async function deliveryStory(
  db: Kysely<Tables>,
  delivery: Selectable<Tables['delivery']>,
): Promise<NonNullable<OrderStory['delivery']>> {
  const { id, state, distributor, day, failure, back_at } = delivery;
  const offers = await db
    .selectFrom('offer')
    .select('distributor')
    .where('delivery_id', '=', id)
    .where('state', 'in', ['refused', 'lapsed'])
    .orderBy('offered_at')
    .orderBy('id')
    .execute();
  return {
    state,
    day,
    ...(distributor === null ? {} : { distributor }),
    ...(failure !== null && (state === 'failed' || state === 'returned') ? { failure } : {}),
    ...(back_at === null ? {} : { isBack: true as const }),
    askedBefore: offers.map((offer) => offer.distributor),
  };
}
