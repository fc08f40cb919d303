/** Real databases for tests: PGlite in memory, quick because it begins from a kept dump, and real Postgres. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#database/database.ts';
import { migrate } from '#database/migrate.ts';
import { guardedDatabase, openDatabase } from '#database/open-database.ts';
import { openPglite } from '#database/pglite-engine.ts';
import { freshPostgres } from './shared-servers.ts';

/** For `describe.each`: what must hold on both. */
export const databaseKinds: readonly Database['kind'][] = ['pglite', 'postgres'];

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/bladi');

/** A migrated, otherwise empty database of the test's own; the test closes it. */
export async function testDatabase(kind: Database['kind'] = 'pglite'): Promise<Database> {
  const database =
    kind === 'postgres'
      ? await openDatabase({ url: await freshPostgres(), directory: '', connections: 5 })
      : await openDatabase({ url: undefined, directory: 'memory', dump: await emptyDump() });
  // The dump has its migrations, unless one was added to the list and not to its files' names.
  await migrate(database);
  return database;
}

let kept: Promise<Blob> | undefined;

/** Building a PGlite from nothing takes seconds, from a dump a third of one; the dump is kept until a migration changes. */
function emptyDump(): Promise<Blob> {
  kept ??= readOrMakeDump();
  return kept;
}

async function readOrMakeDump(): Promise<Blob> {
  const name = `empty-${await fingerprint()}.tar`;
  const file = join(cache, name);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    const dump = await makeDump();
    await mkdir(cache, { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
    await rename(draft, file);
    const old = (await readdir(cache)).filter((other) => /^empty-.*\.tar$/.test(other) && other !== name);
    for (const other of old) await rm(join(cache, other), { force: true });
    return dump;
  }
}

async function makeDump(): Promise<Blob> {
  const engine = await openPglite('memory');
  const database = guardedDatabase(engine);
  await migrate(database);
  const dump = await engine.dump();
  await database.close();
  return dump;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const migrations = join(root, 'src/database/migrations');
  for (const file of (await readdir(migrations)).sort()) hash.update(await readFile(join(migrations, file)));
  hash.update(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return hash.digest('hex').slice(0, 16);
}
