/** What a person's message does to their conversation, or what is said when it does nothing. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Incoming } from '#channels/channel.ts';
import type { Language, PromptSurroundings, Statement } from '#flows/kit.ts';
import { offeredBy, type Speech } from '#speech/speech.ts';
import { choiceEvent, type Heard } from './hear.ts';
import type { Opened } from './open-conversation.ts';
import { choiceNamed, promptOf } from './question.ts';
import type { Conversation } from './session.ts';
import type { MachineEvent, Moved } from './step.ts';

/** The language after this message: what was asked for, else the first that was clear, else as before. */
export function languageAfter(
  before: Conversation,
  heard: Heard,
): { language: Language | undefined; guessed: boolean } {
  if (heard.event?.type === 'language') return { language: heard.event.value as Language, guessed: false };
  const isOpen = before.language === undefined || (before.guessed && heard.language === 'fr');
  if (!isOpen || heard.language === undefined) return { language: before.language, guessed: before.guessed };
  return { language: heard.language, guessed: heard.language === 'ar' && heard.inArabicScript === false };
}

/**
 * Words that mean nothing else, or only "menu", may be the label of a choice on offer: then they are that choice. Not
 * where a promise is asked for, which takes its digit or a yes.
 */
export function orNamed(
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

/**
 * A typed yes or no means the question before the person: after one in passing, as with news, it promises nothing for the
 * one that had been open before, which is put again.
 */
export function ofOwnQuestion(heard: Heard, { flow, snapshot }: Opened, around: PromptSurroundings): Heard {
  const { event, question } = heard;
  if ((event?.type !== 'yes' && event?.type !== 'no') || question === undefined) return heard;
  const own = offeredBy(promptOf(flow, snapshot, around)).map(([, offered]) => offered);
  const asked = question.offered.map(([, offered]) => offered);
  // A choice may have gone since, as the one to take an order back.
  const isOwn = own.length > 0 && own.every((event) => asked.includes(event));
  return asked.length === 0 || isOwn ? heard : { ...heard, event: undefined };
}

export interface Told {
  readonly statements: readonly Statement[];
  readonly moved: Moved;
  readonly missed: number;
}

const insteadOfWords = {
  image: 'common.kindImage',
  sticker: 'common.kindSticker',
  other: 'common.kindOther',
} as const;

/** A conversation that stands still. */
export function still({ snapshot }: Pick<Opened, 'snapshot'>): Moved {
  return { snapshot, statements: [], commands: [], aside: undefined, handled: true };
}

export async function answerPerson(
  heard: Heard,
  opened: Opened,
  send: (from: AnyMachineSnapshot, event: MachineEvent) => Promise<Moved>,
): Promise<Told> {
  const { conversation, snapshot, isNew, isRenewed } = opened;
  const stays = (statement: Statement, missed = 0): Told => ({
    statements: [statement],
    moved: still(opened),
    missed,
  });
  if (heard.event !== undefined) {
    const moved = await send(snapshot, heard.event);
    if (moved.handled) return { statements: [], moved, missed: 0 };
  }
  if (isNew || isRenewed) return { statements: [], moved: await send(snapshot, { type: 'hello' }), missed: 0 };
  if (heard.early) return stays({ key: 'common.answerAgain' });
  if (heard.instead) return stays({ key: insteadOfWords[heard.instead] });
  // Whoever is asked for an address or a number is not thrown out of it by two words that were none.
  const isTyping = conversation.asked.at(-1)?.expects !== undefined;
  if (conversation.missed === 0 || isTyping) return stays({ key: 'common.notUnderstood' }, 1);
  const menu = await send(snapshot, { type: 'menu' });
  return { statements: [{ key: 'common.notUnderstoodAgain' }], moved: menu, missed: conversation.missed + 1 };
}
