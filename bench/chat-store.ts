/**
 * How many turns a chat store allows: an item is admitted, its claim comes back with it, and the turn is committed with
 * one letter handed over; 64 chats at a time, a session of 1.2 KB. Run: node bench/chat-store.ts [turns]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatAddress } from '#channels/channel.ts';
import type { ChatStore, Item } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { createRedisChatStore } from '#chats/redis/redis-chat-store.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { startRedis } from '#test/support/redis.ts';

const atATime = 64;
const state = JSON.stringify({ flow: 'customer', padding: 'x'.repeat(1_170) });
const letter = { language: 'fr' as const, body: 'Que souhaitez-vous ?'.repeat(8), choices: [] };

async function measure(name: string, store: ChatStore, turns: number): Promise<void> {
  const times: number[] = [];
  let next = 0;
  async function person(number: number): Promise<void> {
    const chat: ChatAddress = `simulator:${name}-${number}`;
    while (next < turns) {
      const id = `${name}${next++}`;
      const begin = performance.now();
      const incoming = { chat, id, at: Date.now(), kind: 'text' as const, text: 'miel de thym' };
      const item: Item = { from: 'person', id, at: incoming.at, incoming };
      const admission = await store.admit(chat, item, { claimFor: 'bench', exempt: true });
      if (admission.outcome !== 'admitted' || admission.claim === undefined) throw new Error('the chat was not free');
      const outcome = { state, letters: [letter], commands: [], handOver: true };
      const commit = await store.commit(admission.claim, outcome, { keep: true });
      if (commit.outcome === 'stale') throw new Error('a commit was refused');
      times.push(performance.now() - begin);
    }
  }
  const begin = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(Array.from({ length: atATime }, (_, number) => person(number)));
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `${name.padEnd(10)} ${Math.round(turns / seconds)} turns/s  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  CPU ${((user + system) / turns).toFixed(0)} ms per 1,000 turns`,
  );
}

const turns = Number(process.argv[2] ?? 20_000);

const redis = await startRedis();
const onRedis = createRedisChatStore({ url: redis.url });
await onRedis.start();
await measure('warm-up', onRedis, turns / 4);
await measure('redis', onRedis, turns);
await onRedis.stop();
await redis.stop();

const postgres = await startPostgres({ fsync: true });
for (const [name, url] of [
  ['postgres', postgres.url],
  ['pglite', undefined],
] as const) {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-bench-'));
  const database = await openDatabase({ url, directory });
  await migrate(database);
  const store = createPostgresChatStore({ database });
  await store.start();
  await measure('warm-up', store, turns / 20);
  await measure(name, store, turns / 5);
  await store.stop();
  await database.close();
  await rm(directory, { recursive: true });
}
await postgres.stop();
