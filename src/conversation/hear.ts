/** From what a person did to the event their conversation receives, in the light of the question it answers. */
import { cleanTyped } from '#base/typed-text.ts';
import type { Incoming } from '#channels/channel.ts';
import type { Language } from '#flows/kit.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Meaning } from '#understanding/meaning.ts';
import { understand } from '#understanding/understand.ts';
import type { Asked, Conversation } from './session.ts';
import type { MachineEvent } from './step.ts';

export interface Heard {
  /** Undefined when nothing was understood. */
  readonly event: MachineEvent | undefined;
  /** What came instead of words, when that is why nothing was understood. */
  readonly instead?: 'image' | 'sticker' | 'other';
  /** The answer came before the question about a promise had left: the question is put again. */
  readonly early?: true;
  /** The question to which the words belong. */
  readonly question?: Asked;
  /** The language of the words, when they tell. */
  readonly language?: Language;
  readonly inArabicScript?: boolean;
}

/** Characters; an address with its landmark is well below. */
const longestAnswer = 500;

const arabicScript = /\p{Script=Arabic}/u;

/** Events only the house may send; a tapped choice never becomes one of them. */
const houseOnly = new Set([
  ...['text', 'number', 'phone', 'location', 'code', 'order', 'voice', 'hello', 'language'],
  ...['notice', 'question', 'role'],
]);
const choiceForm = /^([a-z][A-Za-z]{0,30})(?::([^\n]{1,60}))?$/u;

/** A choice's id as its event; undefined when it could not have been on a menu. */
export function choiceEvent(id: string): MachineEvent | undefined {
  if (id === 'language:ar' || id === 'language:fr') return { type: 'language', value: id.slice(9) };
  const [, type, value] = choiceForm.exec(id) ?? [];
  if (type === undefined || houseOnly.has(type)) return undefined;
  return value === undefined ? { type } : { type, value };
}

const noQuestion: Asked = { letter: 0, offered: [], expects: undefined, binding: false };

/** Of a letter's key. */
function letterNumber(key: string): number {
  return Number(key.slice(key.lastIndexOf('|') + 1));
}

interface Answered {
  readonly question: Asked;
  readonly early: boolean;
}

/**
 * The question a message answers: the one it quotes, else the newest. A question about money or a promise counts only
 * once its letter had left; what was typed before belongs to the older question. Words about a letter that is no question
 * any more promise nothing, either.
 */
function questionOf(conversation: Conversation, incoming: Incoming, departed: number): Answered {
  const asked = conversation.asked;
  const quoted = incoming.about;
  const about = quoted === undefined ? undefined : asked.find((one) => one.letter === letterNumber(quoted));
  if (about !== undefined) return { question: about, early: false };
  const newest = asked.at(-1) ?? noQuestion;
  // A letter can be read before its departure is noted, or when whoever was to note it has died.
  const seen = incoming.seen === undefined ? departed : Math.max(departed, letterNumber(incoming.seen));
  if (!newest.binding) return { question: newest, early: false };
  if (quoted !== undefined) return { question: noQuestion, early: true };
  if (newest.letter <= seen) return { question: newest, early: false };
  return { question: asked.findLast((one) => one.letter <= seen) ?? noQuestion, early: true };
}

function eventOf(meaning: Meaning): MachineEvent | undefined {
  switch (meaning.kind) {
    case 'choice':
      return choiceEvent(meaning.event);
    case 'word':
      return { type: meaning.word };
    case 'hello':
    case 'yes':
    case 'no':
    case 'role':
      return { type: meaning.kind };
    case 'language':
      return { type: 'language', value: meaning.language };
    case 'number':
      return { type: 'number', value: String(meaning.value) };
    case 'code':
    case 'phone':
    case 'order':
      return { type: meaning.kind, value: meaning.value };
    case 'product':
      return { type: 'product', value: meaning.code };
    case 'category':
      return { type: 'category', value: meaning.slug };
    case 'text':
      return { type: 'text', text: meaning.text };
    case 'unclear':
      return undefined;
  }
}

/** Meanings that may answer a question, as against words that mean the same at any time. */
const answers = new Set<Meaning['kind']>(['yes', 'no', 'number', 'phone', 'text', 'unclear']);

function hearText(text: string, { question, early }: Answered, isStaff: boolean, shop: Shop): Heard {
  const understood = understand(cleanTyped(text, longestAnswer), { ...question, takesCodes: isStaff }, shop);
  const { meaning, language } = understood;
  const tongue = language === undefined ? {} : { language, inArabicScript: arabicScript.test(text) };
  if (early && answers.has(meaning.kind)) return { event: undefined, early: true, ...tongue };
  const event = eventOf(meaning);
  return { event: event?.type === 'thanks' ? { ...event, text: cleanTyped(text) } : event, question, ...tongue };
}

type Profile = NonNullable<Incoming['profile']>;

/** What a channel says of a person, who typed that name once somewhere else. */
export function cleanProfile(profile: Profile): Profile {
  if (profile.name === undefined) return profile;
  const { name, ...rest } = profile;
  const clean = cleanTyped(name, longestAnswer);
  return clean === '' ? rest : { ...rest, name: clean };
}

export function hear(
  incoming: Incoming,
  conversation: Conversation,
  around: { seen: number; isStaff: boolean; shop: Shop },
): Heard {
  switch (incoming.kind) {
    case 'text':
      return hearText(incoming.text, questionOf(conversation, incoming, around.seen), around.isStaff, around.shop);
    case 'choice':
      return { event: choiceEvent(incoming.choice) };
    case 'location':
      return { event: { type: 'location', latitude: incoming.latitude, longitude: incoming.longitude } };
    case 'voice': {
      const { media, seconds } = incoming;
      return { event: { type: 'voice', media, ...(seconds !== undefined && { seconds }) } };
    }
    case 'image':
      return { event: undefined, instead: 'image' };
    case 'other':
      return { event: undefined, instead: incoming.what === 'sticker' ? 'sticker' : 'other' };
    case 'cart':
      return { event: undefined, instead: 'other' };
  }
}
