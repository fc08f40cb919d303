/** What is kept of a session that no turn can go on from. */
import { dayOf } from '#base/clock.ts';
import type { Claim } from '#chats/chat-store.ts';
import { openConversation } from './open-conversation.ts';
import { promptOf } from './question.ts';
import { type Conversation, decode, defaultLanguage, encode } from './session.ts';
import type { TurnTools } from './turn.ts';

/**
 * For a session that cannot be gone on from, one of no version in its place, so that the next turn begins anew with what
 * is worth keeping; undefined when the session is sound.
 */
export function mendedState(claim: Claim, tools: TurnTools): string | undefined {
  if (claim.session === undefined) return undefined;
  const { role } = tools.roleOf(claim.chat) ?? { role: 'customer' };
  try {
    const { flow, snapshot, conversation } = openConversation(claim, tools.flows[role]);
    const now = tools.clock.now();
    const language = conversation.language ?? defaultLanguage;
    promptOf(flow, snapshot, { shop: tools.shop(), now, today: dayOf(now, tools.timeZone), language });
    return undefined;
  } catch {
    return begunAnew(claim, tools);
  }
}

/** A session of no version, so that the next turn begins anew with what is worth keeping. */
export function begunAnew({ chat, session }: Claim, tools: TurnTools): string | undefined {
  if (session === undefined) return undefined;
  const { role } = tools.roleOf(chat) ?? { role: 'customer' };
  const flow = tools.flows[role].name;
  const nothing = { guessed: false, value: null, asked: [], missed: 0 };
  return encode({ flow, version: noVersion, ...salvaged(session.state), ...nothing });
}

/** Flows count theirs from 1. */
const noVersion = 0;

function salvaged(state: string): Pick<Conversation, 'language' | 'context'> {
  try {
    const { language, context } = decode(state);
    return { language, context };
  } catch {
    return { language: undefined, context: undefined };
  }
}
