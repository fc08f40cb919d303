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
  return once(database, actor, command, (trx) => run(trx, actor, command.name as CommandName, command.input));
}

/**
 * Gives a command up, in one step with the report of it: a worker that is late cannot carry it out any more. Where one
 * has done so before, its outcome stands and nothing is reported.
 */
export function park(
  database: Database,
  report: (trx: Transaction) => Promise<void>,
  actor: Actor,
  command: Command,
): Promise<Outcome<unknown>> {
  return once(database, actor, command, async (trx) => {
    await report(trx);
    return { ok: false, reason: 'failed' };
  });
}

function once(
  database: Database,
  actor: Actor,
  command: Command,
  work: (trx: Transaction) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const key = `${actor.chat}|${command.key}`;
  return database.transaction(async (trx) => {
    const fresh = await trx
      .insertInto('command')
      .values({ key, name: command.name, outcome: null })
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
    const outcome = await work(trx);
    await trx
      .updateTable('command')
      .set({ outcome: JSON.stringify(outcome) })
      .where('key', '=', key)
      .execute();
    return outcome;
  });
}
