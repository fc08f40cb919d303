/**
 * A process that works on chats, for tests that kill and freeze it. Each item becomes one letter and one command; the
 * session keeps what was handled, so that an oracle can count. What it does is told on standard output, a line each.
 * Run: node chat-worker.ts '<JSON of WorkerSettings>'
 */
import { setTimeout as work } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { TransientError } from '#base/errors.ts';
import type { ChatStore, ChatStoreLimits, Claim, TurnOutcome } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { createRedisChatStore } from '#chats/redis/redis-chat-store.ts';
import { openDatabase } from '#database/open-database.ts';

export interface WorkerSettings {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
  readonly prefix: string;
  readonly limits: Partial<ChatStoreLimits>;
  /** How long a turn takes, in ms. */
  readonly pace: number;
  readonly atATime: number;
}

export type WorkerLine =
  | { readonly did: 'started' | 'committed' | 'stale' | 'failed' }
  | { readonly did: 'sent'; readonly chat: string; readonly number: number; readonly body: string };

export interface Handled {
  readonly items: readonly string[];
  readonly commands: readonly string[];
}

export async function openChats(settings: WorkerSettings): Promise<ChatStore> {
  const { kind, url, prefix, limits } = settings;
  const store =
    kind === 'redis'
      ? createRedisChatStore({ url, prefix, limits })
      : createPostgresChatStore({ database: await openDatabase({ url, directory: 'unused' }), limits });
  await store.start();
  return store;
}

export function handledIn(claim: Claim): Handled {
  return claim.session === undefined ? { items: [], commands: [] } : (JSON.parse(claim.session.state) as Handled);
}

function turnOf(claim: Claim): TurnOutcome {
  const { items, commands } = handledIn(claim);
  const { id } = claim.head;
  if (claim.head.kind === 'command') {
    return { state: JSON.stringify({ items, commands: [...commands, id] }), letters: [], commands: [] };
  }
  return {
    state: JSON.stringify({ items: [...items, id], commands }),
    letters: [{ language: 'fr', body: id, choices: [] }],
    commands: [{ name: 'count', input: id }],
  };
}

function tell(line: WorkerLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Goes on after failures that pass, as a worker does whose Redis was taken away. */
async function forEver(step: () => Promise<void>): Promise<never> {
  for (;;) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      tell({ did: 'failed' });
    }
  }
}

async function takeTurns(store: ChatStore, pace: number): Promise<void> {
  let claim = await store.claim('worker');
  if (claim === undefined) await store.waitForTurn(1_000);
  while (claim !== undefined) {
    await work(pace);
    const commit = await store.commit(claim, turnOf(claim), { keep: true });
    tell({ did: commit.outcome });
    claim = commit.outcome === 'committed' ? commit.next : undefined;
  }
}

async function sendLetters(store: ChatStore): Promise<void> {
  const claim = await store.claimMail('sender', ['simulator']);
  if (claim === undefined) return store.waitForMail(1_000);
  for (const { number, outgoing } of claim.letters) {
    tell({ did: 'sent', chat: claim.chat, number, body: outgoing.body });
    if (!(await store.settleMail(claim, number))) return;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const settings = JSON.parse(process.argv[2] ?? '') as WorkerSettings;
  const store = await openChats(settings);
  // Ends with the process that started it, which holds the other end of this pipe.
  process.stdin.on('end', () => process.exit()).resume();
  tell({ did: 'started' });
  for (let n = 0; n < settings.atATime; n++) void forEver(() => takeTurns(store, settings.pace));
  void forEver(() => sendLetters(store));
}
