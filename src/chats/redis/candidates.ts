import type { Redis } from 'ioredis';
import type { Bell } from '#chats/bell.ts';
import { readScript, run } from './script.ts';

const look = readScript('look');

/** How many chats each shard names in one look, and for how many ms what it said is worth trying. */
const named = 8;
const fresh = 50;

interface Candidate {
  readonly chat: string;
  readonly since: number;
}

export interface Candidates {
  /** Tries candidates until one is got, looking for new ones once when there are none left. */
  first<Got>(attempt: (chat: string) => Promise<Got | undefined>): Promise<Got | undefined>;
}

/**
 * Chats that may be claimed, those that have waited longest first. No single script can look at all shards (they may
 * lie on different nodes), so each shard names a few, and callers try them one after the other; whoever looks at the
 * same time shares one look.
 */
export function createCandidates(redis: Redis, bell: Bell, keysOfShards: readonly (readonly string[])[]): Candidates {
  let found: Candidate[] = [];
  let foundAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function lookAround(): Promise<void> {
    bell.looking();
    const answers = await Promise.all(keysOfShards.map((keys) => run(redis, look, keys, [named])));
    const seen: Candidate[] = [];
    for (const [due, soonest] of answers as [string[], number][]) {
      for (let i = 0; i < due.length; i += 2) seen.push({ chat: due[i] as string, since: Number(due[i + 1]) });
      if (soonest >= 0) bell.expect(soonest);
    }
    found = seen.sort((a, b) => b.since - a.since);
    foundAt = performance.now();
  }

  return {
    async first(attempt) {
      for (let looked = false; ; ) {
        const candidate = performance.now() - foundAt < fresh ? found.pop() : undefined;
        if (candidate !== undefined) {
          const got = await attempt(candidate.chat);
          if (got !== undefined) return got;
        } else if (looked) {
          return undefined;
        } else {
          running ??= lookAround().finally(() => {
            running = undefined;
          });
          await running;
          looked = true;
        }
      }
    },
  };
}
