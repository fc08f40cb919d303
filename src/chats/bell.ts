/** Wakes those who wait for work in this process. */
export interface Bell {
  /** There may be work. */
  ring(): void;
  /** Somebody is about to look for work: what rang until now is answered. */
  looking(): void;
  /** There will be work in so many ms. */
  expect(inMilliseconds: number): void;
  /** Resolves when the bell rings, when expected work is due, or after `atMost` ms. */
  wait(atMost: number): Promise<void>;
  /** Wakes everybody, now and from now on. */
  silence(): void;
}

/** `lookAgain`: how long somebody waits at most, because a message that wakes may be lost or come from elsewhere. */
export function createBell(lookAgain: number): Bell {
  const waiting = new Set<() => void>();
  // Between a look that found nothing and the wait that follows it the bell may ring; that must not be lost.
  let rang = false;
  let silenced = false;
  let expectedAt = Number.POSITIVE_INFINITY;

  function wakeAll() {
    for (const wake of waiting) wake();
    waiting.clear();
  }

  return {
    ring() {
      rang = waiting.size === 0;
      wakeAll();
    },
    looking() {
      rang = false;
      expectedAt = Number.POSITIVE_INFINITY;
    },
    expect(inMilliseconds) {
      expectedAt = Math.min(expectedAt, performance.now() + inMilliseconds);
    },
    async wait(atMost) {
      if (rang || silenced) {
        rang = false;
        return;
      }
      const untilExpected = Math.max(0, Math.ceil(expectedAt - performance.now()));
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(
        () => {
          waiting.delete(resolve);
          resolve();
        },
        Math.min(atMost, lookAgain, untilExpected),
      );
      waiting.add(resolve);
      await promise;
      clearTimeout(timer);
    },
    silence() {
      silenced = true;
      wakeAll();
    },
  };
}
