import { z } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { Undone } from '../people/requests.ts';
import type { Actor } from '../people/roles.ts';
import type { Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import type { AnswerName } from './answer.ts';
import type { AnswerRow } from './answer-row.ts';
import { type Answers, isWaiting } from './answers.ts';

/** What an answer that took effect at once has left. */
const changed = z.object({ before: z.unknown(), product: z.string().exactOptional() });

/**
 * Takes back the last answer of a chat that can still be. For one that waits this is the same conditional update as its
 * taking effect, so that one of the two finds nothing to change; the clock decides only about what took effect at once.
 */
export async function undoAnswer(
  trx: Transaction,
  actor: Actor,
  tools: TradeTools,
  answers: Answers,
): Promise<Outcome<Undone>> {
  if (actor.role === 'customer') return { ok: false, reason: 'nothingToUndo' };
  const now = tools.clock.now();
  const last = await trx
    .selectFrom('staff_answer')
    .select('id')
    .where('chat', '=', actor.chat)
    .where('role', '=', actor.role)
    .where('of', '=', actor.of)
    .where('state', '=', 'open')
    .where((row) => row.or([row('before', 'is', null), row('undo_until', '>', now)]))
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const undone =
    last &&
    (await trx
      .updateTable('staff_answer')
      .set({ state: 'undone' })
      .where('id', '=', last.id)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst());
  if (undone === undefined) return { ok: false, reason: 'nothingToUndo' };
  return { ok: true, answer: await restore(trx, actor, tools, answers, undone.name, undone) };
}

async function restore<Name extends AnswerName>(
  trx: Transaction,
  actor: Actor,
  tools: TradeTools,
  answers: Answers,
  name: Name,
  row: AnswerRow,
): Promise<Undone> {
  const answer: Answers[Name] = answers[name];
  if (isWaiting<Name>(answer)) {
    await answer.askAgain?.(trx, actor, answer.input.parse(row.input), tools);
    return { what: name, ...(row.order_number ? { order: row.order_number } : {}) };
  }
  const { before, product } = changed.parse(row.before);
  await answer.undo(trx, actor, before, tools);
  return { what: name, ...(product === undefined ? {} : { product }) };
}
