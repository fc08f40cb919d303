import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { findPerson } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { OrderAgain } from './order.ts';
import { wayOf } from './order-row.ts';

/** What an earlier order of the customer held; without a number, of the last one that came to something. */
export async function repeatOrder(
  db: Kysely<Tables>,
  actor: Actor,
  input: { order?: string },
): Promise<OrderAgain | null> {
  const person = await findPerson(db, actor.chat);
  if (person === undefined) return null;
  const mine = db.selectFrom('orders').selectAll().where('person', '=', person).orderBy('placed_at', 'desc');
  const order = await (input.order === undefined
    ? mine.where('state', 'not in', ['undone', 'cancelled'])
    : mine.where('number', '=', input.order)
  ).executeTakeFirst();
  if (order === undefined) return null;
  const lines = await db
    .selectFrom('order_line')
    .select(['product', 'quantity', 'price'])
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  const { payer_name, receiver_name, receiver_phone } = order;
  const receiver = { name: receiver_name, ...(receiver_phone !== null && { phone: receiver_phone }) };
  return { order: order.number, lines, way: wayOf(order), ...(receiver_name !== payer_name && { receiver }) };
}
