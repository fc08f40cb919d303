/** What is kept of a conversation between two turns, as compact JSON: it travels with every turn. */
import type { Flow, Language } from '#flows/kit.ts';

/** A question that was put: under which letter, with which choices. */
export interface Asked {
  /** The number of the letter that carries it. */
  readonly letter: number;
  readonly offered: readonly (readonly [digit: string, event: string])[];
  readonly expects: 'number' | 'text' | 'phone' | 'place' | undefined;
  readonly binding: boolean;
}

/** The conversation of another of the person's roles, as it was left. */
export interface OtherConversation {
  readonly flow: Flow['name'];
  readonly of: string;
  readonly version: number;
  readonly value: unknown;
  readonly context: unknown;
}

export interface Conversation {
  readonly flow: Flow['name'];
  /** The slug of whom the person acts for; empty for customers and volunteers. */
  readonly of: string;
  readonly version: number;
  readonly language: Language | undefined;
  /** True while the language was only guessed from Latin letters; clear French then still changes it. */
  readonly guessed: boolean;
  /** The machine's state and context. */
  readonly value: unknown;
  readonly context: unknown;
  /** The last questions, oldest first; the last one is open. */
  readonly asked: readonly Asked[];
  /** How many messages in a row were not understood. */
  readonly missed: number;
  /** The conversations of the person's other roles. */
  readonly others: readonly OtherConversation[];
}

/** The language of a chat whose person has not yet written a word that tells. */
export const defaultLanguage: Language = 'ar';

/** How many questions stay answerable by their digits when quoted or answered late. */
export const rememberedQuestions = 3;

type Kept = [letter: number, offered: string, expects: Asked['expects'] | null, binding: 0 | 1];

/** Choices are kept as `digit event` joined by line feeds: a third of the bytes of nested arrays. */
function keepOffered(offered: Asked['offered']): string {
  return offered.map(([digit, event]) => `${digit} ${event}`).join('\n');
}

function readOffered(kept: string): Asked['offered'] {
  if (kept === '') return [];
  return kept.split('\n').map((line) => {
    const space = line.indexOf(' ');
    return [line.slice(0, space), line.slice(space + 1)] as const;
  });
}

export function encode(conversation: Conversation): string {
  const asked = conversation.asked.map(
    (one): Kept => [one.letter, keepOffered(one.offered), one.expects ?? null, one.binding ? 1 : 0],
  );
  return JSON.stringify({
    f: conversation.flow,
    o: conversation.of || undefined,
    v: conversation.version,
    l: conversation.language,
    g: conversation.guessed ? 1 : undefined,
    s: conversation.value,
    c: conversation.context,
    a: asked,
    m: conversation.missed || undefined,
    p: conversation.others.length === 0 ? undefined : conversation.others.map(keepOther),
  });
}

type KeptOther = [flow: Flow['name'], of: string, version: number, value: unknown, context: unknown];

function keepOther({ flow, of, version, value, context }: OtherConversation): KeptOther {
  return [flow, of, version, value, context];
}

function readOther([flow, of, version, value, context]: KeptOther): OtherConversation {
  return { flow, of, version, value, context };
}

interface Encoded {
  f: Flow['name'];
  o?: string;
  v: number;
  l?: Language;
  g?: 1;
  s: unknown;
  c: unknown;
  a: Kept[];
  m?: number;
  p?: KeptOther[];
}

/** Throws when the text is not a session: that is a bug, never a person's doing. */
export function decode(text: string): Conversation {
  const kept = JSON.parse(text) as Encoded;
  return {
    flow: kept.f,
    of: kept.o ?? '',
    version: kept.v,
    language: kept.l,
    guessed: kept.g === 1,
    value: kept.s,
    context: kept.c,
    asked: kept.a.map(([letter, offered, expects, binding]) => ({
      letter,
      offered: readOffered(offered),
      expects: expects ?? undefined,
      binding: binding === 1,
    })),
    missed: kept.m ?? 0,
    others: kept.p?.map(readOther) ?? [],
  };
}
