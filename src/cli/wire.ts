/** The simulator's HTTP door, as the terminal uses it. */
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '#base/errors.ts';
import type { ShownMessage } from '#channels/simulator/message.ts';
import { UsageError } from './command.ts';

export interface Wire {
  /** What a person does: `{ text }`, `{ choice }` or `{ location }`. */
  post(chat: string, act: object): Promise<void>;
  /** What came after `after`, waiting up to so many seconds for the first of it. */
  read(chat: string, after: number, wait: number, signal?: AbortSignal): Promise<readonly ShownMessage[]>;
}

/** True when a Bladi with its simulator answers there. */
export async function isServed(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/simulator/people`, { signal: AbortSignal.timeout(2000) });
    return answer.ok && 'people' in ((await answer.json()) as object);
  } catch {
    return false;
  }
}

export function createWire(url: string): Wire {
  const address = (chat: string) => `${url}/simulator/chats/${encodeURIComponent(chat)}/messages`;

  async function ask(chat: string, query: string, request?: RequestInit): Promise<unknown> {
    for (;;) {
      const answer = await fetch(`${address(chat)}${query}`, request).catch(() => {
        throw new OperatorError(`The server at ${url} no longer answers.`);
      });
      const body = (await answer.json()) as { error?: string };
      if (answer.ok) return body;
      // Too many messages at once: taken a moment later.
      if (answer.status === 429) await pause(1000);
      else if (answer.status < 500) throw new UsageError(body.error ?? answer.statusText);
      else throw new OperatorError(body.error ?? answer.statusText);
    }
  }

  return {
    async post(chat, act) {
      const body = JSON.stringify({ id: crypto.randomUUID(), ...act });
      await ask(chat, '', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    },
    async read(chat, after, wait, signal) {
      const { messages } = (await ask(chat, `?after=${after}&wait=${wait}`, { signal: signal ?? null })) as {
        messages: ShownMessage[];
      };
      return messages;
    },
  };
}
