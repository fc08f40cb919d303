import { type Db, fromKysely, PgBoss, type QueueOptions } from 'pg-boss';
import type { Clock } from '#base/clock.ts';
import type { Logger } from '#base/logger.ts';
import type { Database } from './database.ts';
import { orderedId } from './ordered-id.ts';
import type { Outbox } from './outbox.ts';

/** What a queue is called and how its jobs are tried again. */
export interface Queue extends QueueOptions {
  readonly name: string;
  /** Where jobs go that have failed for good. */
  readonly deadLetter?: string;
}

/** What is kept of a job. `after` is told by our clock, which in tests is not the database's. */
export interface JobRecord {
  readonly data: object;
  readonly after: number | null;
}

/** The outbox, and the queues behind it for whoever works them off. */
export interface PgBossOutbox extends Outbox {
  readonly boss: PgBoss;
  /** Makes the queues; nothing can be sent before. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface OutboxOptions {
  /** A dead letter queue stands before those that name it. */
  readonly queues: readonly Queue[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Jobs kept by pg-boss in the database of the trade, so that a job and its cause are one commit. */
export function createOutbox(database: Database, { queues, clock, log }: OutboxOptions): PgBossOutbox {
  const isPostgres = database.kind === 'postgres';
  const boss = new PgBoss({
    db: guardedConnection(database),
    backend: database.kind,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    // How soon jobs of a process that died are found: on PGlite that process was the only one, see `start`.
    superviseIntervalSeconds: isPostgres ? 5 : 60,
    monitorIntervalSeconds: isPostgres ? 5 : 60,
    // PGlite has no autovacuum that could be watched, and nobody to hold up by rebuilding an index.
    monitorVacuum: isPostgres,
    reindex: isPostgres,
  });
  boss.on('error', (error: unknown) => log.error({ err: error }, 'the job queue failed'));
  boss.on('warning', ({ message }: { message: string }) => log.warn({ warning: message }, 'the job queue warns'));

  return {
    boss,
    async start() {
      await boss.start();
      for (const { name, deadLetter, ...options } of queues) {
        const existing = await boss.getQueue(name);
        const queue = { ...options, notify: true, ...(deadLetter === undefined ? {} : { deadLetter }) };
        if (existing === null) await boss.createQueue(name, queue);
        else await boss.updateQueue(name, queue);
      }
      if (!isPostgres) await freeAbandoned(database);
    },
    stop: () => boss.stop({ graceful: true, timeout: 15_000 }),
    async send(trx, name, data, options) {
      const after = options?.after ?? null;
      const delay = after === null ? 0 : after - clock.now();
      const record: JobRecord = { data, after };
      const id = await boss.send(name, record, {
        db: fromKysely(trx),
        // The queue's order within a transaction, where every job has the same moment of creation.
        id: orderedId(),
        ...(delay > 0 ? { startAfter: new Date(Date.now() + delay) } : {}),
      });
      if (id === null) throw new Error(`the job ${name} was not accepted by its queue`);
    },
  };
}

/** Whoever held a job on an embedded database is gone: one process at a time has it, and that is we. */
async function freeAbandoned(database: Database): Promise<void> {
  await database.run(
    `update pgboss.job set state = 'retry', start_after = now(), heartbeat_on = null where state = 'active'`,
  );
}

/** pg-boss on our connections, so that its use of the root database inside a transaction throws like ours. */
function guardedConnection(database: Database): Db {
  return {
    executeSql: (text, values) => database.run(text, values),
    async listen(channel, heard, resumed) {
      const close = await database.listen(channel, heard, resumed);
      return { close };
    },
  };
}
