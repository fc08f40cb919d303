import type { Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '../people/roles.ts';
import type { TradeTools } from '../tools.ts';
import type { AnswerName } from './answer.ts';

export type AnswerRow = Selectable<Tables['staff_answer']>;

interface Kept {
  readonly name: AnswerName;
  readonly about: string;
  readonly input: unknown;
  /** Of an answer that took effect at once. */
  readonly before?: unknown;
}

/** Long enough to find out who had answered what. */
const retention = 30 * 24 * 3600_000;

export function undoUntil({ clock, settings }: TradeTools): number {
  return clock.now() + settings.undoSeconds * 1000;
}

/** Keeps an answer; its id, or `undefined` while another one about the same waits. */
export async function keepAnswer(
  trx: Transaction,
  actor: Actor,
  { name, about, input, before }: Kept,
  tools: TradeTools,
): Promise<string | undefined> {
  const { chat, role, of } = actor;
  if (role === 'customer') throw new Error(`a customer gave the answer ${name} of staff`);
  const row = await trx
    .insertInto('staff_answer')
    .values({
      ...{ id: tools.ids.next(), chat, role, of, name, about, state: 'open', order_number: null },
      input: JSON.stringify(input),
      before: before === undefined ? null : JSON.stringify(before),
      answered_at: tools.clock.now(),
      undo_until: undoUntil(tools),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Lets go of old answers. What took effect at once stays open; it is over when its time is. */
export async function sweepAnswers(trx: Transaction, now: number): Promise<void> {
  await trx
    .deleteFrom('staff_answer')
    .where('undo_until', '<', now - retention)
    .where((row) => row.or([row('state', '!=', 'open'), row('before', 'is not', null)]))
    .execute();
}

/** Who gave an answer, as the effect needs them; nothing that staff does depends on their language. */
export function giverOf({ chat, role, of }: AnswerRow): Actor {
  return { chat, role, of, language: 'ar' };
}
