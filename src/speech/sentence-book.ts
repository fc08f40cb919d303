/**
 * The sentences of one language, ready to be filled. i18next chooses the sentence and its plural form; each form is taken
 * apart once, because a turn says thirty of them and interpolating anew each time would cost more than the rest of the turn.
 * Values are put in once and never looked at again, so that no text of a customer can ask for another value.
 */
import { createInstance } from 'i18next';
import type { Language } from '#flows/kit.ts';
import { type SentenceKey, sentences } from '#locales/sentences.ts';

/** A sentence without values, or its pieces: text and names of values in turn, beginning and ending with text. */
export type Template = string | readonly string[];

export interface SentenceBook {
  readonly language: Language;
  template(key: SentenceKey, count?: number): Template;
}

export function createSentenceBook(language: Language): SentenceBook {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: sentences[language] },
    ns: Object.keys(sentences[language]),
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  const plurals = new Intl.PluralRules(language);
  const whole = new Map<SentenceKey, Template>();
  const counted = new Map<string, Template>();

  function find(key: SentenceKey, count: number | undefined): Template {
    const dot = key.indexOf('.');
    const options = { ns: key.slice(0, dot), skipInterpolation: true, ...(count === undefined ? {} : { count }) };
    return takeApart(String(i18n.t(key.slice(dot + 1), options)));
  }

  return {
    language,
    template(key, count) {
      if (count === undefined) return remembered(whole, key, () => find(key, undefined));
      // i18next prefers a form of its own for nothing at all, whatever the language's rules say.
      const form = count === 0 ? 'none' : plurals.select(count);
      return remembered(counted, `${form} ${key}`, () => find(key, count));
    },
  };
}

function takeApart(sentence: string): Template {
  const pieces = sentence.split(/\{\{\s*(\w+)\s*\}\}/);
  return pieces.length === 1 ? sentence : pieces;
}

function remembered<K>(known: Map<K, Template>, key: K, find: () => Template): Template {
  let template = known.get(key);
  if (template === undefined) {
    template = find();
    known.set(key, template);
  }
  return template;
}
