/** What the trade asks to happen later. Each is a job of `jobs/`, written in the transaction that causes it. */

import type { Transaction } from '#database/database.ts';
import type { Outbox } from '#database/outbox.ts';
import type { ClockStep, Notification, QuestionKind } from './notices.ts';

export interface Later {
  /** Tell somebody, soon. */
  notify: Notification;
  /** The time to take an order back has passed: tell its cooperatives. */
  'order.tell': { order: string };
  /** Every cooperative has answered or the last offer failed: ask the next distributor. */
  'delivery.offer': { delivery: string };
  /** An offer's time has passed without an answer. */
  'offer.lapse': { offer: string };
  /** A step of an answer clock is due; does nothing to a question that was answered. */
  'answer.due': { kind: QuestionKind; id: string; step: ClockStep };
  /** The time to take a staff answer back has passed: it takes effect. */
  'answer.settle': { answer: string };
}

export function later<Name extends keyof Later>(
  outbox: Outbox,
  trx: Transaction,
  name: Name,
  data: Later[Name],
  options?: { after?: number },
): Promise<void> {
  return outbox.send(trx, name, data, options);
}
