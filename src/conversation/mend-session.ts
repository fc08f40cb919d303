/** What is kept of a session that no turn can go on from. */
import { dayOf } from '#base/clock.ts';
import type { Claim } from '#chats/chat-store.ts';
import { openConversation } from './open-conversation.ts';
import { promptOf } from './question.ts';
import { actingAs } from './roles.ts';
import { type Conversation, decode, defaultLanguage, encode } from './session.ts';
import type { TurnTools } from './turn.ts';

/**
 * For a session that cannot be gone on from, one of no version in its place, so that the next turn begins anew with what
 * is worth keeping; undefined when the session is sound.
 */
export function mendedState(claim: Claim, tools: TurnTools): string | undefined {
  if (claim.session === undefined) return undefined;
  try {
    const { flow, snapshot, conversation } = openConversation(claim, tools.flows, tools.rolesOf(claim.chat));
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
  const nothing = { version: noVersion, guessed: false, value: null, asked: [], missed: 0 };
  return encode({ ...salvaged(chat, session.state, tools), ...nothing });
}

/** Flows count theirs from 1. */
const noVersion = 0;

type Salvaged = Pick<Conversation, 'flow' | 'of' | 'language' | 'context' | 'parked'>;

function salvaged(chat: string, state: string, tools: TurnTools): Salvaged {
  try {
    const { flow, of, language, context, parked } = decode(state);
    return { flow, of, language, context, parked };
  } catch {
    const { role, of } = actingAs(undefined, tools.rolesOf(chat));
    return { flow: role, of, language: undefined, context: undefined, parked: [] };
  }
}
