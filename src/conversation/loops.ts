/** Workers of this process that look for work, do it, and wait where there is none. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '#base/logger.ts';

export interface Loops {
  readonly isStopping: boolean;
  /** Begins with so many at a time. */
  start(count: number): void;
  /** Begins nothing new; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** With nothing to do a worker looks again after this long, in ms, even if no signal reached it. */
const lookAgain = 1_000;

export interface LoopWork {
  /** Finds one piece of work and does it; false when there was none. */
  readonly work: () => Promise<boolean>;
  /** Resolves when there may be work, or after `atMost` ms. */
  readonly wait: (atMost: number) => Promise<void>;
  readonly logger: Logger;
  /** What is logged, with the error, when a worker could not go on. */
  readonly trouble: string;
}

export function createLoops({ work, wait, logger, trouble }: LoopWork): Loops {
  const running = new Set<Promise<void>>();
  let isStopping = false;

  async function loop(): Promise<void> {
    while (!isStopping) {
      try {
        if (!(await work())) await wait(lookAgain);
      } catch (error) {
        logger.error({ err: error }, trouble);
        await pause(lookAgain);
      }
    }
  }

  return {
    get isStopping() {
      return isStopping;
    },
    start(count) {
      for (let n = 0; n < count; n++) {
        const one = loop().finally(() => running.delete(one));
        running.add(one);
      }
    },
    async stop() {
      isStopping = true;
      await Promise.all(running);
    },
  };
}
