/** Who holds a lock file, and whether they live. */
import { randomUUID } from 'node:crypto';
import { readFile, readlink, stat, utimes } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface Owner {
  readonly pid: number;
  /** When the process started, in the system's own words; undefined where the system does not tell. */
  readonly started?: string | undefined;
  /** Within which the number means something: the machine's boot and the container; undefined where nobody tells. */
  readonly place?: string | undefined;
  /** Tells this lock from another of the same process. */
  readonly token: string;
}

export const beatEvery = 1_000;
/** How often a file is looked at that may be touched. */
const look = 100;

export async function thisProcess(): Promise<Owner> {
  const { pid } = process;
  return { pid, started: await startOf(pid), place: await here(), token: randomUUID() };
}

/** Undefined when there is none, or none that can be read: a power cut can leave an empty file behind. */
export async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const { pid, started, place, token } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof token !== 'string') return undefined;
    return { pid, token, started: textOf(started), place: textOf(place) };
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `silence`: for how many ms the file of an owner who cannot be seen is watched for a beat. */
export async function isAlive({ pid, started, place }: Owner, file: string, silence: number): Promise<boolean> {
  if (place !== undefined && place !== (await here())) return beats(file, silence);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as somebody else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return started === undefined || now === undefined || now === started;
}

/** What an owner does every `beatEvery` ms, to be seen from other containers. */
export function beat(file: string): Promise<void> {
  const now = new Date();
  return utimes(file, now, now);
}

/** Whether somebody still touches the file; the clocks of two machines need not agree for that. */
async function beats(file: string, silence: number): Promise<boolean> {
  const first = await touchedAt(file);
  for (let waited = 0; waited < silence; waited += look) {
    await pause(look);
    const now = await touchedAt(file);
    if (now !== first) return now !== undefined;
  }
  return false;
}

async function touchedAt(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Only Linux tells. */
async function here(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
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

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
