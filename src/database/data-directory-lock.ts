/**
 * One process at a time on a data directory: two PGlites on one directory destroy each other's work without a word. The
 * lock is a file that names its owner. A file whose owner is gone, even if another program has its number by now, is
 * taken over, so that a start after `kill -9` or a power cut needs nobody's help. An owner in another container, whose
 * processes cannot be seen from here, is known to live by the beats that it leaves in the time of the file.
 */
import { link, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '#base/errors.ts';
import { beat, beatEvery, codeOf, isAlive, type Owner, readOwner, thisProcess } from './lock-owner.ts';

const fileName = 'lock';
const mostAttempts = 200;
/** In ms. Many beats: an owner that is busy making its database, or on a slow machine, is not one that is gone. */
const longSilence = 10_000;

/** Takes the directory or throws an OperatorError; what it returns gives the directory back. */
export async function lockDataDirectory(directory: string, silence = longSilence): Promise<() => Promise<void>> {
  const file = join(directory, fileName);
  const mine = await thisProcess();
  const draft = `${file}.${mine.token}`;
  // Written aside and then linked, so that nobody ever reads half a lock.
  await writeFile(draft, JSON.stringify(mine), { flag: 'wx' });
  try {
    await take(directory, file, draft, silence);
  } finally {
    await rm(draft, { force: true });
  }
  const beats = setInterval(() => keep(directory, file, mine).catch(() => {}), beatEvery).unref();
  return async () => {
    clearInterval(beats);
    const found = await readOwner(file);
    // After somebody removed it by hand it may be another's.
    if (found?.token === mine.token) await rm(file, { force: true });
  };
}

/** Whoever slept so long that another took the directory must write nothing more, not even to close. */
async function keep(directory: string, file: string, mine: Owner): Promise<void> {
  const owner = await readOwner(file);
  if (owner?.token === mine.token) return beat(file);
  if (owner === undefined) return;
  process.stderr.write(`${inUse(directory, owner).message}\n`);
  process.exit(1);
}

async function take(directory: string, file: string, draft: string, silence: number): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (await placed(draft, file)) return;
    const owner = await readOwner(file);
    if (owner && (await isAlive(owner, file, silence))) throw inUse(directory, owner);
    await removeStale(file, draft, owner, silence);
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
async function removeStale(file: string, draft: string, stale: Owner | undefined, silence: number): Promise<void> {
  const turn = `${file}.takeover`;
  if (!(await placed(draft, turn))) {
    const other = await readOwner(turn);
    if (other && (await isAlive(other, turn, silence))) await pause(10);
    else await rm(turn, { force: true });
    return;
  }
  try {
    if ((await readOwner(file))?.token === stale?.token) await rm(file, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}
