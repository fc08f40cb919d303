/** Commands, each in one database transaction under its own key: run again after a crash it gives the recorded answer. */
import type { Command } from '#chats/chat-store.ts';
import type { Database, Transaction } from '#database/database.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { CommandName, Outcome } from '#trade/requests.ts';

/** Runs one command of the trade in the transaction it is given; a refusal is an answer. */
export type RunCommand = (
  trx: Transaction,
  actor: Actor,
  name: CommandName,
  input: unknown,
) => Promise<Outcome<unknown>>;

/**
 * Carries a command out once. Two workers at the same key wait for each other at the row's primary key, and the second
 * reads what the first recorded.
 */
export function carryOut(
  database: Database,
  run: RunCommand,
  actor: Actor,
  command: Command,
): Promise<Outcome<unknown>> {
  const { name, input } = command;
  const key = `${actor.chat}|${command.key}`;
  return database.transaction(async (trx) => {
    const fresh = await trx
      .insertInto('command')
      .values({ key, name, outcome: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (fresh === undefined) {
      const recorded = await trx
        .selectFrom('command')
        .select('outcome')
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return JSON.parse(recorded.outcome ?? 'null') as Outcome<unknown>;
    }
    const outcome = await run(trx, actor, name as CommandName, input);
    await trx
      .updateTable('command')
      .set({ outcome: JSON.stringify(outcome) })
      .where('key', '=', key)
      .execute();
    return outcome;
  });
}
