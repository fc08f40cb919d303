/** Codes by which goods and cash change hands: four digits that the receiver tells and the giver types. */
import { type Selectable, sql } from 'kysely';
import { TransientError } from '#base/errors.ts';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { lockOrder, type OrderRow } from './order-row.ts';

export type HandoverRow = Selectable<Tables['handover']>;

type NewHandover = Pick<HandoverRow, 'order_id' | 'part_id' | 'kind' | 'giver_role' | 'giver' | 'distributor'> &
  Partial<Pick<HandoverRow, 'cooperative' | 'amount'>>;

/** With a hundred hand-overs open at once, one draw in a hundred meets one of them. */
const mostDraws = 100;
const mostWrong = 5;
const wrongWindow = 10 * 60_000;
/** Cash that was announced and not handed over by then is not handed over with that code any more. */
const settlementLasts = 3 * 24 * 60 * 60_000;

/** Opens a hand-over; its code is unlike every open one of its giver and of its distributor. */
export async function openHandover(trx: Transaction, tools: TradeTools, handover: NewHandover): Promise<string> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const code = String(tools.ids.below(10_000)).padStart(4, '0');
    const opened = await trx
      .insertInto('handover')
      .values({ ...handover, id: tools.ids.next(), code, state: 'open', opened_at: tools.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst();
    if (opened !== undefined) return opened.code;
  }
  throw new TransientError('no free hand-over code was found');
}

/**
 * One at a time for each giver, until the transaction ends: guesses made in parallel are counted like any others, and no
 * cash is handed over twice. Announcements of cash that are too old are void from here on.
 */
export async function lockGiver(trx: Transaction, tools: TradeTools, giver: Giver): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${giver.giver_role}:${giver.giver}`}, 0))`.execute(trx);
  await trx
    .updateTable('handover')
    .set({ state: 'void' })
    .where('kind', '=', 'settlement')
    .where('state', '=', 'open')
    .where('giver_role', '=', giver.giver_role)
    .where('giver', '=', giver.giver)
    .where('opened_at', '<=', tools.clock.now() - settlementLasts)
    .execute();
}

/** Closes the hand-over that a giver's code means, with its order, if it has one, locked; refuses a giver who keeps guessing. */
export async function closeHandover(
  trx: Transaction,
  tools: TradeTools,
  actor: Actor,
  code: string,
): Promise<Outcome<{ handover: HandoverRow; order: OrderRow | null }>> {
  const { role, of } = actor;
  if (role !== 'cooperative' && role !== 'distributor' && role !== 'shelf') return { ok: false, reason: 'notYours' };
  const giver = { giver_role: role, giver: of };
  await lockGiver(trx, tools, giver);
  if ((await wrongTries(trx, tools, giver)) >= mostWrong) return { ok: false, reason: 'tooManyTries' };

  const meant = await findHandover(trx, giver, code, 'open');
  if (meant !== undefined) {
    const order = meant.order_id === null ? null : await lockOrder(trx, meant.order_id);
    const handover = await trx
      .updateTable('handover')
      .set({ state: 'done', done_at: tools.clock.now(), done_in: actor.chat })
      .where('id', '=', meant.id)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    if (handover !== undefined) return { ok: true, answer: { handover, order } };
  }
  // Typed twice, perhaps because the answer to the first was slow to arrive: no guess.
  const done = await findHandover(trx, giver, code, 'done');
  if ((done?.done_at ?? 0) > tools.clock.now() - wrongWindow) return { ok: false, reason: 'alreadyAnswered' };
  const wrong = await addWrongTry(trx, tools, giver);
  return { ok: false, reason: wrong >= mostWrong ? 'tooManyTries' : 'codeUnknown' };
}

/** The order comes to nothing: its codes are worth nothing any more. */
export async function voidHandovers(trx: Transaction, order: string): Promise<void> {
  await trx
    .updateTable('handover')
    .set({ state: 'void' })
    .where('order_id', '=', order)
    .where('state', '=', 'open')
    .execute();
}

type Giver = Pick<HandoverRow, 'giver_role' | 'giver'>;

function findHandover(trx: Transaction, giver: Giver, code: string, state: HandoverRow['state']) {
  return trx
    .selectFrom('handover')
    .select(['id', 'order_id', 'done_at'])
    .where('giver_role', '=', giver.giver_role)
    .where('giver', '=', giver.giver)
    .where('code', '=', code)
    .where('state', '=', state)
    .orderBy('done_at', 'desc')
    .executeTakeFirst();
}

async function wrongTries(trx: Transaction, tools: TradeTools, giver: Giver): Promise<number> {
  const since = tools.clock.now() - wrongWindow;
  const tries = await trx
    .selectFrom('handover_try')
    .select('number')
    .where('giver_role', '=', giver.giver_role)
    .where('giver', '=', giver.giver)
    .where('at', '>', since)
    .execute();
  return tries.length;
}

async function addWrongTry(trx: Transaction, tools: TradeTools, giver: Giver): Promise<number> {
  const now = tools.clock.now();
  await trx
    .deleteFrom('handover_try')
    .where('giver_role', '=', giver.giver_role)
    .where('giver', '=', giver.giver)
    .where('at', '<=', now - wrongWindow)
    .execute();
  await trx
    .insertInto('handover_try')
    .values({ ...giver, at: now })
    .execute();
  return wrongTries(trx, tools, giver);
}
