/** A server that is told to stop, with work in its hands and with nobody behind it who answers. */
import { afterEach, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '#test/support/redis.ts';
import { type Server, startServer } from '#test/support/server.ts';
import { freshPostgres } from '#test/support/shared-servers.ts';
import { until } from '#test/support/until.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serverOnRedis(): Promise<{ server: Server; redis: RedisServer }> {
  const redis = await startRedis();
  ends.push(() => redis.stop());
  const server = await startServer({ DATABASE_URL: await freshPostgres(), REDIS_URL: redis.url });
  ends.push(() => server.stop());
  return { server, redis };
}

const chats = Array.from({ length: 100 }, (_, n) => `person${n}`);

async function write(server: Server, chat: string): Promise<number> {
  const answer = await fetch(`${server.url}/simulator/chats/${chat}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'first', text: 'bonjour' }),
  });
  return answer.status;
}

async function answersTo(server: Server, chat: string): Promise<number> {
  const answer = await fetch(`${server.url}/simulator/chats/${chat}/messages?after=0&wait=0`);
  const { messages } = (await answer.json()) as { messages: readonly { from: string }[] };
  return messages.filter(({ from }) => from === 'bot').length;
}

test('a stop with a hundred turns in flight loses none and repeats none', { timeout: 60_000 }, async () => {
  const { server } = await serverOnRedis();
  expect(new Set(await Promise.all(chats.map((chat) => write(server, chat))))).toEqual(new Set([202]));
  const begun = Date.now();
  await server.end();
  expect(Date.now() - begun).toBeLessThan(10_000);
  await server.restart();
  for (const chat of chats) {
    await until(`${chat} has an answer`, async () => (await answersTo(server, chat)) > 0);
    expect(await answersTo(server, chat)).toBe(1);
  }
});

test('a stop does not wait for a Redis that is frozen, and what it took is answered later', {
  timeout: 90_000,
}, async () => {
  const { server, redis } = await serverOnRedis();
  await Promise.all(chats.map((chat) => write(server, chat)));
  process.kill(redis.pid, 'SIGSTOP');
  const begun = Date.now();
  await server.end();
  expect(Date.now() - begun).toBeLessThan(10_000);
  process.kill(redis.pid, 'SIGCONT');
  await server.restart();
  // A letter in the hands of the sender that was stopped waits for the end of its lease.
  for (const chat of chats)
    await until(`${chat} has an answer`, async () => (await answersTo(server, chat)) > 0, 60_000);
});
