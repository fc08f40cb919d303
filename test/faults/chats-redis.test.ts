/** A Redis that is killed, frozen, full, or not fit for keeping chats. */
import { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';
import { OperatorError, TransientError } from '#base/errors.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { createRedisChatStore, type RedisChatStoreOptions } from '#chats/redis/redis-chat-store.ts';
import { amina, begin, text, turn } from '#test/contracts/chat-store/parts.ts';
import { allDone, deliver, expectAllRight, loadOf, startWorker, type Worker } from '#test/support/chat-load.ts';
import { openChats, type WorkerSettings } from '#test/support/chat-worker.ts';
import { freePort } from '#test/support/private-server.ts';
import { type RedisServer, startRedis } from '#test/support/redis.ts';
import { until } from '#test/support/until.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function redisWith(settings: Record<string, string> = {}): Promise<RedisServer> {
  const server = await startRedis(settings);
  ends.push(() => server.stop());
  return server;
}

function storeOn(url: string, options: Partial<RedisChatStoreOptions> = {}): ChatStore {
  const store = createRedisChatStore({ url, ...options });
  ends.push(() => store.stop());
  return store;
}

test('a Redis killed three times under load loses nothing and repeats nothing', { timeout: 60_000 }, async () => {
  const server = await redisWith();
  const limits = { lease: 400, mailLease: 400 };
  // So slow that the load is still under way at the third kill, however long a restart takes to be noticed.
  const settings: WorkerSettings = { kind: 'redis', url: server.url, prefix: 'bladi', limits, pace: 20, atATime: 16 };
  const workers: Worker[] = [await startWorker(settings), await startWorker(settings)];
  ends.push(...workers.map((worker) => () => worker.end()));
  const store = await openChats(settings);
  ends.push(() => store.stop());

  const load = loadOf(32, 120);
  const delivered = deliver(store, load);
  const committed = () => workers.reduce((sum, worker) => sum + worker.count('committed'), 0);
  for (const kill of [1, 2, 3]) {
    const before = committed();
    await until(`turns are going on before kill ${kill}`, () => committed() > before + 100);
    await server.kill();
    await server.restart();
  }
  await delivered;
  await allDone(store);
  await expectAllRight(store, load, workers);
  expect(committed()).toBeGreaterThanOrEqual(2 * 32 * 120);
});

test('a call to a frozen Redis fails in bounded time, and works again once Redis does', async () => {
  const server = await redisWith();
  const store = storeOn(server.url, { patience: 200 });
  await store.start();
  process.kill(server.pid, 'SIGSTOP');
  await expect(store.admit(amina, text('m1'))).rejects.toThrow(TransientError);
  process.kill(server.pid, 'SIGCONT');
  // What was sent is carried out after all; the provider that sends it again is told that it is known.
  await until('Redis answers', async () => (await store.admit(amina, text('m1'))).outcome === 'duplicate');
});

test('a call to a Redis that is gone fails in bounded time', async () => {
  const server = await redisWith();
  const store = storeOn(server.url, { patience: 200 });
  await store.start();
  await server.kill();
  await expect(store.admit(amina, text('m1'))).rejects.toThrow(TransientError);
  await expect(store.claim('w')).rejects.toThrow(TransientError);
  await server.restart();
  expect(await until('Redis answers', () => store.admit(amina, text('m2')))).toMatchObject({ outcome: 'admitted' });
});

test('a full Redis refuses new messages as a whole and lets the turns that run be finished', async () => {
  const server = await redisWith();
  const store = storeOn(server.url);
  await store.start();
  const claim = await begin(store, text('m1'));
  const operator = new Redis(server.url);
  ends.push(() => operator.quit());
  await operator.config('SET', 'maxmemory', '1mb');
  await expect(store.admit(amina, text('m2'))).rejects.toThrow(TransientError);
  expect((await store.commit(claim, turn({ state: 'one' }))).outcome).toBe('committed');
  await operator.config('SET', 'maxmemory', '0');
  expect(await begin(store, text('m2'))).toMatchObject({ head: { id: 'm2' }, session: { version: 1, state: 'one' } });
});

test('the start is refused without an append-only file', async () => {
  const server = await redisWith({ appendonly: 'no' });
  await expect(storeOn(server.url).start()).rejects.toThrow(/^REDIS_URL: .*"appendonly yes"/);
  await expect(storeOn(server.url, { durability: 'assured' }).start()).rejects.toThrow(OperatorError);
});

test('the start is refused when keys may be evicted', async () => {
  const server = await redisWith({ 'maxmemory-policy': 'allkeys-lru' });
  await expect(storeOn(server.url).start()).rejects.toThrow(/^REDIS_URL: .*allkeys-lru.*noeviction/);
});

test('a Redis whose settings may not be read needs its owner to vouch for it', async () => {
  const server = await redisWith();
  const operator = new Redis(server.url);
  ends.push(() => operator.quit());
  await operator.call('ACL', 'SETUSER', 'tenant', 'on', '>secret', '~*', '&*', '+@all', '-config');
  const url = server.url.replace('redis://', 'redis://tenant:secret@');
  await expect(storeOn(url).start()).rejects.toThrow(/REDIS_DURABILITY=assured/);
  const store = storeOn(url, { durability: 'assured' });
  await store.start();
  expect((await store.admit(amina, text('m1'))).outcome).toBe('admitted');
});

test('the start is refused when the chats were spread over another number of shards', async () => {
  const server = await redisWith();
  const operator = new Redis(server.url);
  ends.push(() => operator.quit());
  await operator.set('bladi:shards', '4');
  await expect(storeOn(server.url).start()).rejects.toThrow(/^REDIS_URL: .*4 shards/);
});

test('the start is refused where no Redis answers', async () => {
  const url = `redis://:secret@127.0.0.1:${await freePort()}`;
  await expect(storeOn(url).start()).rejects.toThrow(/^REDIS_URL: no Redis answers at 127\.0\.0\.1:\d+ \(/);
  await expect(storeOn(url).start()).rejects.not.toThrow(/secret/);
});
