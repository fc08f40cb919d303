import { z } from 'zod';
import type { Database, Transaction } from '#database/database.ts';
import { type StepDue, startClock, stepAfter, waitForAnswer } from '#trade/answers/clock.ts';
import { dropAnswers } from '#trade/answers/drop-answers.ts';
import { aboutOf, openAnswers } from '#trade/answers/open-answer.ts';
import { offerDue } from '#trade/deliveries/offer-clock.ts';
import type { Later } from '#trade/later.ts';
import type { QuestionKind } from '#trade/notices.ts';
import { partDue } from '#trade/orders/part-clock.ts';
import { reservationDue } from '#trade/shelves/reservation-clock.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { Job } from './job.ts';

const input = z.object({
  kind: z.enum(['part', 'reservation', 'offer']),
  id: z.string(),
  step: z.enum(['reminder', 'second', 'volunteer']),
});

const due: Readonly<Record<QuestionKind, StepDue>> = { part: partDue, reservation: reservationDue, offer: offerDue };

/** A step of an answer clock is due: whoever asked acts, and while the question waits the next step is set. */
export function answerDueJob(database: Pick<Database, 'transaction'>, tools: TradeTools): Job<z.infer<typeof input>> {
  return {
    name: 'answer.due',
    input,
    run: (data) => database.transaction((trx) => takeStep(trx, tools, data)),
  };
}

/** Takes a step of an answer clock, once. */
export async function takeStep(
  trx: Transaction,
  tools: TradeTools,
  { kind, id, step }: Later['answer.due'],
): Promise<void> {
  const about = aboutOf(kind, id);
  const answer = (await openAnswers(trx, [about])).get(about);
  if (answer) {
    if (await waitForAnswer(trx, tools, { kind, id, step }, answer.undoUntil)) return;
    // Its job has failed for good: as long as the answer waits, nobody else can give one.
    await dropAnswers(trx, [about]);
  }
  const taken = await trx
    .insertInto('answer_clock')
    .values({ kind, id, step, taken_at: tools.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (taken === undefined) return;
  const outcome = await due[kind](trx, tools, id, step);
  const next = stepAfter(kind, step, tools.settings);
  if (outcome === 'waits' && next !== undefined) await startClock(trx, tools, kind, id, next);
}
