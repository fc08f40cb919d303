import type { Queue } from '#database/pg-boss-outbox.ts';
import type { Later } from '#trade/later.ts';

const day = 24 * 3600;

/** Where jobs lie that have failed for good, until somebody has looked at them. */
export const deadLetters = 'dead';

/**
 * A job that fails by its own fault is given up after `mostFaults`; one that meets a database or a Redis that is away
 * is tried for three days, at least every five minutes.
 */
const retrying = {
  retryLimit: 1_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  retentionSeconds: 30 * day,
  deleteAfterSeconds: day,
  // A process that died is noticed by its silence long before the time for a whole batch has passed.
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  deadLetter: deadLetters,
};

/** How often a job may fail by its own fault before it is given up. */
export const mostFaults = 8;

const names: readonly (keyof Later)[] = [
  'notify',
  'order.tell',
  'answer.settle',
  'answer.due',
  'delivery.offer',
  'offer.lapse',
];

/** Every queue, the dead letters first because the others name them. */
export const queues: readonly Queue[] = [
  { name: deadLetters, retentionSeconds: 90 * day },
  ...names.map((name) => ({ name, ...retrying })),
];
