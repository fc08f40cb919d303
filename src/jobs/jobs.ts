import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Clock } from '#base/clock.ts';
import type { Logger } from '#base/logger.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import type { Database } from '#database/database.ts';
import type { PgBossOutbox } from '#database/pg-boss-outbox.ts';
import type { Directory } from '#trade/people/directory.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type AttemptParts, attempt } from './attempt.ts';
import type { Job } from './job.ts';
import { bringForward, countJobs, type JobCounts, retryNoMore } from './job-table.ts';
import { notifyJob } from './notify.ts';
import { tradeJobs } from './trade-jobs.ts';
import { passWaiting, type Waiting } from './waiting.ts';

export interface JobsParts {
  readonly database: Database;
  readonly outbox: PgBossOutbox;
  readonly tools: TradeTools;
  readonly chats: Pick<ChatStore, 'admit'>;
  readonly directory: Pick<Directory, 'chatsOf'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of every attempt, for the metrics. */
  readonly onEnd?: AttemptParts['onEnd'];
}

export interface Jobs {
  /** From now on jobs are run as they become due. The outbox is started before. */
  start(): Promise<void>;
  /** Takes no further jobs and resolves when those that run have ended. */
  stop(): Promise<void>;
  /** Runs here and now all that is due by the clock, and what that causes in turn; resolves with how many ran. */
  runDue(): Promise<number>;
  counts(): Promise<JobCounts>;
  /** Lets the time pass up to the next thing that waits for it, and says what that was; `undefined` when nothing waits. */
  passWaiting(): Promise<Waiting | undefined>;
}

const batchSize = 20;

/** Runs what the trade left for later. */
export function createJobs(parts: JobsParts): Jobs {
  const { database, outbox, tools, clock, log } = parts;
  const jobs = [notifyJob(parts), ...tradeJobs(database, tools)];
  return worker(database, outbox.boss, clock, { log, onEnd: parts.onEnd }, jobs);
}

export function worker(
  database: Database,
  boss: PgBossOutbox['boss'],
  clock: Clock,
  parts: AttemptParts,
  jobs: readonly Job[],
): Jobs {
  let isStopping = false;

  /** One after the other, so that what was sent first is mostly told first. */
  async function runBatch(job: Job, batch: readonly JobWithMetadata[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const found of batch.toSorted(byAge)) {
      // A stop waits for one job, not for a batch of them; whoever runs next goes on with the others.
      results.push(isStopping ? notRun(found) : await attempt(job, found, parts));
    }
    return results;
  }

  async function runReady(job: Job): Promise<number> {
    const batch = await boss.fetch<object>(job.name, { batchSize, includeMetadata: true });
    for (const result of await runBatch(job, batch)) {
      const found = batch.find(({ id }) => id === result.id);
      if (found === undefined) continue;
      if (result.status === 'completed') {
        await boss.complete(job.name, found);
        continue;
      }
      if (result.status === 'deadletter') await retryNoMore(database, found.id);
      await boss.fail(job.name, found, result.output as object);
    }
    return batch.length;
  }

  return {
    async start() {
      for (const job of jobs) {
        const options = {
          batchSize,
          includeMetadata: true,
          perJobResults: true,
          burstWhenBatchFull: true,
          // A job that was sent is notified; one whose time comes is only found by looking.
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 1,
        } as const;
        await boss.work(job.name, options, (batch: JobWithMetadata[]) => runBatch(job, batch));
      }
    },
    async stop() {
      isStopping = true;
      await Promise.all(jobs.map((job) => boss.offWork(job.name, { wait: true })));
    },
    async runDue() {
      let ran = 0;
      for (let more = true; more; ) {
        await bringForward(database, clock.now());
        more = false;
        for (const job of jobs) {
          const count = await runReady(job);
          ran += count;
          more ||= count > 0;
        }
      }
      return ran;
    },
    counts: () => countJobs(database),
    passWaiting: () => passWaiting(database),
  };
}

function notRun({ id, output }: JobWithMetadata): JobResult {
  return { id, status: 'failed', output };
}

/** Their ids say in which order they were sent. */
function byAge(one: JobWithMetadata, other: JobWithMetadata): number {
  return one.id < other.id ? -1 : 1;
}
