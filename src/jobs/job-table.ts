import type { Database } from '#database/database.ts';
import { deadLetters } from './queues.ts';

export interface JobCounts {
  /** Waiting to be run now. */
  readonly due: number;
  readonly running: number;
  /** Waiting for their time, or to be tried again. */
  readonly later: number;
  /** Given up. */
  readonly dead: number;
}

/** How much there is to do; nothing is under way when `due` and `running` are 0. */
export async function countJobs(database: Database): Promise<JobCounts> {
  const { rows } = await database.run(
    `select
       count(*) filter (where name <> $1 and state in ('created', 'retry') and start_after <= now())::int as due,
       count(*) filter (where name <> $1 and state = 'active')::int as running,
       count(*) filter (where name <> $1 and state in ('created', 'retry') and start_after > now())::int as later,
       count(*) filter (where name = $1 and state = 'created')::int as dead
     from pgboss.job where state < 'completed'`,
    [deadLetters],
  );
  return rows[0] as JobCounts;
}

/** Makes due what is due by our clock, where that is ahead of the database's. */
export async function bringForward(database: Database, now: number): Promise<void> {
  await database.run(
    `update pgboss.job set start_after = now()
     where state = 'created' and start_after > now() and (data ->> 'after')::bigint <= $1`,
    [now],
  );
}

/** The failure that follows is this job's last. */
export async function retryNoMore(database: Database, id: string): Promise<void> {
  await database.run('update pgboss.job set retry_limit = retry_count where id = $1', [id]);
}
