import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import { aboutOf, openAnswers } from '#trade/answers/open-answer.ts';
import { aboutDelivery } from '#trade/deliveries/about-delivery.ts';
import type { Stuck } from '#trade/people/requests.ts';
import type { Actor } from '#trade/people/roles.ts';
import { whoIs } from '#trade/people/who.ts';
import type { ReadTools } from '#trade/tools.ts';

const mostShown = 9;

/** Something stuck, and what an answer about it would be about. */
interface Found {
  readonly stuck: Stuck;
  readonly about?: string;
}

/** All that waits for a volunteer, the oldest first; what somebody has just answered for is not among it. */
export async function stuckList(
  db: Kysely<Tables>,
  actor: Actor,
  _input: undefined,
  tools: ReadTools,
): Promise<readonly Stuck[]> {
  if (actor.role !== 'volunteer') return [];
  const found = [
    ...(await silentParts(db)),
    ...(await silentReservations(db)),
    ...(await troubledDeliveries(db)),
    ...(await helpRequests(db, actor, tools)),
  ];
  const answered = await openAnswers(
    db,
    found.flatMap(({ about }) => about ?? []),
  );
  return found
    .filter(({ about }) => about === undefined || !answered.has(about))
    .map(({ stuck }) => stuck)
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1))
    .slice(0, mostShown);
}

async function silentParts(db: Kysely<Tables>): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select(['order_part.id', 'orders.number', 'order_part.cooperative', 'order_part.escalated_at'])
    .where('order_part.state', '=', 'asked')
    .where('order_part.source', '=', 'cooperative')
    .where('order_part.escalated_at', 'is not', null)
    .execute();
  return rows.map(({ id: part, number: order, cooperative, escalated_at }) => ({
    stuck: { id: `part:${part}`, since: escalated_at ?? 0, kind: 'part', part, order, cooperative },
    about: aboutOf('part', part),
  }));
}

async function silentReservations(db: Kysely<Tables>): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('orders', 'orders.id', 'reservation.order_id')
    .select(['reservation.id', 'orders.number', 'reservation.shelf', 'reservation.escalated_at'])
    .where('reservation.state', '=', 'asked')
    .where('reservation.escalated_at', 'is not', null)
    .execute();
  return rows.map(({ id: reservation, number: order, shelf, escalated_at }) => ({
    stuck: {
      ...{ id: `reservation:${reservation}`, since: escalated_at ?? 0 },
      ...{ kind: 'reservation', reservation, order, shelf },
    },
    about: aboutOf('reservation', reservation),
  }));
}

async function troubledDeliveries(db: Kysely<Tables>): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('orders', 'orders.id', 'delivery.order_id')
    .select(['orders.number', 'delivery.state', 'delivery.commune', 'delivery.day', 'delivery.needed_at'])
    .select(['delivery.distributor', 'delivery.failure', 'delivery.failed_at', 'orders.closed_at'])
    .select(({ selectFrom }) =>
      selectFrom('offer')
        .select(({ fn }) => fn.max('answered_at').as('at'))
        .whereRef('delivery_id', '=', 'delivery.id')
        .as('lastAnswer'),
    )
    .where('delivery.state', 'in', ['unassigned', 'failed', 'returned'])
    .where('delivery.back_at', 'is', null)
    .execute();
  return rows.map(({ number: order, state, commune, day, ...row }) => {
    const distributor = row.distributor ?? '';
    const about = aboutDelivery(order);
    if (state === 'returned') {
      return {
        stuck: { id: `returned:${order}`, since: row.closed_at ?? 0, kind: 'returned', order, distributor },
        about,
      };
    }
    if (state === 'failed') {
      const failed = { kind: 'failed', order, distributor, cause: row.failure ?? 'other' } as const;
      return { stuck: { id: `failed:${order}`, since: row.failed_at ?? 0, ...failed }, about };
    }
    const since = row.lastAnswer ?? row.needed_at;
    return { stuck: { id: `unassigned:${order}`, since, kind: 'unassigned', order, commune, day }, about };
  });
}

/** Those that nobody has, or nobody any more, and those of the volunteer who asks. */
async function helpRequests(db: Kysely<Tables>, actor: Actor, tools: ReadTools): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('help_request')
    .selectAll()
    .where('state', 'in', ['open', 'taken'])
    .where((row) =>
      row.or([
        row('taken_by', 'is', null),
        row('taken_by', '=', actor.chat),
        row.not(
          row.exists(
            row
              .selectFrom('staff_binding')
              .select('chat')
              .where('staff_binding.role', '=', 'volunteer')
              .whereRef('staff_binding.chat', '=', 'help_request.taken_by'),
          ),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    stuck: {
      ...{ id: `help:${row.id}`, since: row.asked_at, kind: 'help', request: row.id },
      ...{ who: whoIs(row, tools), isMine: row.taken_by === actor.chat },
    },
  }));
}
