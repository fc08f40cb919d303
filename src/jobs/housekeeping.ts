import type { Clock } from '#base/clock.ts';
import type { Logger } from '#base/logger.ts';
import type { Database } from '#database/database.ts';
import { sweepAnswers } from '#trade/answers/answer-row.ts';
import { sweepMedia } from '#trade/people/sweep-media.ts';

/** How often it is looked whether anything can go, in ms. */
const every = 6 * 3_600_000;
/** A command is repeated within seconds or never; what it answered is kept much longer than any outage lasts. */
const commandsKept = '30 days';
/** What was given up may hold words, names and addresses; whoever looks into it does so within weeks. In ms. */
const burialsKept = 60 * 24 * 3_600_000;
/** At most so many at once, so that nobody waits for it. */
const mostAtOnce = 1_000;

export interface Housekeeping {
  /** Looks now, and again every few hours. */
  start(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface HousekeepingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Lets go of what is only kept for a time. Several processes may do it at once. */
export function createHousekeeping({ database, clock, log }: HousekeepingParts): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  function look(): void {
    working = tidy({ database, clock }).catch((error: unknown) => {
      log.warn({ err: error }, 'what is old could not be let go of; it is tried again later');
    });
  }

  return {
    start() {
      look();
      timer = setInterval(look, every);
    },
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}

/** One round of it. */
export async function tidy({ database, clock }: Omit<HousekeepingParts, 'log'>): Promise<void> {
  await database.transaction((trx) => sweepMedia(trx, clock.now()));
  await database.transaction((trx) => sweepAnswers(trx, clock.now()));
  await database.run(
    `delete from command where key in (
       select key from command where at < now() - $1::interval and outcome is not null limit $2
     )`,
    [commandsKept, mostAtOnce],
  );
  await database.run(
    `delete from chat_buried where number in (
       select number from chat_buried where buried_at < $1 limit $2
     )`,
    [clock.now() - burialsKept, mostAtOnce],
  );
}
