/** What waits for its time: for the simulator, where one person plays everybody and need not wait. */
import { z } from 'zod';
import type { Database } from '#database/database.ts';
import type { Later } from '#trade/later.ts';
import type { ClockStep } from '#trade/notices.ts';

/** What waits, and until when (ms since 1970). */
export interface Waiting {
  readonly name: keyof Later;
  /** Of an answer clock. */
  readonly step?: ClockStep;
  readonly at: number;
}

const row = z.object({
  id: z.string(),
  name: z.enum(['order.tell', 'answer.settle', 'answer.due', 'offer.lapse']),
  at: z.coerce.number(),
  step: z.enum(['reminder', 'second', 'volunteer']).nullable(),
});

/**
 * The next job that was put off on purpose and would still do something: clocks of questions that were answered meanwhile
 * stay in the queue and come to nothing. What waits to be tried again is left out, for it waits for something else.
 */
const next = `
  select job.id, job.name, job.data ->> 'after' as at, given ->> 'step' as step
  from pgboss.job, jsonb_path_query_first(job.data, '$.data') as given
  where job.state = 'created' and job.start_after > now() and job.data ->> 'after' is not null
    and case job.name
      when 'order.tell' then exists (
        select from orders where id = given ->> 'order' and state = 'confirmed')
      when 'answer.settle' then exists (
        select from staff_answer where id = given ->> 'answer' and state = 'open')
      when 'offer.lapse' then exists (
        select from offer where id = given ->> 'offer' and state = 'open')
      when 'answer.due' then case given ->> 'kind'
        when 'part' then exists (select from order_part where id = given ->> 'id' and state = 'asked')
        when 'reservation' then exists (select from reservation where id = given ->> 'id' and state = 'asked')
        else exists (select from offer where id = given ->> 'id' and state = 'open')
      end
      else false
    end
  order by (job.data ->> 'after')::bigint, job.id
  limit 1`;

/** What the next thing is that waits for its time. */
export async function nextWaiting(database: Database): Promise<Waiting | undefined> {
  return (await findNext(database))?.waiting;
}

/** Makes the next thing that waits due now; a process that runs jobs finds it. Needs no jobs of its own. */
export async function passWaiting(database: Database): Promise<Waiting | undefined> {
  const found = await findNext(database);
  if (found === undefined) return undefined;
  await database.run(`update pgboss.job set start_after = now() where id = $1 and state = 'created'`, [found.id]);
  return found.waiting;
}

async function findNext(database: Database): Promise<{ id: string; waiting: Waiting } | undefined> {
  const { rows } = await database.run(next, []);
  if (rows.length === 0) return undefined;
  const { id, name, at, step } = row.parse(rows[0]);
  return { id, waiting: { name, at, ...(step === null ? {} : { step }) } };
}
