import type { Transaction } from '#database/database.ts';
import { later } from '../later.ts';
import type { Actor } from '../people/roles.ts';
import type { Commands, Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import type { AnswerName, WaitingAnswer } from './answer.ts';
import { keepAnswer, undoUntil } from './answer-row.ts';

/**
 * Checks an answer and keeps it until it takes effect. The row comes before the check, which may lock the order: whoever
 * settles takes the two in the same order, so that neither waits for the other for ever.
 */
export async function giveWaitingAnswer<Name extends AnswerName>(
  trx: Transaction,
  actor: Actor,
  name: Name,
  answer: WaitingAnswer<Name>,
  input: Commands[Name]['input'],
  tools: TradeTools,
): Promise<Outcome<Commands[Name]['answer']>> {
  if (actor.role === 'customer') return { ok: false, reason: 'notYours' };
  const id = await keepAnswer(trx, actor, { name, about: answer.about(input, actor), input }, tools);
  const checked = await answer.check(trx, actor, input, tools);
  if (id === undefined) return checked.ok ? { ok: false, reason: 'alreadyAnswered' } : checked;

  const kept = checked.kept ?? input;
  const effect = checked.ok && tools.settings.undoSeconds === 0 ? await answer.run(trx, actor, kept, tools) : checked;
  const waits = effect.ok && tools.settings.undoSeconds > 0;
  // A refusal leaves nothing behind, nor does what has taken effect and cannot be taken back.
  if (!waits) await trx.deleteFrom('staff_answer').where('id', '=', id).execute();
  if (!checked.ok) return checked;
  if (!effect.ok) return effect;
  // What `check` tells and this moment are together what the command answers.
  const answered = { ...checked.answer, undoUntil: undoUntil(tools) } as Commands[Name]['answer'];
  if (!waits) return { ok: true, answer: answered };
  const change = { order_number: answered.order, input: JSON.stringify(kept) };
  await trx.updateTable('staff_answer').set(change).where('id', '=', id).execute();
  await later(tools.outbox, trx, 'answer.settle', { answer: id }, { after: answered.undoUntil });
  return { ok: true, answer: answered };
}
