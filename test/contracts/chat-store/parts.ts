/** Items, letters and turns as short as the tests want them. */
import { expect } from 'vitest';
import type { ChatAddress, Outgoing } from '#channels/channel.ts';
import type { ChatStore, Claim, Commit, Item, TurnOutcome } from '#chats/chat-store.ts';

export const amina: ChatAddress = 'simulator:amina';
export const brahim: ChatAddress = 'telegram:brahim';

export function text(id: string, words = id, chat: ChatAddress = amina): Item {
  return { from: 'person', id, at: 1_700_000_000_000, incoming: { chat, id, at: 1, kind: 'text', text: words } };
}

export function news(id: string): Item {
  return { from: 'house', id, at: 1_700_000_000_000, event: { type: 'order.answered', order: 'A7H4' } };
}

export function letter(body: string): Outgoing {
  return { language: 'fr', body, choices: [] };
}

export function turn(outcome: Partial<TurnOutcome> = {}): TurnOutcome {
  return { state: undefined, letters: [], commands: [], ...outcome };
}

/** Admits and claims in one call, and insists on the claim. */
export async function begin(store: ChatStore, item: Item, chat: ChatAddress = amina): Promise<Claim> {
  const admission = await store.admit(chat, item, { claimFor: 'worker' });
  expect(admission.outcome).toBe('admitted');
  if (admission.outcome !== 'admitted' || admission.claim === undefined) throw new Error('no claim came back');
  return admission.claim;
}

export function claimed(claim: Claim | undefined): Claim {
  if (claim === undefined) throw new Error('nothing was claimed');
  return claim;
}

/** The claim that a commit with `keep` brought. */
export function nextOf(commit: Commit): Claim {
  expect(commit.outcome).toBe('committed');
  return claimed(commit.outcome === 'committed' ? commit.next : undefined);
}
