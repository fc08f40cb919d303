import type { Bell } from '#chats/bell.ts';
import type { Claim } from '#chats/chat-store.ts';
import { type ChatAnswer, claimOf } from './answers.ts';

/** Claims up to `count` chats; a last answer without a fence says in how many ms there will be more. */
type ClaimLongest = (count: number) => Promise<ChatAnswer[]>;

/**
 * Hands out the chats that have waited longest. All workers of a process wake at the same bell; those that ask at the
 * same time are served by one query instead of one each.
 */
export function createClaims(claimLongest: ClaimLongest, bell: Bell): () => Promise<Claim | undefined> {
  let asking: PromiseWithResolvers<Claim | undefined>[] = [];
  let running = false;

  async function serve(): Promise<void> {
    running = true;
    while (asking.length > 0) {
      const served = asking;
      asking = [];
      bell.looking();
      try {
        const answers = await claimLongest(served.length);
        for (const { fence, due } of answers) if (fence === null && due !== null) bell.expect(due);
        for (const [n, { resolve }] of served.entries()) resolve(answers[n] && claimOf(answers[n]));
      } catch (error) {
        for (const { reject } of served) reject(error);
      }
    }
    running = false;
  }

  return () => {
    const question = Promise.withResolvers<Claim | undefined>();
    asking.push(question);
    if (!running) void serve();
    return question.promise;
  };
}
