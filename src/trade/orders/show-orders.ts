import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { findPerson } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { OrderView } from './order.ts';
import { totalOf, wayOf } from './order-row.ts';

const mostShown = 9;

/** Open orders come first, then the last few that are over; both newest first. */
export async function ordersOfCustomer(db: Kysely<Tables>, actor: Actor): Promise<readonly OrderView[]> {
  const person = await findPerson(db, actor.chat);
  if (person === undefined) return [];
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('person', '=', person)
    .orderBy((row) => row('closed_at', 'is not', null))
    .orderBy('placed_at', 'desc')
    .limit(mostShown)
    .execute();
  if (orders.length === 0) return [];
  const ids = orders.map(({ id }) => id);
  const parts = await db
    .selectFrom('order_part')
    .select(['order_id', 'cooperative', 'state'])
    .where('order_id', 'in', ids)
    .orderBy('position')
    .execute();
  const deliveries = await db
    .selectFrom('delivery')
    .select(['order_id', 'distributor'])
    .where('order_id', 'in', ids)
    .where('distributor', 'is not', null)
    .execute();
  // A pick-up's code is between the cooperative and the distributor.
  const codes = await db
    .selectFrom('handover')
    .select(['order_id', 'code'])
    .where('order_id', 'in', ids)
    .where('kind', 'in', ['delivery', 'collection'])
    .where('state', '=', 'open')
    .execute();
  return orders.map((order) => {
    const isOfOrder = (row: { order_id: string }) => row.order_id === order.id;
    const distributor = deliveries.find(isOfOrder)?.distributor;
    const code = codes.find(isOfOrder)?.code;
    return {
      number: order.number,
      state: order.state,
      way: wayOf(order),
      total: totalOf(order),
      fee: order.fee,
      parts: parts.filter(isOfOrder).map(({ cooperative, state }) => ({ cooperative, state })),
      ...(distributor == null ? {} : { distributor }),
      ...(code === undefined ? {} : { code }),
    };
  });
}
