/** Workers that die or freeze in the middle of turns, on both stores that several processes can share. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChatStore } from '#chats/chat-store.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { allDone, deliver, expectAllRight, loadOf, startWorker, type Worker } from '#test/support/chat-load.ts';
import { openChats, type WorkerSettings } from '#test/support/chat-worker.ts';
import { freshPostgres, freshRedis } from '#test/support/shared-servers.ts';
import { until } from '#test/support/until.ts';

const common = { limits: { lease: 400, mailLease: 400 }, pace: 5, atATime: 16 };

const places: Record<string, () => Promise<WorkerSettings>> = {
  async Redis() {
    const { url } = await freshRedis();
    return { ...common, kind: 'redis', url, prefix: `test-${randomUUID()}` };
  },
  async Postgres() {
    const url = await freshPostgres();
    const database = await openDatabase({ url, directory: 'unused' });
    await migrate(database);
    await database.close();
    return { ...common, kind: 'postgres', url, prefix: '' };
  },
};

describe.each(Object.entries(places))('on %s', { timeout: 60_000 }, (_, place) => {
  const workers: Worker[] = [];
  let store: ChatStore | undefined;

  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.end();
    await store?.stop();
  });

  async function underLoad() {
    const settings = await place();
    store = await openChats(settings);
    workers.push(await startWorker(settings), await startWorker(settings));
    return { store, settings, load: loadOf(32, 12), first: workers[0] as Worker, second: workers[1] as Worker };
  }

  test('a worker killed in the middle of its turns loses nothing and repeats nothing', async () => {
    const { store, load, first, settings } = await underLoad();
    const delivered = deliver(store, load);
    await until('turns are going on', () => first.count('committed') > 30);
    first.signal('SIGKILL');
    workers.push(await startWorker(settings));
    await delivered;
    await allDone(store);
    await expectAllRight(store, load, workers);
  });

  test('a worker that was frozen and wakes late is refused', async () => {
    const { store, load, first, second } = await underLoad();
    const delivered = deliver(store, load);
    await until('turns are going on', () => first.count('committed') > 30);
    first.signal('SIGSTOP');
    await delivered;
    // The second worker takes over every chat of the first, so nothing is left for it when it wakes.
    await allDone(store);
    expect(second.count('stale')).toBe(0);
    first.signal('SIGCONT');
    await until('the late commits were answered', () => first.count('stale') > 0);
    await allDone(store);
    await expectAllRight(store, load, workers);
  });
});
