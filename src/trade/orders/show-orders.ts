import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { findPerson } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import { isCancellable } from './cancelling.ts';
import type { OrderView } from './order.ts';
import { type OrderRow, totalOf, wayOf } from './order-row.ts';

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
  return viewsOf(db, orders);
}

/** One of the customer's own; should a number have been given anew, the newer one. */
export async function orderOfCustomer(
  db: Kysely<Tables>,
  actor: Actor,
  input: { order: string },
): Promise<OrderView | null> {
  const person = await findPerson(db, actor.chat);
  if (person === undefined) return null;
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('person', '=', person)
    .where('number', '=', input.order)
    .orderBy('placed_at', 'desc')
    .limit(1)
    .execute();
  return (await viewsOf(db, orders))[0] ?? null;
}

async function viewsOf(db: Kysely<Tables>, orders: readonly OrderRow[]): Promise<OrderView[]> {
  if (orders.length === 0) return [];
  const ids = orders.map(({ id }) => id);
  const lines = await db
    .selectFrom('order_line')
    .select(['order_id', 'product', 'quantity', 'price'])
    .where('order_id', 'in', ids)
    .orderBy('position')
    .execute();
  const parts = await db
    .selectFrom('order_part')
    .select(['order_id', 'cooperative', 'state', 'source'])
    .where('order_id', 'in', ids)
    .orderBy('position')
    .execute();
  const deliveries = await db
    .selectFrom('delivery')
    .select(['order_id', 'distributor', 'state'])
    .where('order_id', 'in', ids)
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
    const ofOrder = <Row extends { order_id: string | null }>(rows: readonly Row[]): Omit<Row, 'order_id'>[] =>
      rows.filter((row) => row.order_id === order.id).map(({ order_id: _, ...row }) => row);
    const own = ofOrder(parts);
    const [delivery] = ofOrder(deliveries);
    const [code] = ofOrder(codes);
    return {
      ...{ number: order.number, state: order.state, way: wayOf(order), total: totalOf(order), fee: order.fee },
      lines: ofOrder(lines),
      parts: own,
      isCancellable: isCancellable(order.state, own),
      ...(delivery?.state === 'failed' || delivery?.state === 'unassigned' ? { trouble: delivery.state } : {}),
      ...(delivery?.distributor == null ? {} : { distributor: delivery.distributor }),
      ...(code === undefined ? {} : { code: code.code }),
    };
  });
}
