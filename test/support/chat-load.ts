/** A load of messages for fault tests, the processes that work on it, and the oracle that counts afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { TransientError } from '#base/errors.ts';
import type { ChatAddress } from '#channels/channel.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { handledIn, type WorkerLine, type WorkerSettings } from './chat-worker.ts';
import { until } from './until.ts';

export interface Worker {
  readonly pid: number;
  readonly lines: readonly WorkerLine[];
  count(did: WorkerLine['did']): number;
  signal(signal: NodeJS.Signals): void;
  end(): Promise<void>;
}

export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const script = fileURLToPath(new URL('./chat-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines: WorkerLine[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line) as WorkerLine));
  const count = (did: WorkerLine['did']) => lines.filter((line) => line.did === did).length;
  await until('the worker has started', () => count('started') === 1);
  return {
    pid: child.pid as number,
    lines,
    count,
    signal: (signal) => child.kill(signal),
    async end() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export interface Load {
  readonly chats: readonly ChatAddress[];
  readonly each: number;
}

export function loadOf(chats: number, each: number): Load {
  return { chats: Array.from({ length: chats }, (_, n): ChatAddress => `simulator:customer-${n}`), each };
}

/** Admits the load as a provider delivers it: in order per chat, each message again until it is acknowledged. */
export async function deliver(store: ChatStore, { chats, each }: Load): Promise<void> {
  await Promise.all(
    chats.map(async (chat) => {
      for (let n = 0; n < each; n++) await deliverOne(store, chat, `m${n}`);
    }),
  );
}

async function deliverOne(store: ChatStore, chat: ChatAddress, id: string): Promise<void> {
  for (;;) {
    try {
      const incoming = { chat, id, at: 0, kind: 'text' as const, text: id };
      await store.admit(chat, { from: 'person', id, at: 0, incoming }, { exempt: true });
      return;
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
    }
  }
}

export async function allDone(store: ChatStore): Promise<void> {
  await until(
    'every item, command and letter is done',
    async () => {
      const { waiting, leased, mail } = await store.counts();
      return waiting + leased + mail === 0;
    },
    30_000,
  );
}

/** Every item once and in order, every command carried out once, every letter sent, in order, none missing. */
export async function expectAllRight(store: ChatStore, load: Load, workers: readonly Worker[]): Promise<void> {
  const ids = Array.from({ length: load.each }, (_, n) => `m${n}`);
  const numbers = ids.map((_, n) => n + 1);
  for (const chat of load.chats) {
    const probe = { from: 'house', id: 'probe', at: 0, event: { type: 'probe' } } as const;
    const admission = await store.admit(chat, probe, { claimFor: 'oracle' });
    if (admission.outcome !== 'admitted' || !admission.claim) throw new Error(`${chat} was not at rest`);
    const handled = handledIn(admission.claim);
    expect(handled.items, chat).toEqual(ids);
    expect(handled.commands, chat).toEqual(ids.map((id) => `${id}|1`));

    const sent = workers.flatMap(({ lines }) => lines).flatMap((line) => (isSent(line, chat) ? [line] : []));
    // A letter may leave twice when its sender dies between sending and settling, never out of order or not at all.
    const byNumber = new Map(sent.map(({ number, body }) => [number, body]));
    expect(
      [...byNumber.keys()].sort((a, b) => a - b),
      chat,
    ).toEqual(numbers);
    expect(
      numbers.map((number) => byNumber.get(number)),
      chat,
    ).toEqual(ids);
    for (const { lines } of workers) {
      const own = lines.flatMap((line) => (isSent(line, chat) ? [line.number] : []));
      expect(own, chat).toEqual(own.toSorted((a, b) => a - b));
    }
  }
}

function isSent(line: WorkerLine, chat: ChatAddress): line is Extract<WorkerLine, { did: 'sent' }> {
  return line.did === 'sent' && line.chat === chat;
}
