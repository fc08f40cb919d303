import type { JobResult, JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import { TransientError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import { isTransient } from '#database/transient.ts';
import type { Job } from './job.ts';
import { mostFaults } from './queues.ts';

/** What a job may take; whatever holds it up longer will not answer any more. */
const timeLimit = 20_000;

const record = z.object({ data: z.unknown() });

/** What a failed attempt leaves for the next: how often the job has failed by its own fault. */
const failure = z.object({ faults: z.number() });

export interface AttemptParts {
  readonly log: Logger;
  readonly onEnd: ((job: string, outcome: 'done' | 'failed' | 'dead') => void) | undefined;
}

/** Runs one job once and says what becomes of it; never throws. */
export async function attempt(job: Job, found: JobWithMetadata, { log, onEnd }: AttemptParts): Promise<JobResult> {
  const { id, name, retryCount, retryLimit } = found;
  const { faults: before } = failure.catch({ faults: 0 }).parse(found.output);
  try {
    await inTime(job.run(job.input.parse(record.parse(found.data).data), id));
    onEnd?.(name, 'done');
    return { id, status: 'completed' };
  } catch (error) {
    // What was away counts against nobody, however often it was: a job is not given up for it.
    const faults = before + (isTransient(error) ? 0 : 1);
    const isDead = faults >= mostFaults || retryCount >= retryLimit;
    const about = { err: error, job: id, queue: name, attempts: retryCount + 1, faults };
    if (isDead) log.error(about, 'a job is given up: it lies with the dead letters until somebody looks at it');
    else log.warn(about, 'a job failed and will be tried again');
    onEnd?.(name, isDead ? 'dead' : 'failed');
    return { id, status: isDead ? 'deadletter' : 'failed', output: { error: String(error), faults } };
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransientError(`the job took longer than ${timeLimit} ms`)), timeLimit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
