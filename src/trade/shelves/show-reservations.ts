import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { aboutOf, openAnswers } from '#trade/answers/open-answer.ts';
import { cashDue } from '#trade/orders/order-row.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { ReservationView } from './requests.ts';

const mostShown = 9;

export async function showReservation(
  db: Kysely<Tables>,
  actor: Actor,
  input: { reservation: string },
): Promise<ReservationView | null> {
  if (actor.role !== 'shelf') return null;
  const rows = await ownReservations(db, actor.of).where('reservation.id', '=', input.reservation).execute();
  return (await viewsOf(db, rows))[0] ?? null;
}

/** One with an answer that may still be taken back is not asked again. */
export async function openReservations(db: Kysely<Tables>, actor: Actor): Promise<readonly ReservationView[]> {
  if (actor.role !== 'shelf') return [];
  const rows = await ownReservations(db, actor.of)
    .where('reservation.state', '=', 'asked')
    .orderBy('reservation.asked_at')
    .orderBy('reservation.id')
    .execute();
  const answered = await openAnswers(
    db,
    rows.map(({ id }) => aboutOf('reservation', id)),
  );
  const open = rows.filter(({ id }) => !answered.has(aboutOf('reservation', id)));
  return viewsOf(db, open.slice(0, mostShown));
}

function ownReservations(db: Kysely<Tables>, shelf: string) {
  return db
    .selectFrom('reservation')
    .innerJoin('orders', 'orders.id', 'reservation.order_id')
    .select(['reservation.id', 'reservation.state', 'reservation.order_id', 'orders.number', 'orders.receiver_name'])
    .select(['orders.goods', 'orders.fee', 'orders.payment'])
    .where('reservation.shelf', '=', shelf);
}

type Row = Awaited<ReturnType<ReturnType<typeof ownReservations>['execute']>>[number];

async function viewsOf(db: Kysely<Tables>, rows: readonly Row[]): Promise<ReservationView[]> {
  if (rows.length === 0) return [];
  const orders = rows.map(({ order_id }) => order_id);
  const lines = await db
    .selectFrom('order_line')
    .select(['order_id', 'product', 'from_shelf as quantity'])
    .where('order_id', 'in', orders)
    .where('from_shelf', '>', 0)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, order: row.number, state: row.state, receiver: row.receiver_name, cash: cashDue(row) },
    lines: lines
      .filter((line) => line.order_id === row.order_id)
      .map(({ product, quantity }) => ({ product, quantity })),
  }));
}
