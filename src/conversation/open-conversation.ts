/** How a saved conversation is gone on from. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Claim } from '#chats/chat-store.ts';
import type { Flow } from '#flows/kit.ts';
import { type Conversation, decode } from './session.ts';
import { beginning, resumed } from './step.ts';

/** A conversation as a turn finds it. */
export interface Opened {
  readonly flow: Flow;
  readonly conversation: Conversation;
  readonly snapshot: AnyMachineSnapshot;
  readonly isNew: boolean;
  /** True when the saved state was of another version and only what matters was kept. */
  readonly isRenewed: boolean;
}

/** What the claim's session keeps, or a new conversation; one of another version goes on with what is worth keeping. */
export function openConversation(claim: Claim, flow: Flow): Opened {
  const saved = claim.session && decode(claim.session.state);
  if (saved?.flow === flow.name && saved.version === flow.version) {
    const snapshot = resumed(flow, saved.value, saved.context);
    return { flow, conversation: saved, snapshot, isNew: false, isRenewed: false };
  }
  const start = beginning(flow);
  const isRenewed = saved?.flow === flow.name;
  const snapshot = isRenewed ? resumed(flow, start.value, flow.carryOver(saved.context)) : start;
  const conversation: Conversation = {
    flow: flow.name,
    version: flow.version,
    language: saved?.language,
    guessed: saved?.guessed ?? false,
    value: snapshot.value,
    context: snapshot.context,
    asked: [],
    missed: 0,
  };
  return { flow, conversation, snapshot, isNew: saved === undefined, isRenewed };
}
