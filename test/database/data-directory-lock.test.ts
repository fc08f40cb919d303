import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OperatorError } from '#base/errors.ts';
import { lockDataDirectory } from '#database/data-directory-lock.ts';
import { openDatabase } from '#database/open-database.ts';
import { until } from '#test/support/until.ts';

let directory: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bladi-data-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await rm(directory, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Another process that holds the directory; `said` is what it has printed so far. */
async function holder(task: 'lock' | 'write'): Promise<{ child: ChildProcess; said: () => string }> {
  const program = join(import.meta.dirname, 'locking-child.ts');
  const child = spawn(process.execPath, [program, directory, task], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  await until('the other process holds the directory', () => text.includes('open'), 60_000);
  return { child, said: () => text };
}

it('refuses a directory that another process holds, and names both', async () => {
  const { child } = await holder('lock');
  const error = await openDatabase({ url: undefined, directory }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect(String(error)).toContain(`DATA_DIR: ${directory} is in use by another Bladi (process ${child.pid})`);
});

it('loses nothing that was committed when its process is killed in the middle of writing', async () => {
  for (const round of [1, 2]) {
    const { child, said } = await holder('write');
    await until('it has written', () => said().split('\n').length > 40 * round);
    await kill(child);
    const kept = Math.max(...[...said().matchAll(/kept (\d+)/g)].map((match) => Number(match[1])));
    const database = await openDatabase({ url: undefined, directory });
    const { rows } = await database.run(
      'select count(*) as rows, max(id) as last, bool_and(id = twin) as whole from note',
    );
    const { rows: count, last, whole } = rows[0] as { rows: number; last: number; whole: boolean };
    // One more may have been committed before it could be said.
    expect([kept, kept + 1]).toContain(last);
    expect(count).toBe(last);
    expect(whole).toBe(true);
    await database.close();
  }
}, 120_000);

it('ends the process that slept so long that another took its directory', async () => {
  const { child } = await holder('lock');
  await writeFile(join(directory, 'lock'), JSON.stringify({ pid: process.pid, token: 'other' }));
  await until('it has ended', () => child.exitCode !== null);
  expect(child.exitCode).toBe(1);
  expect(await readFile(join(directory, 'lock'), 'utf8')).toContain('other');
});

it('gives the directory back at the end', async () => {
  const unlock = await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(`process ${process.pid}`);
  await unlock();
  await (await lockDataDirectory(directory))();
  expect(await readdir(directory)).toEqual([]);
});

it('takes over from an owner that is gone', async () => {
  const { child } = await holder('lock');
  await kill(child);
  const unlock = await lockDataDirectory(directory);
  expect(await readFile(join(directory, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
  await unlock();
});

it('takes over when another program has the number of the owner by now', async () => {
  // The test's own parent lives, but did not start when this lock says its owner did.
  await writeFile(join(directory, 'lock'), JSON.stringify({ pid: process.ppid, started: 'boot 1', token: 'old' }));
  await (await lockDataDirectory(directory))();
});

describe('an owner in another container, whose processes cannot be seen', () => {
  const elsewhere = JSON.stringify({ pid: process.ppid, started: 'boot 1', place: 'boot 1 pid:[2]', token: 'other' });

  it('is refused for as long as it shows that it lives', async () => {
    const file = join(directory, 'lock');
    await writeFile(file, elsewhere);
    const beats = setInterval(() => utimes(file, new Date(), new Date()), 50);
    await expect(lockDataDirectory(directory)).rejects.toThrow('is in use by another Bladi');
    clearInterval(beats);
  });

  it('is followed once it has been silent for long', async () => {
    await writeFile(join(directory, 'lock'), elsewhere);
    await (await lockDataDirectory(directory, 300))();
    expect(await readdir(directory)).toEqual([]);
  });

  it('is seen to live by those elsewhere', async () => {
    const file = join(directory, 'lock');
    const unlock = await lockDataDirectory(directory);
    const { mtimeMs } = await stat(file);
    await until('it has shown so', async () => (await stat(file)).mtimeMs > mtimeMs);
    await unlock();
  });
});

it('takes over from a lock that a power cut left empty', async () => {
  await writeFile(join(directory, 'lock'), '');
  await (await lockDataDirectory(directory))();
});

it('goes on when a process died while it was taking over', async () => {
  const dead = JSON.stringify({ pid: process.ppid, started: 'boot 1', token: 'old' });
  await writeFile(join(directory, 'lock'), dead);
  await writeFile(join(directory, 'lock.takeover'), dead);
  await (await lockDataDirectory(directory))();
  expect(await readdir(directory)).toEqual([]);
});

it('gives a stale lock to one of many that want it', async () => {
  const dead = JSON.stringify({ pid: process.ppid, started: 'boot 1', token: 'old' });
  for (let round = 0; round < 20; round++) {
    await writeFile(join(directory, 'lock'), dead);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDirectory(directory)));
    const taken = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
    expect(taken).toHaveLength(1);
    await taken[0]?.();
  }
});
