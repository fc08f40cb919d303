/** The words that mean the same everywhere, read once from the files of each language and script. */
import type { GlobalWord, Language } from '#flows/kit.ts';
import type { Meaning } from './meaning.ts';
import { normalised } from './normalise.ts';
import ar from './vocabulary/ar.json' with { type: 'json' };
import darija from './vocabulary/darija.json' with { type: 'json' };
import everywhere from './vocabulary/everywhere.json' with { type: 'json' };
import fr from './vocabulary/fr.json' with { type: 'json' };

type Phrases = readonly string[];

/** One file: how one language is written in one script. */
interface VocabularyFile {
  readonly words: Readonly<Record<GlobalWord, Phrases>>;
  readonly languages: Readonly<Record<Language, Phrases>>;
  /** To act in another of one's roles. */
  readonly role: Phrases;
  readonly yes: Phrases;
  readonly no: Phrases;
  readonly hello: Phrases;
  /** Said before or after anything, without changing what it means. */
  readonly polite: Phrases;
  /** Said before what one wants. */
  readonly openers: Phrases;
  /** Said before the digit of a menu. */
  readonly numberSigns: Phrases;
  /** Said before a code. */
  readonly codeSigns: Phrases;
  /** Said before an order's number. */
  readonly orderSigns: Phrases;
  readonly numbers: Readonly<Record<string, Phrases>>;
  /** Words that tell the language and mean nothing else here. */
  readonly marks: Phrases;
}

/** A language written in another script is one more file. */
const files: readonly (readonly [Language | undefined, VocabularyFile])[] = [
  ['fr', fr],
  ['ar', ar],
  ['ar', darija],
  [undefined, everywhere],
];

const globalWords = [
  'menu',
  'basket',
  'help',
  'volunteer',
  'stop',
  'orders',
  'back',
  'undo',
  'privacy',
  'forget',
  'again',
  'thanks',
] as const satisfies readonly GlobalWord[];

export interface KnownPhrase {
  readonly meaning: Meaning;
  /** Undefined for what is said in both: menu, stop, ok. */
  readonly language: Language | undefined;
}

/** What whole messages mean, by their normalised words. */
export const knownPhrases: ReadonlyMap<string, KnownPhrase> = collectPhrases();
/** Number words with the digits they stand for. */
export const numberWords: ReadonlyMap<string, string> = new Map(
  files.flatMap(([, file]) =>
    Object.entries(file.numbers).flatMap(([digits, words]) => words.map((word) => [normalised(word), digits] as const)),
  ),
);
export const politePhrases = collect((file) => file.polite);
export const openingPhrases = collect((file) => file.openers);
export const numberSigns = collect((file) => file.numberSigns);
export const codeSigns = collect((file) => file.codeSigns);
export const orderSigns = collect((file) => file.orderSigns);
/** Words that give their language away. */
export const languageMarks: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: collect((file) => file.marks, 'fr'),
  ar: collect((file) => file.marks, 'ar'),
};

function collect(part: (file: VocabularyFile) => Phrases, only?: Language): ReadonlySet<string> {
  const wanted = files.filter(([language]) => only === undefined || language === only);
  return new Set(wanted.flatMap(([, file]) => part(file)).map(normalised));
}

function collectPhrases(): Map<string, KnownPhrase> {
  const known = new Map<string, KnownPhrase>();
  for (const [language, file] of files) {
    for (const [phrases, meaning] of meaningsOf(file)) {
      for (const phrase of phrases.map(normalised)) {
        known.set(phrase, { meaning, language });
      }
    }
  }
  return known;
}

function meaningsOf(file: VocabularyFile): (readonly [Phrases, Meaning])[] {
  return [
    ...globalWords.map((word) => [file.words[word], { kind: 'word', word }] as const),
    [file.languages.ar, { kind: 'language', language: 'ar' }],
    [file.languages.fr, { kind: 'language', language: 'fr' }],
    [file.role, { kind: 'role' }],
    [file.yes, { kind: 'yes' }],
    [file.no, { kind: 'no' }],
    [file.hello, { kind: 'hello' }],
  ];
}
