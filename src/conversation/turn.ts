/**
 * One turn: a chat's head and session in, everything to be committed out. It reads the trade where the conversation asks
 * for it and changes nothing.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { type Clock, dayOf } from '#base/clock.ts';
import type { Ids } from '#base/ids.ts';
import type { Incoming } from '#channels/channel.ts';
import type { Claim, Item, TurnOutcome } from '#chats/chat-store.ts';
import type { Flow, Language, PromptSurroundings, ReadRequest, Statement, Surroundings } from '#flows/kit.ts';
import type { Speech } from '#speech/speech.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Actor, Role } from '#trade/people/roles.ts';
import { choiceEvent, cleanProfile, type Heard, hear } from './hear.ts';
import { type Opened, openConversation } from './open-conversation.ts';
import { asking, choiceNamed, isSameQuestion, promptOf } from './question.ts';
import { type Conversation, defaultLanguage, encode } from './session.ts';
import { type MachineEvent, type Moved, step } from './step.ts';

export interface TurnTools {
  readonly flows: Readonly<Record<Role, Flow>>;
  readonly shop: () => Shop;
  readonly speech: Speech;
  /** The role a chat is bound to; customers have none. */
  readonly roleOf: (chat: string) => { role: Role; of: string } | undefined;
  readonly read: (actor: Actor, request: ReadRequest) => Promise<unknown>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeZone: string;
}

/** The language after this message: what was asked for, else the first that was clear, else as before. */
function languageAfter(before: Conversation, heard: Heard): { language: Language | undefined; guessed: boolean } {
  if (heard.event?.type === 'language') return { language: heard.event.value as Language, guessed: false };
  const isOpen = before.language === undefined || (before.guessed && heard.language === 'fr');
  if (!isOpen || heard.language === undefined) return { language: before.language, guessed: before.guessed };
  return { language: heard.language, guessed: heard.language === 'ar' && heard.inArabicScript === false };
}

/**
 * Words that mean nothing else, or only "menu", may be the label of a choice on offer: then they are that choice. Not
 * where a promise is asked for, which takes its digit or a yes.
 */
function orNamed(
  heard: Heard,
  incoming: Incoming | undefined,
  { flow, snapshot, conversation }: Opened,
  around: PromptSurroundings,
  speech: Speech,
): Heard {
  const isOpen = heard.event === undefined || heard.event.type === 'menu';
  if (incoming?.kind !== 'text' || !isOpen || heard.early || conversation.asked.length === 0) return heard;
  const prompt = promptOf(flow, snapshot, around);
  const named = prompt.binding ? undefined : choiceNamed(incoming.text, prompt, around.shop, speech);
  return named === undefined ? heard : { ...heard, event: choiceEvent(named) };
}

interface Told {
  readonly statements: Statement[];
  readonly moved: Moved;
  readonly missed: number;
}

const insteadOfWords = { voice: 'common.kindVoice', image: 'common.kindImage', other: 'common.kindOther' } as const;

/** A person's message: what it does, or what is said when it was not understood. */
async function answerPerson(
  heard: Heard,
  { conversation, snapshot, isNew, isRenewed }: Opened,
  send: (from: AnyMachineSnapshot, event: MachineEvent) => Promise<Moved>,
): Promise<Told> {
  const still: Moved = { snapshot, statements: [], commands: [], handled: true };
  if (heard.event !== undefined) {
    const moved = await send(snapshot, heard.event);
    if (moved.handled) return { statements: [], moved, missed: 0 };
  }
  if (isNew || isRenewed) return { statements: [], moved: await send(snapshot, { type: 'hello' }), missed: 0 };
  if (heard.early) return { statements: [{ key: 'common.answerAgain' }], moved: still, missed: 0 };
  if (heard.instead) return { statements: [{ key: insteadOfWords[heard.instead] }], moved: still, missed: 0 };
  if (conversation.missed === 0) return { statements: [{ key: 'common.notUnderstood' }], moved: still, missed: 1 };
  const menu = await send(snapshot, { type: 'menu' });
  return { statements: [{ key: 'common.notUnderstoodAgain' }], moved: menu, missed: conversation.missed + 1 };
}

export interface TurnInput {
  readonly claim: Claim;
  /** For a command: how it ended, as the event the conversation receives. */
  readonly answer?: MachineEvent;
}

export async function runTurn({ claim, answer }: TurnInput, tools: TurnTools): Promise<TurnOutcome> {
  const { role, of } = tools.roleOf(claim.chat) ?? { role: 'customer', of: '' };
  const opened = openConversation(claim, tools.flows[role]);
  const { flow, conversation } = opened;
  const shop = tools.shop();
  const { head } = claim;
  const incoming = head.kind === 'item' && head.item.from === 'person' ? head.item.incoming : undefined;
  const seen = head.kind === 'item' ? head.seen : claim.written;
  const heard: Heard | undefined =
    incoming && hear(incoming, conversation, { seen, isStaff: role !== 'customer', shop });
  const spoken = heard ? languageAfter(conversation, heard) : conversation;
  const language = spoken.language ?? defaultLanguage;

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
  const actor: Actor = { chat: claim.chat, role, of, language };
  const send = (from: AnyMachineSnapshot, event: MachineEvent) =>
    step(flow, from, event, around, (request) => tools.read(actor, request));

  const surroundings: PromptSurroundings = { shop, now, today, language };
  const told: Told = heard
    ? await answerPerson(orNamed(heard, incoming, opened, surroundings, tools.speech), opened, send)
    : { statements: [], moved: await send(opened.snapshot, houseEvent(claim, answer)), missed: conversation.missed };
  const { moved } = told;

  const next = promptOf(flow, moved.snapshot, surroundings);
  const isNewQuestion = heard !== undefined || opened.isRenewed || !isSameQuestion(opened, moved.snapshot, next);
  // What was asked for is answered once, with its outcome: the next turn, a moment away, says how the command ended.
  const isAsked = isNewQuestion && moved.commands.length === 0;
  const prompt = isAsked ? next : undefined;
  const renewed: Statement[] = opened.isRenewed ? [{ key: 'common.renewed' }] : [];
  const letters = tools.speech.say(
    { statements: [...renewed, ...told.statements, ...moved.statements], prompt },
    surroundings,
  );
  const state = encode({
    ...conversation,
    language: spoken.language,
    guessed: spoken.guessed,
    value: moved.snapshot.value,
    context: moved.snapshot.context,
    asked: prompt ? asking(conversation, prompt, claim.written + letters.length) : conversation.asked,
    missed: told.missed,
  });
  return { state, letters, commands: moved.commands };
}

/** What the house puts into the inbox of a chat whose messages came too fast to be taken. */
export const floodNotice = { type: 'flooded' } as const;

function isFloodNotice(item: Item): boolean {
  return item.from === 'house' && item.event.type === floodNotice.type;
}

function houseEvent(claim: Claim, answer: MachineEvent | undefined): MachineEvent {
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
