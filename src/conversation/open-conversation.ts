/** How a saved conversation is gone on from. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Claim } from '#chats/chat-store.ts';
import type { Flow } from '#flows/kit.ts';
import type { Role } from '#trade/people/roles.ts';
import { type Acting, actingAs, type Held, isSame, otherAs, rolesOf, switched } from './roles.ts';
import { type Conversation, decode, type OtherConversation } from './session.ts';
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

type Flows = Readonly<Record<Role, Flow>>;

/** The conversation of the role in which the chat acts: what its session keeps, or a new one. */
export function openConversation(claim: Claim, flows: Flows, held: readonly Held[]): Opened {
  const saved = claim.session && onlyHeld(decode(claim.session.state), held);
  const acting = actingAs(saved, held);
  if (saved === undefined) return begun(flows, acting, undefined);
  const { role, of } = acting;
  if (saved.flow === role && (saved.of === of || saved.of === '')) return goneOn(flows, saved, { ...saved, of });
  const opened = openAs(flows, saved, acting);
  return { ...opened, conversation: onlyHeld(opened.conversation, held) };
}

/** Of a role that was taken away nothing is kept: what it knew of customers is not this person's to have. */
function onlyHeld(conversation: Conversation, held: readonly Held[]): Conversation {
  if (conversation.others.length === 0) return conversation;
  const roles = rolesOf(held);
  const others = conversation.others.filter(({ flow, of }) => roles.some((one) => isSame(one, { role: flow, of })));
  return { ...conversation, others };
}

/** The person's conversation in another of their roles, with the present one kept for later. */
export function openAs(flows: Flows, conversation: Conversation, acting: Acting): Opened {
  const other = otherAs(conversation, acting);
  const kept = { ...conversation, ...switched(conversation, acting), missed: 0 };
  return other === undefined ? begun(flows, acting, kept) : goneOn(flows, kept, other);
}

/** Another of their conversations as it stands, leaving the person where they are. */
export function openOther(flows: Flows, conversation: Conversation, acting: Acting): Opened {
  const other = otherAs(conversation, acting);
  return other === undefined ? begun(flows, acting, conversation) : goneOn(flows, conversation, other);
}

function begun(flows: Flows, { role, of }: Acting, before: Conversation | undefined): Opened {
  const flow = flows[role];
  const snapshot = beginning(flow);
  const { name, version } = flow;
  const conversation: Conversation = {
    ...{ flow: name, of, version, value: snapshot.value, context: snapshot.context, asked: [], missed: 0 },
    language: before?.language,
    guessed: before?.guessed ?? false,
    others: before?.others ?? [],
  };
  return { flow, conversation, snapshot, isNew: true, isRenewed: false };
}

/** One of another version goes on with what is worth keeping. */
function goneOn(
  flows: Flows,
  conversation: Conversation,
  { flow: name, of, version, value, context }: OtherConversation,
): Opened {
  const flow = flows[name];
  const isRenewed = version !== flow.version;
  const start = beginning(flow);
  const snapshot = isRenewed ? resumed(flow, start.value, flow.carryOver(context)) : resumed(flow, value, context);
  return {
    ...{ flow, snapshot, isNew: false, isRenewed },
    conversation: {
      ...conversation,
      ...{ flow: name, of, version: flow.version, value: snapshot.value, context: snapshot.context },
      ...(isRenewed && { asked: [], missed: 0 }),
    },
  };
}
