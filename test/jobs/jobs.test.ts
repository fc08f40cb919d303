import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TransientError } from '#base/errors.ts';
import type { Database } from '#database/database.ts';
import { createOutbox, type PgBossOutbox } from '#database/pg-boss-outbox.ts';
import type { Job } from '#jobs/job.ts';
import { type Jobs, worker } from '#jobs/jobs.ts';
import { queues } from '#jobs/queues.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { until } from '#test/support/until.ts';

const log = pino({ level: 'silent' });

describe.each(databaseKinds)('jobs on %s', (kind) => {
  let database: Database;
  let outbox: PgBossOutbox;
  let jobs: Jobs;
  let now: number;
  const clock = { now: () => now };
  const ran: string[] = [];
  const ends: string[] = [];
  let fault: (() => Error) | undefined;

  /** A job that notes what it was given, or fails. */
  const noting: Job<{ order: string }> = {
    name: 'order.tell',
    input: z.object({ order: z.string() }),
    async run({ order }) {
      if (fault) throw fault();
      ran.push(order);
    },
  };
  const send = (order: string, options?: { after: number }) =>
    database.transaction((trx) => outbox.send(trx, 'order.tell', { order }, options));

  beforeAll(async () => {
    database = await testDatabase(kind);
    outbox = createOutbox(database, { queues, clock, log });
    await outbox.start();
  });
  beforeEach(async () => {
    now = Date.parse('2026-11-25T10:00:00Z');
    ran.length = 0;
    ends.length = 0;
    fault = undefined;
    await database.run('delete from pgboss.job');
    jobs = worker(database, outbox.boss, clock, { log, onEnd: (_, outcome) => ends.push(outcome) }, [noting]);
  });
  afterEach(() => jobs.stop());
  afterAll(async () => {
    await outbox.stop();
    await database.close();
  });

  it('keeps a job and the rows of its transaction, or neither', async () => {
    await database.run('create table note (words text)');
    await database.transaction(async (trx) => {
      await sql`insert into note values ('kept')`.execute(trx);
      await outbox.send(trx, 'order.tell', { order: 'kept' });
    });
    const lost = database.transaction(async (trx) => {
      await sql`insert into note values ('lost')`.execute(trx);
      await outbox.send(trx, 'order.tell', { order: 'lost' });
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    await jobs.runDue();
    expect((await database.run('select words from note')).rows).toEqual([{ words: 'kept' }]);
    expect(ran).toEqual(['kept']);
  });

  it('refuses the queue itself inside a transaction', async () => {
    const inside = database.transaction(async () => {
      await outbox.boss.send('order.tell', { data: { order: 'A' }, after: null });
    });
    await expect(inside).rejects.toThrow('the root database was used inside a transaction');
    expect((await jobs.counts()).due).toBe(0);
  });

  it('runs every job of a transaction soon after it commits', async () => {
    await jobs.start();
    await database.transaction(async (trx) => {
      for (let order = 1; order <= 30; order++) await outbox.send(trx, 'order.tell', { order: `A${order}` });
    });
    await until('all have run', () => ran.length === 30, 900);
    await until('nothing is under way', async () => {
      const { due, running } = await jobs.counts();
      return due + running === 0;
    });
    expect(ran).toEqual(Array.from({ length: 30 }, (_, index) => `A${index + 1}`));
  });

  it('runs a deferred job when its time has come by the clock, and not before', async () => {
    await send('A', { after: now + 120_000 });
    expect(await jobs.runDue()).toBe(0);
    expect(await jobs.counts()).toEqual({ due: 0, running: 0, later: 1, dead: 0 });
    now += 120_000;
    expect(await jobs.runDue()).toBe(1);
    expect(ran).toEqual(['A']);
  });

  it('finds by itself a deferred job whose time comes', async () => {
    await jobs.start();
    await send('A', { after: now + 200 });
    await until('it has run', () => ran.length === 1);
  });

  it('tries a failed job again later', async () => {
    fault = () => new Error('not today');
    await send('A');
    expect(await jobs.runDue()).toBe(1);
    expect(await jobs.counts()).toEqual({ due: 0, running: 0, later: 1, dead: 0 });
    fault = undefined;
    await database.run(`update pgboss.job set start_after = now()`);
    await jobs.runDue();
    expect(ran).toEqual(['A']);
    expect(ends).toEqual(['failed', 'done']);
  });

  it('lays a job that keeps failing by its own fault with the dead letters', async () => {
    fault = () => new Error('never');
    await send('A');
    for (let failure = 1; failure <= 8; failure++) {
      await database.run(`update pgboss.job set start_after = now() where state = 'retry'`);
      await jobs.runDue();
    }
    expect(await jobs.counts()).toEqual({ due: 0, running: 0, later: 0, dead: 1 });
    expect(ends).toEqual([...Array.from({ length: 7 }, () => 'failed'), 'dead']);
  });

  it('lays it there just the same when it is found by a worker', async () => {
    fault = () => new Error('never');
    await send('A');
    await database.run(`update pgboss.job set output = '{"faults":7}'`);
    await jobs.start();
    await until('it is given up', async () => (await jobs.counts()).dead === 1);
    expect(ends).toEqual(['dead']);
  });

  it('does not give up a job that waits for something to come back', async () => {
    fault = () => new TransientError('the database is away');
    await send('A');
    await database.run(`update pgboss.job set retry_count = 500`);
    await jobs.runDue();
    expect((await jobs.counts()).later).toBe(1);
  });

  it('counts nothing against a job for what was away', async () => {
    await send('A');
    for (const error of [new TransientError('away'), new Error('once')]) {
      fault = () => error;
      for (let failure = 1; failure <= 7; failure++) {
        await database.run(`update pgboss.job set start_after = now() where state = 'retry'`);
        await jobs.runDue();
      }
    }
    expect(await jobs.counts()).toMatchObject({ later: 1, dead: 0 });
    await database.run(`update pgboss.job set start_after = now() where state = 'retry'`);
    await jobs.runDue();
    expect((await jobs.counts()).dead).toBe(1);
  });

  it('gives up a job that nobody can read', async () => {
    await database.transaction((trx) => outbox.send(trx, 'order.tell', { oddly: 'shaped' }));
    await database.run(`update pgboss.job set output = '{"faults":7}'`);
    await jobs.runDue();
    expect((await jobs.counts()).dead).toBe(1);
    expect(ran).toEqual([]);
  });

  it('waits for the job that runs when it stops, and leaves the rest of the batch to others', async () => {
    const begun = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow: Job<{ order: string }> = {
      ...noting,
      async run(data, id) {
        begun.resolve();
        await release.promise;
        await noting.run(data, id);
      },
    };
    const slowJobs = worker(database, outbox.boss, clock, { log, onEnd: undefined }, [slow]);
    await database.transaction(async (trx) => {
      for (const order of ['A', 'B', 'C']) await outbox.send(trx, 'order.tell', { order });
    });
    await slowJobs.start();
    await begun.promise;
    const stopped = slowJobs.stop().then(() => [...ran]);
    release.resolve();
    expect(await stopped).toEqual(['A']);
    const { running, dead } = await slowJobs.counts();
    expect([running, dead]).toEqual([0, 0]);
    await database.run(`update pgboss.job set start_after = now() where state = 'retry'`);
    await jobs.runDue();
    expect(ran).toEqual(['A', 'B', 'C']);
  });
});

it('runs at once what a killed process had begun, on the embedded database', async () => {
  const clock = { now: () => Date.now() };
  const database = await testDatabase();
  const before = createOutbox(database, { queues, clock, log });
  await before.start();
  await database.transaction((trx) => before.send(trx, 'order.tell', { order: 'A' }));
  // Taken and never finished: what a `kill -9` leaves behind.
  await before.boss.fetch('order.tell');
  await before.stop();

  const after = createOutbox(database, { queues, clock, log });
  await after.start();
  const ran: string[] = [];
  const job: Job<{ order: string }> = {
    name: 'order.tell',
    input: z.object({ order: z.string() }),
    run: async ({ order }) => void ran.push(order),
  };
  await worker(database, after.boss, clock, { log, onEnd: undefined }, [job]).runDue();
  expect(ran).toEqual(['A']);
  await after.stop();
  await database.close();
});
