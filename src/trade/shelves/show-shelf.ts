import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { openAnswers } from '#trade/answers/open-answer.ts';
import { cashDue } from '#trade/orders/order-row.ts';
import type { Actor } from '#trade/people/roles.ts';
import { aboutArrival } from './note-arrival.ts';
import type { ShelfOrder, ShelfPart, ShelfStockLine } from './requests.ts';

const mostShown = 9;

/** Without those of which somebody has said, and may still take back, that they have come. */
export async function expectedAtShelf(db: Kysely<Tables>, actor: Actor): Promise<readonly ShelfPart[]> {
  if (actor.role !== 'shelf') return [];
  const expected = await db
    .selectFrom('shelf_part')
    .innerJoin('order_part', 'order_part.id', 'shelf_part.part_id')
    .innerJoin('orders', 'orders.id', 'shelf_part.order_id')
    .select(['order_part.id as part', 'orders.number as order', 'order_part.cooperative', 'order_part.state'])
    .where('shelf_part.shelf', '=', actor.of)
    .where('shelf_part.arrived_at', 'is', null)
    .orderBy('shelf_part.expected_at')
    .orderBy('order_part.position')
    .execute();
  const noted = await openAnswers(
    db,
    expected.map(({ part }) => aboutArrival(part)),
  );
  const parts = expected.filter(({ part }) => !noted.has(aboutArrival(part))).slice(0, mostShown);
  if (parts.length === 0) return [];
  const ids = parts.map(({ part }) => part);
  const lines = await db
    .selectFrom('part_line')
    .select(['part_id', 'product', 'quantity'])
    .where('part_id', 'in', ids)
    .orderBy('position')
    .execute();
  return parts.map(({ state, ...part }) => ({
    ...part,
    lines: lines.filter((line) => line.part_id === part.part).map(({ product, quantity }) => ({ product, quantity })),
    ready: state === 'ready',
  }));
}

export async function waitingAtShelf(db: Kysely<Tables>, actor: Actor): Promise<readonly ShelfOrder[]> {
  if (actor.role !== 'shelf') return [];
  const orders = await db
    .selectFrom('handover')
    .innerJoin('orders', 'orders.id', 'handover.order_id')
    .select(['orders.number', 'orders.receiver_name', 'orders.goods', 'orders.fee', 'orders.payment'])
    .where('handover.giver_role', '=', 'shelf')
    .where('handover.giver', '=', actor.of)
    .where('handover.state', '=', 'open')
    .orderBy('handover.opened_at')
    .limit(mostShown)
    .execute();
  return orders.map((order) => ({ order: order.number, receiver: order.receiver_name, cash: cashDue(order) }));
}

export async function stockOfShelf(db: Kysely<Tables>, actor: Actor): Promise<readonly ShelfStockLine[]> {
  const rows = await db
    .selectFrom('shelf_stock')
    .select(['product', 'units as left', 'missing'])
    .where('shelf', '=', actor.role === 'shelf' ? actor.of : '')
    .orderBy('position')
    .orderBy('product')
    .execute();
  return rows.map(({ product, left, missing }) => ({ product, left, ...(missing > 0 ? { missing } : {}) }));
}
