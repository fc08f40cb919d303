import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { OperatorError } from '#base/errors.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import type { Engine } from './engine.ts';
import { outsideTransaction } from './transaction-guard.ts';

/** A day stays `2026-11-25`: as a Date it would become a moment in some time zone. */
const parsers = { 1082: (value: string) => value };

const tidyEvery = 3_600_000;

export interface PgliteEngine extends Engine {
  /** All of it as one file, as `openPglite` takes it. */
  dump(): Promise<Blob>;
}

/** The embedded engine in `<directory>/database`, held by one process; or in memory, from a dump where one is given. */
export async function openPglite(directory: string, dump?: Blob): Promise<PgliteEngine> {
  if (directory === 'memory') return pgliteEngine({ ...(dump && { loadDataDir: dump }) }, async () => {});
  const unlock = await prepare(directory);
  try {
    return await pgliteEngine({ dataDir: join(directory, 'database') }, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function prepare(directory: string): Promise<() => Promise<void>> {
  try {
    await mkdir(directory, { recursive: true });
    return await lockDataDirectory(directory);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `DATA_DIR: ${directory} cannot be used (${reason}); give its owner the right to write there, or set DATA_DIR to another directory.`,
      { cause: error },
    );
  }
}

async function pgliteEngine(options: PGliteOptions, unlock: () => Promise<void>): Promise<PgliteEngine> {
  const pglite = await PGlite.create({ ...options, parsers });
  // There is no autovacuum here, and chats and jobs are rewritten all day.
  const tidying = setInterval(() => pglite.exec('vacuum analyze').catch(() => {}), tidyEvery).unref();
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
      clearInterval(tidying);
      if (!pglite.closed) await pglite.close();
      await unlock();
    },
  };
}
