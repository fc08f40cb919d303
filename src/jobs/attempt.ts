import type { JobResult, JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import { TransientError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import { isTransient } from '#database/transient.ts';
import type { Job } from './job.ts';
import { mostFailures } from './queues.ts';

/** What a job may take; whatever holds it up longer will not answer any more. */
const timeLimit = 20_000;

const record = z.object({ data: z.unknown() });

export interface AttemptParts {
  readonly log: Logger;
  readonly onEnd: ((job: string, outcome: 'done' | 'failed' | 'dead') => void) | undefined;
}

/** Runs one job once and says what becomes of it; never throws. */
export async function attempt(job: Job, found: JobWithMetadata, { log, onEnd }: AttemptParts): Promise<JobResult> {
  const { id, name, retryCount, retryLimit } = found;
  try {
    await inTime(job.run(job.input.parse(record.parse(found.data).data), id));
    onEnd?.(name, 'done');
    return { id, status: 'completed' };
  } catch (error) {
    const failures = retryCount + 1;
    const mayPass = isTransient(error) && retryCount < retryLimit;
    const isDead = !mayPass && failures >= mostFailures;
    const about = { err: error, job: id, queue: name, failures };
    if (isDead) log.error(about, 'a job is given up: it lies with the dead letters until somebody looks at it');
    else log.warn(about, 'a job failed and will be tried again');
    onEnd?.(name, isDead ? 'dead' : 'failed');
    return { id, status: isDead ? 'deadletter' : 'failed', output: { error: String(error) } };
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
