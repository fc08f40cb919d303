/**
 * One turn: a chat's head and session in, everything to be committed out. It reads the trade where the conversation asks
 * for it and changes nothing.
 */
import { type Clock, dayOf } from '#base/clock.ts';
import type { Ids } from '#base/ids.ts';
import type { Claim, HouseEvent, Item, TurnOutcome } from '#chats/chat-store.ts';
import type { Flow, Language, Prompt, PromptSurroundings, ReadRequest, Statement, Surroundings } from '#flows/kit.ts';
import type { Speech } from '#speech/speech.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Actor, Role } from '#trade/people/roles.ts';
import { answerPerson, languageAfter, ofOwnQuestion, orNamed, type Told } from './answer-person.ts';
import { changeRole, isAboutRoles } from './change-role.ts';
import { cleanProfile, type Heard, hear } from './hear.ts';
import { hearElsewhere, hearNothing, isElsewhere, isForOthers } from './hear-elsewhere.ts';
import { type Opened, openConversation } from './open-conversation.ts';
import { asking, isSameQuestion, promptOf } from './question.ts';
import { type Acting, asCustomer, type Held, languageOf } from './roles.ts';
import { encode } from './session.ts';
import { type MachineEvent, type Moved, step } from './step.ts';

export interface TurnTools {
  readonly flows: Readonly<Record<Role, Flow>>;
  readonly shop: () => Shop;
  readonly speech: Speech;
  /** The roles a chat was given; a plain customer has none. */
  readonly rolesOf: (chat: string) => readonly Held[];
  /** Whether it holds the role at this moment; `rolesOf` may know a change a little later. */
  readonly holds: (chat: string, acting: Acting) => Promise<boolean>;
  readonly read: (actor: Actor, request: ReadRequest) => Promise<unknown>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeZone: string;
}

export interface TurnInput {
  readonly claim: Claim;
  /** For a command: how it ended, as the event the conversation receives. */
  readonly answer?: MachineEvent;
}

/** What a turn has come to: the conversation that stands before the person, and what they are told first. */
export interface Turned extends Told {
  readonly opened: Opened;
  /** False when the question before the person is still the one that was asked. */
  readonly asksAgain: boolean;
}

/** Moves a conversation on by one event, its reads answered for whoever acts in it. */
export type Send = (opened: Opened, event: MachineEvent) => Promise<Moved>;

export async function runTurn({ claim, answer }: TurnInput, tools: TurnTools): Promise<TurnOutcome> {
  const held = tools.rolesOf(claim.chat);
  const opened = openConversation(claim, tools.flows, held);
  const { conversation } = opened;
  const shop = tools.shop();
  const { head } = claim;
  const incoming = head.kind === 'item' && head.item.from === 'person' ? head.item.incoming : undefined;
  const seen = head.kind === 'item' ? head.seen : claim.written;
  const isStaff = conversation.flow !== asCustomer.role;
  const heard: Heard | undefined = incoming && hear(incoming, conversation, { seen, isStaff, shop });
  const spoken = heard ? languageAfter(conversation, heard) : conversation;
  const language = languageOf(spoken.language, { role: conversation.flow, of: conversation.of }, held);

  if (head.kind === 'item' && isFloodNotice(head.item))
    return sayOnly({ key: 'common.flooded' }, { shop, language }, tools);
  if (heard && head.kind === 'item' && head.pending)
    return sayOnly({ key: 'common.beingRecorded' }, { shop, language }, tools);

  const now = tools.clock.now();
  const today = dayOf(now, tools.timeZone);
  const around: Surroundings = {
    ...{ shop, now, today, freshId: tools.ids.next(), language: spoken.language },
    ...(incoming?.profile && { profile: cleanProfile(incoming.profile) }),
  };
  const send: Send = ({ flow, snapshot, conversation: { of } }, event) => {
    const actor: Actor = { chat: claim.chat, role: flow.name, of, language };
    return step(flow, snapshot, event, around, (request) => tools.read(actor, request));
  };
  const surroundings: PromptSurroundings = { shop, now, today, language };

  const turned = await turn();
  return outcomeOf(turned, { claim, spoken, surroundings }, tools);

  async function turn(): Promise<Turned> {
    if (heard && isAboutRoles(heard)) return changeRole(heard, opened, held, tools.flows, send);
    if (heard) {
      const own = ofOwnQuestion(heard, opened, surroundings);
      const named = orNamed(own, incoming, opened, surroundings, tools.speech);
      const told = await answerPerson(named, opened, (snapshot, event) => send({ ...opened, snapshot }, event));
      return { opened, ...told, asksAgain: true };
    }
    const event = houseEvent(claim, answer);
    const lost = isForOthers(event, held);
    if (lost !== undefined && !(await tools.holds(claim.chat, lost))) return hearNothing(opened);
    if (isElsewhere(event, opened)) return hearElsewhere(event, opened, tools.flows, send);
    const moved = await send(opened, event);
    const isSame = isSameQuestion(opened, moved.snapshot, promptOf(opened.flow, moved.snapshot, surroundings));
    // A reminder is the question once more.
    const asksAgain = opened.isRenewed || !isSame || event.type === 'question.again';
    return { opened, statements: [], moved, missed: conversation.missed, asksAgain };
  }
}

interface Around {
  readonly claim: Claim;
  readonly spoken: { readonly language: Language | undefined; readonly guessed: boolean };
  readonly surroundings: PromptSurroundings;
}

/** Everything that is committed: what is said, the commands, and the conversation as it now stands. */
function outcomeOf(turned: Turned, { claim, spoken, surroundings }: Around, tools: TurnTools): TurnOutcome {
  const { opened, moved, statements, missed } = turned;
  const { flow, conversation, isRenewed } = opened;
  const shown = promptOf(flow, moved.snapshot, surroundings);
  const own = spoken.language === conversation.language ? shownOnce(opened, moved, shown) : shown;
  const asked = moved.aside === undefined ? own : { ...moved.aside, ...(own.expects && { expects: own.expects }) };
  // What was asked for is answered once, with its outcome: the next turn, a moment away, says how the command ended.
  const isAsked = (turned.asksAgain || moved.aside !== undefined) && moved.commands.length === 0;
  const prompt = isAsked ? asked : undefined;
  const renewed: Statement[] = isRenewed ? [{ key: 'common.renewed' }] : [];
  const letters = tools.speech.say(
    { statements: [...renewed, ...statements, ...moved.statements], prompt },
    surroundings,
  );
  const state = encode({
    ...conversation,
    language: spoken.language,
    guessed: spoken.guessed,
    value: moved.snapshot.value,
    context: moved.snapshot.context,
    asked: prompt ? asking(conversation, prompt, claim.written + letters.length) : conversation.asked,
    missed,
  });
  return { state, letters, commands: moved.commands };
}

/** A question put again in the same language, as after words that were not understood, needs no second photo or story. */
function shownOnce(opened: Opened, { snapshot }: Moved, prompt: Prompt): Prompt {
  const { image, again, ...rest } = prompt;
  if (image === undefined && again === undefined) return prompt;
  // Whoever comes back from another of their roles has read it, too.
  const isBack = opened.snapshot === snapshot && !opened.isNew && !opened.isRenewed;
  if (!isBack && !isSameQuestion(opened, snapshot, prompt)) return prompt;
  return again === undefined ? rest : { ...rest, lines: again, after: [] };
}

/** What the house puts into the inbox of a chat whose messages came too fast to be taken. */
export const floodNotice = { type: 'flooded' } as const;

function isFloodNotice(item: Item): boolean {
  return item.from === 'house' && item.event.type === floodNotice.type;
}

function houseEvent(claim: Claim, answer: MachineEvent | undefined): HouseEvent {
  if (answer) return answer;
  if (claim.head.kind === 'item' && claim.head.item.from === 'house') return claim.head.item.event;
  throw new Error(`no event for the head ${claim.head.id}`);
}

/** A turn that changes nothing and only says one sentence. */
export function sayOnly(
  statement: Statement,
  around: { shop: Shop; language: Language },
  tools: Pick<TurnTools, 'speech' | 'clock' | 'timeZone'>,
): TurnOutcome {
  const now = tools.clock.now();
  const surroundings = { ...around, now, today: dayOf(now, tools.timeZone) };
  const letters = tools.speech.say({ statements: [statement], prompt: undefined }, surroundings);
  return { state: undefined, letters, commands: [] };
}
