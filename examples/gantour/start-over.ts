/** Back to the state of a first start: for a Bladi that is only tried. */
import { sql } from 'kysely';
import type { ChatAddress } from '#channels/channel.ts';
import type { Database, Transaction } from '#database/database.ts';
import { type BindStaff, loadGantour } from './load.ts';

export interface StartOverParts {
  readonly database: Database;
  /** Forgets what the chat store keeps of a chat. */
  readonly forget: (chat: ChatAddress) => Promise<void>;
  readonly bindStaff: BindStaff;
}

/** The catalogue is somebody's own: nothing of it is ever thrown away. */
export class NotASample extends Error {
  override name = 'NotASample';
}

/**
 * Forgets every order, person, message and job, and loads the sample data as new. Only for a database that holds the
 * sample catalogue and has served no other channel than the simulator: throws a `NotASample` for any other.
 */
export async function startOver({ database, forget, bindStaff }: StartOverParts): Promise<void> {
  const chats = await simulatedChats(database);
  const forgetAll = async () => {
    for (const chat of chats) await forget(chat);
  };
  await database.transaction(async (trx) => {
    if (!(await isSample(trx))) throw new NotASample('Only a catalogue of sample data can be started over.');
  });
  // Before, so that little is under way; and after, for what was answered meanwhile.
  await forgetAll();
  await database.transaction(async (trx) => {
    await empty(trx);
    await loadGantour(trx, { bindStaff });
  });
  await forgetAll();
  // What was on its way to a screen has arrived there by now.
  await database.db.deleteFrom('simulator_message').execute();
}

async function isSample(trx: Transaction): Promise<boolean> {
  const programme = await trx.selectFrom('programme').select('is_sample').executeTakeFirst();
  return programme?.is_sample === true;
}

async function simulatedChats(database: Database): Promise<ChatAddress[]> {
  const written = await database.db.selectFrom('simulator_message').select('chat').distinct().execute();
  const bound = await database.db.selectFrom('staff_binding').select('chat').distinct().execute();
  const chats = [...written.map(({ chat }) => `simulator:${chat}`), ...bound.map(({ chat }) => chat)];
  return [...new Set(chats)] as ChatAddress[];
}

/** Every table but those that say which edition and which migrations there were, and those of the chat store. */
async function empty(trx: Transaction): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename not like 'kysely_migration%'
      and tablename <> 'catalogue_edition' and tablename <> 'chat' and tablename not like 'chat\\_%'
    order by tablename`.execute(trx);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(trx);
  await sql`delete from pgboss.job where name not like '\\_\\_pgboss%'`.execute(trx);
}
