/** What is kept of a session that no turn can go on from. */
import { dayOf } from '#base/clock.ts';
import type { Claim } from '#chats/chat-store.ts';
import { type Opened, openConversation, openOther } from './open-conversation.ts';
import { promptOf } from './question.ts';
import { actingAs } from './roles.ts';
import { type Conversation, decode, defaultLanguage, encode, type OtherConversation } from './session.ts';
import type { TurnTools } from './turn.ts';

/**
 * For a session that cannot be gone on from, one of no version in its place, so that the next turn begins anew with what
 * is worth keeping; so, too, for the conversation of a role in which the person does not act. Undefined when all is sound.
 */
export function mendedState(claim: Claim, tools: TurnTools): string | undefined {
  if (claim.session === undefined) return undefined;
  try {
    checkPrompt(openConversation(claim, tools.flows, tools.rolesOf(claim.chat)), tools);
    const saved = decode(claim.session.state);
    const others = saved.others.map((one) => (isSound(saved, one, tools) ? one : { ...one, ...begunNowhere }));
    return others.every((one, index) => one === saved.others[index]) ? undefined : encode({ ...saved, others });
  } catch {
    return begunAnew(claim, tools);
  }
}

function isSound(saved: Conversation, { flow: role, of }: OtherConversation, tools: TurnTools): boolean {
  try {
    checkPrompt(openOther(tools.flows, saved, { role, of }), tools);
    return true;
  } catch {
    return false;
  }
}

/** Throws where no question can be put. */
function checkPrompt({ flow, snapshot, conversation }: Opened, tools: TurnTools): void {
  const now = tools.clock.now();
  const language = conversation.language ?? defaultLanguage;
  promptOf(flow, snapshot, { shop: tools.shop(), now, today: dayOf(now, tools.timeZone), language });
}

/** A session of no version, so that the next turn begins anew with what is worth keeping. */
export function begunAnew({ chat, session }: Claim, tools: TurnTools): string | undefined {
  if (session === undefined) return undefined;
  const nothing = { ...begunNowhere, guessed: false, asked: [], missed: 0 };
  return encode({ ...salvaged(chat, session.state, tools), ...nothing });
}

/** Flows count their versions from 1. */
const begunNowhere = { version: 0, value: null };

type Salvaged = Pick<Conversation, 'flow' | 'of' | 'language' | 'context' | 'others'>;

function salvaged(chat: string, state: string, tools: TurnTools): Salvaged {
  try {
    const { flow, of, language, context, others } = decode(state);
    return { flow, of, language, context, others };
  } catch {
    const { role, of } = actingAs(undefined, tools.rolesOf(chat));
    return { flow: role, of, language: undefined, context: undefined, others: [] };
  }
}
