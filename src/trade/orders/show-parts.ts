import { type Kysely, sql } from 'kysely';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import { aboutOf, type OpenAnswer, openAnswers } from '../answers/open-answer.ts';
import type { PartState, PartView } from './order.ts';

const mostShown = 9;

/** What a part becomes by an answer that waits: whoever gave it sees it as given. */
const answeredAs: Partial<Record<OpenAnswer['name'], PartState>> = {
  'part.accept': 'accepted',
  'part.refuse': 'refused',
  'part.ready': 'ready',
};

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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staff_answer')
            .select('staff_answer.id')
            .where('staff_answer.about', '=', sql<string>`'part:' || order_part.id`)
            .where('staff_answer.state', '=', 'open')
            .where('staff_answer.name', '=', 'part.refuse'),
        ),
      ),
    )
    .orderBy('order_part.asked_at')
    .orderBy('order_part.id')
    .limit(mostShown)
    .execute();
  return viewsOf(db, rows);
}

/** What stands on a shelf already is its keeper's to see. */
function ownParts(db: Kysely<Tables>, cooperative: string) {
  return db
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select(['order_part.id', 'order_part.state', 'order_part.amount'])
    .select(['orders.number', 'orders.commune', 'orders.shelf', 'orders.day'])
    .where('order_part.cooperative', '=', cooperative)
    .where('order_part.source', '=', 'cooperative');
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
  const given = await openAnswers(
    db,
    ids.flatMap((id) => [readyOf(id), aboutOf('part', id)]),
  );
  return rows.map(({ id, number, state, amount, commune, shelf, day }) => {
    const answer = given.get(readyOf(id)) ?? given.get(aboutOf('part', id));
    return {
      ...{ id, amount, order: number },
      state: (answer && answeredAs[answer.name]) ?? state,
      lines: lines.filter((line) => line.part_id === id).map(({ part_id: _, ...line }) => line),
      ...(day === null ? {} : { day }),
      way: shelf === null ? { kind: 'delivery', commune: commune ?? '' } : { kind: 'shelf', shelf },
    };
  });
}

/** What "ready" is about: not the question whether the part will be made, which may still be open to be taken back. */
export function readyOf(part: string): string {
  return `ready:${part}`;
}
