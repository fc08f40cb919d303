import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a state: asks every few milliseconds until the answer is truthy; throws with `what` when it never is. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  atMost = 15_000,
): Promise<NonNullable<Awaited<Answer>>> {
  const end = Date.now() + atMost;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer as NonNullable<Awaited<Answer>>;
    } catch (error) {
      last = error;
    }
    await pause(5);
  }
  throw new Error(`waited ${atMost} ms in vain: ${what}`, { cause: last });
}
