import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { lockDataDirectory } from './data-directory-lock.ts';
import type { Engine } from './engine.ts';
import { outsideTransaction } from './transaction-guard.ts';

/** A day stays `2026-11-25`: as a Date it would become a moment in some time zone. */
const parsers = { 1082: (value: string) => value };

export interface PgliteEngine extends Engine {
  /** All of it as one file, as `openPglite` takes it. */
  dump(): Promise<Blob>;
}

/** The embedded engine in `<directory>/database`, held by one process; or in memory, from a dump where one is given. */
export async function openPglite(directory: string, dump?: Blob): Promise<PgliteEngine> {
  if (directory === 'memory') return pgliteEngine({ ...(dump && { loadDataDir: dump }) }, async () => {});
  await mkdir(directory, { recursive: true });
  const unlock = await lockDataDirectory(directory);
  try {
    return await pgliteEngine({ dataDir: join(directory, 'database') }, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function pgliteEngine(options: PGliteOptions, unlock: () => Promise<void>): Promise<PgliteEngine> {
  const pglite = await PGlite.create({ ...options, parsers });
  return {
    kind: 'pglite',
    dialect: new PGliteDialect({ pglite }),
    async run(text, values) {
      try {
        if (values?.length) return await pglite.query(text, [...values]);
        const results = await pglite.exec(text);
        return { rows: results.flatMap((result) => result.rows) };
      } catch (error) {
        // A script that failed between its BEGIN and COMMIT leaves the one connection in an aborted transaction.
        await pglite.query('rollback').catch(() => {});
        throw error;
      }
    },
    async listen(channel, heard, resumed) {
      const unlisten = await pglite.listen(channel, (payload) => outsideTransaction(() => heard(payload)));
      resumed?.();
      return () => unlisten();
    },
    dump: () => pglite.dumpDataDir('none'),
    async close() {
      if (!pglite.closed) await pglite.close();
      await unlock();
    },
  };
}
