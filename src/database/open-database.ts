import { Kysely } from 'kysely';
import { OperatorError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { guardedDialect } from './guarded-dialect.ts';
import { openPglite } from './pglite-engine.ts';
import { openPostgres } from './postgres-engine.ts';
import type { Tables } from './tables.ts';
import { guarded, refuseInsideTransaction } from './transaction-guard.ts';

export interface DatabaseOptions {
  /** A `postgres://` URL; empty or undefined for the embedded database in `directory`. */
  readonly url: string | undefined;
  /** DATA_DIR, or `memory` for an embedded database that ends with the process. */
  readonly directory: string;
  /** The most connections to Postgres at a time, besides one that listens. */
  readonly connections?: number;
  /** The data directory an embedded database in memory begins with, as `PGlite.dumpDataDir` gives it. */
  readonly dump?: Blob;
  readonly log?: Logger;
}

/** Opens Postgres or the embedded database; the tables are those of `migrate(database)`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = options.url
    ? await openPostgres(checkedUrl(options.url), options.connections ?? 10, options.log)
    : await openPglite(options.directory, options.dump);
  return guardedDatabase(engine);
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new OperatorError('DATABASE_URL must begin with postgres:// (leave it empty for the embedded database).');
}

/** The contract over an engine that is open already. */
export function guardedDatabase(engine: Engine): Database {
  const db = new Kysely<Tables>({ dialect: guardedDialect(engine.dialect) });
  return {
    db,
    kind: engine.kind,
    transaction: (work) =>
      guarded((enter) =>
        db.transaction().execute((trx) => {
          enter();
          return work(trx);
        }),
      ),
    async run(text, values) {
      refuseInsideTransaction();
      return engine.run(text, values);
    },
    async listen(channel, heard, resumed) {
      refuseInsideTransaction();
      return engine.listen(channel, heard, resumed);
    },
    async close() {
      await db.destroy();
      await engine.close();
    },
  };
}
