/** One chat, several roles: in which of them a person acts, and what their other conversations keep meanwhile. */
import type { Language, Prompt, Statement, Value } from '#flows/kit.ts';
import type { Role } from '#trade/people/roles.ts';
import { type Conversation, defaultLanguage, type OtherConversation } from './session.ts';

/** A role a chat holds; customers and volunteers act for nobody by name, so `of` is empty. */
export interface Acting {
  readonly role: Role;
  readonly of: string;
}

/** A role that the chat was given; second contacts are only asked when the first do not answer. */
export interface Held extends Acting {
  readonly contact?: number;
  /** What is spoken as long as the person has written no word that tells. */
  readonly language?: Language | null;
}

export const asCustomer: Acting = { role: 'customer', of: '' };

export function isSame(one: Acting, other: Acting): boolean {
  return one.role === other.role && one.of === other.of;
}

/** All the roles of a chat; everybody may be a customer. */
export function rolesOf(held: readonly Held[]): readonly Acting[] {
  return [...held.map(({ role, of }) => ({ role, of })), asCustomer];
}

/** Sessions of before there were several roles do not say for whom their person acts: there was one role of a kind. */
function isMeant(one: Acting, { flow, of }: Pick<Conversation, 'flow' | 'of'>): boolean {
  return isSame(one, { role: flow, of }) || (of === '' && one.role === flow);
}

/** The role in which the conversation stands, as long as it is still held; else the one it begins in. */
export function actingAs(conversation: Conversation | undefined, held: readonly Held[]): Acting {
  const still = conversation && rolesOf(held).find((one) => isMeant(one, conversation));
  if (still !== undefined) return still;
  // Whoever is only asked second comes here mostly for themselves.
  const first = held.find(({ contact }) => contact !== 2);
  return first === undefined ? asCustomer : { role: first.role, of: first.of };
}

/** The language of a conversation that has told none: what was agreed with its role, else the programme's first. */
export function languageOf(language: Language | undefined, acting: Acting, held: readonly Held[]): Language {
  return language ?? held.find((one) => isSame(one, acting))?.language ?? defaultLanguage;
}

const names = {
  customer: 'common.roleCustomer',
  cooperative: 'common.roleCooperative',
  distributor: 'common.roleDistributor',
  shelf: 'common.roleShelf',
  volunteer: 'common.roleVolunteer',
} as const;

function nameOf({ role, of }: Acting): Value {
  if (role === 'cooperative') return { cooperative: of };
  if (role === 'distributor') return { distributor: of };
  return role === 'shelf' ? { shelf: of } : { sentence: names[role] };
}

export function nowAs(acting: Acting): Statement {
  return { key: 'common.nowAs', values: { name: nameOf(acting) } };
}

/** Said above news for a role in which the person does not act at the moment. */
export function newsFor(acting: Acting): Statement {
  return { key: 'common.newsForRole', values: { name: nameOf(acting) } };
}

export function waitsFor(acting: Acting): Statement {
  return { key: 'common.waitsForRole', values: { name: nameOf(acting) } };
}

export function eventOf({ role, of }: Acting): string {
  return `as:${role}/${of}`;
}

/** The role that a choice of `rolesPrompt` names, when the chat holds it. */
export function chosenRole(value: string, held: readonly Held[]): Acting | undefined {
  return rolesOf(held).find((one) => eventOf(one) === `as:${value}`);
}

/** Asked in passing where there is more than one other role. */
export function rolesPrompt(others: readonly Acting[]): Prompt {
  return {
    lines: [{ key: 'common.whichRole' }],
    choices: others.slice(0, mostRoles).map((other) => ({
      event: eventOf(other),
      label: { key: 'common.labelRole', values: { name: nameOf(other) } },
      ...(other.of !== '' && { detail: { key: names[other.role] } }),
    })),
  };
}

const mostRoles = 9;

/** The conversation of another role, as it was left; undefined when there has been none. */
export function otherAs(conversation: Conversation, acting: Acting): OtherConversation | undefined {
  return conversation.others.find(({ flow, of }) => isSame({ role: flow, of }, acting));
}

/** The other conversations with this one in the place of its older self. */
export function withOther(others: readonly OtherConversation[], one: OtherConversation): readonly OtherConversation[] {
  const acting = { role: one.flow, of: one.of };
  return [...others.filter(({ flow, of }) => !isSame({ role: flow, of }, acting)), one];
}

/** Where a person's own conversation is left for another of their roles. */
export function switched(
  conversation: Conversation,
  to: Acting,
): { asked: Conversation['asked']; others: Conversation['others'] } {
  const { flow, of, version, value, context } = conversation;
  const others = conversation.others.filter((one) => !isSame({ role: one.flow, of: one.of }, to));
  return { asked: [], others: withOther(others, { flow, of, version, value, context }) };
}
