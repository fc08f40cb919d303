/**
 * One process at a time on a data directory: two PGlites on one directory destroy each other's work without a word. The
 * lock is a file that names its owner. A file whose owner is gone, even if another program has its number by now, is
 * taken over, so that a start after `kill -9` or a power cut needs nobody's help.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '#base/errors.ts';

interface Owner {
  readonly pid: number;
  /** When the process started, in the system's own words; undefined where the system does not tell. */
  readonly started?: string | undefined;
  /** Tells this lock from another of the same process. */
  readonly token: string;
}

const fileName = 'lock';
const mostAttempts = 200;

/** Takes the directory or throws an OperatorError; what it returns gives the directory back. */
export async function lockDataDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, fileName);
  const mine: Owner = { pid: process.pid, started: await startOf(process.pid), token: randomUUID() };
  const draft = `${file}.${mine.token}`;
  // Written aside and then linked, so that nobody ever reads half a lock.
  await writeFile(draft, JSON.stringify(mine), { flag: 'wx' });
  try {
    await take(directory, file, draft);
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    const found = await readOwner(file);
    // After somebody removed it by hand it may be another's.
    if (typeof found === 'object' && found.token === mine.token) await rm(file, { force: true });
  };
}

async function take(directory: string, file: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (await placed(draft, file)) return;
    const owner = await aliveOwner(file);
    if (owner) throw inUse(directory, owner);
    await removeStale(file, draft);
  }
  throw new OperatorError(
    `DATA_DIR: the lock in ${directory} cannot be taken; when no Bladi runs there, remove the files ${file}*.`,
  );
}

function inUse(directory: string, { pid }: Owner): OperatorError {
  return new OperatorError(
    `DATA_DIR: ${directory} is in use by another Bladi (process ${pid}); stop that process, or set DATA_DIR to a directory of its own.`,
  );
}

/** False when there is a lock already. */
async function placed(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Looks again and removes under a second lock: of several processes that found the same stale one, the late must not
 * remove what the first has put in its place.
 */
async function removeStale(file: string, draft: string): Promise<void> {
  const turn = `${file}.takeover`;
  if (!(await placed(draft, turn))) {
    if (await aliveOwner(turn)) await pause(10);
    else await rm(turn, { force: true });
    return;
  }
  try {
    if (!(await aliveOwner(file))) await rm(file, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}

/** Undefined when there is none, or none that can be read: a power cut can leave an empty file behind. */
async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const { pid, started, token } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof token !== 'string') return undefined;
    return { pid, token, started: typeof started === 'string' ? started : undefined };
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function aliveOwner(file: string): Promise<Owner | undefined> {
  const owner = await readOwner(file);
  return owner && (await isAlive(owner)) ? owner : undefined;
}

async function isAlive({ pid, started }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as somebody else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return started === undefined || now === undefined || now === started;
}

/** Which boot of the machine and at which of its ticks a process started; only Linux tells. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in parentheses, may itself hold spaces and parentheses.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
