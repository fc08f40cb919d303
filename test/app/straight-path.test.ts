/** Whole orders, from the first hello to the customer's hands, with everything real. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createApp } from '#app';
import { readSettings } from '#config';
import type { Database } from '#database/database.ts';
import { openDatabase } from '#database/open-database.ts';
import { collected, collectInYoussoufia, delivered, deliverToBouchane, words } from '#test/app/straight-path.ts';
import { startRedis } from '#test/support/redis.ts';
import { startServer } from '#test/support/server.ts';
import { freshPostgres } from '#test/support/shared-servers.ts';
import { expectAtRest, expectOneAnswerEach, expectSettled, screens, wordsTyped } from './settled.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-app-'));
  ends.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function ownServers(): Promise<{ DATABASE_URL: string; REDIS_URL: string }> {
  const redis = await startRedis();
  ends.push(() => redis.stop());
  return { DATABASE_URL: await freshPostgres(), REDIS_URL: redis.url };
}

async function open(url: string | undefined, directory: string): Promise<Database> {
  const database = await openDatabase({ url, directory });
  ends.push(() => database.close());
  return database;
}

describe.each([
  { kind: 'the embedded database', servers: async () => ({}) },
  { kind: 'Redis and Postgres', servers: ownServers },
])('on $kind', ({ servers }) => {
  test('an order is delivered to Bouchane and another collected in Youssoufia', { timeout: 120_000 }, async () => {
    const directory = await temporaryDirectory();
    const settings = readSettings({
      ...{ PORT: '0', DATA_DIR: directory, UNDO_SECONDS: '0', LOG_LEVEL: 'silent' },
      ...(await servers()),
    });
    const app = createApp(settings);
    ends.push(() => app.stop());
    const { url = '' } = await app.start();

    const french = await deliverToBouchane('amina', { url: () => url });
    const arabic = await collectInYoussoufia('khadija', { url: () => url });
    await app.stop();

    const database = await open(settings.databaseUrl, directory);
    await expectSettled(database, french, delivered);
    await expectSettled(database, arabic, collected);
    await expectAtRest(database);
    const lines = await screens(database);
    expectOneAnswerEach(lines);
    expect(wordsTyped(lines)).toEqual([words.hello, words.name, words.address, words.arabicHello, words.arabicName]);
  });
});

test('a process for the web and one for the work carry an order through', { timeout: 120_000 }, async () => {
  const env = { ...(await ownServers()), UNDO_SECONDS: '1' };
  const [web, worker] = await Promise.all([startServer(env, 'web'), startServer(env, 'worker')]);
  ends.push(
    () => web.stop(),
    () => worker.stop(),
  );
  const number = await deliverToBouchane('amina', { url: () => web.url });
  const database = await open(env.DATABASE_URL, '');
  await expectSettled(database, number, delivered);
  expectOneAnswerEach(await screens(database));
});
