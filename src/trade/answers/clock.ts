/** Answer clocks: who is asked and does not answer is reminded, then somebody else is asked, then a volunteer is called. */
import type { Transaction } from '#database/database.ts';
import { type Later, later } from '../later.ts';
import type { ClockStep, QuestionKind } from '../notices.ts';
import type { TradeSettings, TradeTools } from '../tools.ts';
import { afterWakingMinutes } from '../waking.ts';

/** Whether the question still waited when its clock came; where it did not, nothing was done and nothing follows. */
export type ClockOutcome = 'waits' | 'over';

/** What a room does when a step of the clock of one of its questions is due. */
export type StepDue = (trx: Transaction, tools: TradeTools, id: string, step: ClockStep) => Promise<ClockOutcome>;

interface Due {
  readonly step: ClockStep;
  /** Waking minutes after the question. */
  readonly after: number;
}

/** The steps of a question, in their order. Of an offer there is only the first: then the next distributor is asked. */
function stepsOf(kind: QuestionKind, { answerClocks }: TradeSettings): readonly Due[] {
  if (kind === 'offer') return [{ step: 'reminder', after: answerClocks.offerReminder }];
  const clock = kind === 'part' ? answerClocks.cooperative : answerClocks.keeper;
  return [
    { step: 'reminder', after: clock.reminder },
    { step: 'second', after: clock.second },
    { step: 'volunteer', after: clock.volunteer },
  ];
}

/** The step that comes after this one, if any. */
export function stepAfter(kind: QuestionKind, step: ClockStep, settings: TradeSettings): ClockStep | undefined {
  const steps = stepsOf(kind, settings);
  return steps[steps.findIndex((one) => one.step === step) + 1]?.step;
}

/**
 * Sets the clock of a question: called with the question, for its first step. What follows a step is set by the job when
 * that step has been taken, so that after a standstill of the server nobody is reminded and passed over in one breath.
 */
export function startClock(
  trx: Transaction,
  tools: TradeTools,
  kind: QuestionKind,
  id: string,
  step: ClockStep = 'reminder',
): Promise<void> {
  const { settings, clock } = tools;
  const steps = stepsOf(kind, settings);
  const index = steps.findIndex((one) => one.step === step);
  const minutes = (steps[index]?.after ?? 0) - (steps[index - 1]?.after ?? 0);
  const after = afterWakingMinutes(clock.now(), minutes, settings.wakingHours, settings.timeZone);
  return later(tools.outbox, trx, 'answer.due', { kind, id, step }, { after });
}

/** An answer that takes effect is late by a moment, not by this: its job has failed, and somebody must hear of it. */
const mostLate = 15 * 60_000;

/**
 * Puts a step off until an answer that was given has taken effect or was taken back: so long the clock stands still. False
 * when that should have happened long ago.
 */
export async function waitForAnswer(
  trx: Transaction,
  tools: TradeTools,
  data: Later['answer.due'],
  undoUntil: number,
): Promise<boolean> {
  const now = tools.clock.now();
  if (now > undoUntil + mostLate) return false;
  // A moment later than the answer's own job; a minute, where that one did not manage.
  const after = now < undoUntil ? undoUntil + 1000 : now + 60_000;
  await later(tools.outbox, trx, 'answer.due', data, { after });
  return true;
}
