/** Wakes those who wait for news of some chats. Listening begins before reading, so that nothing falls between. */
export interface Bells {
  ring(chat: string): void;
  /** For when news may have been missed. */
  ringAll(): void;
  listen(chats: readonly string[]): Listening;
  /** Wakes everybody for good. */
  close(): void;
  readonly closed: boolean;
}

export interface Listening {
  /** Resolves when one of the chats has news, after `atMost` ms, when `signal` aborts or when the bells are closed. */
  news(atMost: number, signal?: AbortSignal): Promise<void>;
  stop(): void;
}

export function createBells(): Bells {
  const listeners = new Map<string, Set<() => void>>();
  let closed = false;

  function listen(chats: readonly string[]): Listening {
    let heard = false;
    let wake: (() => void) | undefined;
    const hear = () => {
      heard = true;
      wake?.();
    };
    for (const chat of chats) listeners.set(chat, (listeners.get(chat) ?? new Set()).add(hear));
    return {
      async news(atMost, signal) {
        if (!heard && !closed && !signal?.aborted) await until(atMost, signal, (resolve) => (wake = resolve));
        heard = false;
        wake = undefined;
      },
      stop() {
        for (const chat of chats) {
          const set = listeners.get(chat);
          set?.delete(hear);
          if (set?.size === 0) listeners.delete(chat);
        }
      },
    };
  }

  function ringAll() {
    for (const set of listeners.values()) for (const hear of set) hear();
  }

  return {
    listen,
    ring(chat) {
      for (const hear of listeners.get(chat) ?? []) hear();
    },
    ringAll,
    close() {
      closed = true;
      ringAll();
    },
    get closed() {
      return closed;
    },
  };
}

function until(atMost: number, signal: AbortSignal | undefined, arm: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, atMost);
    signal?.addEventListener('abort', end);
    arm(end);
  });
}
