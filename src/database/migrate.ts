import { Migrator } from 'kysely/migration';
import { OperatorError } from '#base/errors.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';
import { guarded } from './transaction-guard.ts';

/**
 * Brings the tables up to date. Processes that start together on one Postgres wait for one another; either every
 * pending migration is applied or none.
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await guarded(() => migrator.migrateToLatest());
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  if (failed) throw new Error(`migration ${failed} failed`, { cause: error });
  // Without a failed migration, the applied ones do not match ours: the database was written by a newer Bladi.
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new OperatorError('The database was made by a newer version of Bladi: start that version or a later one.');
  }
  throw error;
}
