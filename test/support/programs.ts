/** Where the system keeps the servers and the browser that the tests need. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian keeps the server's programs of each Postgres version apart, outside PATH. */
const postgresFolders = '/usr/lib/postgresql';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versionsOfPostgres(): string[] {
  try {
    return readdirSync(postgresFolders).sort((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
}

/** The first of the named programs that the machine has, with its whole path. */
export function findProgram(...names: string[]): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(':').filter((folder) => folder !== ''),
    ...versionsOfPostgres().map((version) => join(postgresFolders, version, 'bin')),
  ];
  for (const name of names) {
    const folder = folders.find((each) => isProgram(join(each, name)));
    if (folder !== undefined) return join(folder, name);
  }
  return undefined;
}

/** As `findProgram`, for callers that cannot go on without it. */
export function programNamed(...names: string[]): string {
  const path = findProgram(...names);
  if (path === undefined) throw new Error(`${names[0]} is not on this machine; "npm test" installs it or says how`);
  return path;
}
