import type { Transaction } from '#database/database.ts';
import type { Actor } from '../people/roles.ts';
import type { Commands, Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import type { AnswerName, InstantAnswer } from './answer.ts';
import { keepAnswer, undoUntil } from './answer-row.ts';

/** Carries an answer out at once and keeps what was before, as long as it can be restored. */
export async function giveInstantAnswer<Name extends AnswerName>(
  trx: Transaction,
  actor: Actor,
  name: Name,
  answer: InstantAnswer<Name>,
  input: Commands[Name]['input'],
  tools: TradeTools,
): Promise<Outcome<Commands[Name]['answer']>> {
  if (actor.role === 'customer') return { ok: false, reason: 'notYours' };
  const done = await answer.run(trx, actor, input, tools);
  if (!done.ok) return done;
  // Each is about itself: the same thing may be changed again before the first change can no longer be taken back.
  if (tools.settings.undoSeconds > 0) {
    await keepAnswer(trx, actor, { name, about: tools.ids.next(), input, before: done.answer }, tools);
  }
  return { ok: true, answer: { order: '', undoUntil: undoUntil(tools) } as Commands[Name]['answer'] };
}
