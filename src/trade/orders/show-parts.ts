import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { PartView } from './order.ts';

const mostShown = 9;

export async function showPart(db: Kysely<Tables>, actor: Actor, input: { part: string }): Promise<PartView | null> {
  if (actor.role !== 'cooperative') return null;
  const rows = await ownParts(db, actor.of)
    .where('order_part.id', '=', input.part)
    .where('order_part.state', '!=', 'waiting')
    .execute();
  return (await viewsOf(db, rows))[0] ?? null;
}

export async function openParts(db: Kysely<Tables>, actor: Actor): Promise<readonly PartView[]> {
  if (actor.role !== 'cooperative') return [];
  const rows = await ownParts(db, actor.of)
    .where('order_part.state', 'in', ['asked', 'accepted', 'ready'])
    .orderBy('order_part.asked_at')
    .orderBy('order_part.id')
    .limit(mostShown)
    .execute();
  return viewsOf(db, rows);
}

function ownParts(db: Kysely<Tables>, cooperative: string) {
  return db
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select(['order_part.id', 'order_part.state', 'order_part.amount'])
    .select(['orders.number', 'orders.commune', 'orders.shelf', 'orders.day'])
    .where('order_part.cooperative', '=', cooperative);
}

type Row = Awaited<ReturnType<ReturnType<typeof ownParts>['execute']>>[number];

async function viewsOf(db: Kysely<Tables>, rows: readonly Row[]): Promise<PartView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const lines = await db
    .selectFrom('part_line')
    .select(['part_id', 'product', 'quantity', 'price'])
    .where('part_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map(({ id, number, state, amount, commune, shelf, day }) => ({
    ...{ id, state, amount, order: number },
    lines: lines.filter((line) => line.part_id === id).map(({ part_id: _, ...line }) => line),
    ...(day === null ? {} : { day }),
    way: shelf === null ? { kind: 'delivery', commune: commune ?? '' } : { kind: 'shelf', shelf },
  }));
}
