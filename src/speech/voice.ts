/** Who speaks: a language with its sentences, and what names are looked up in. */
import type { Day } from '#base/clock.ts';
import type { Language } from '#flows/kit.ts';
import type { SentenceKey } from '#locales/sentences.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { SentenceBook } from './sentence-book.ts';

export interface Voice {
  readonly book: SentenceBook;
  readonly language: Language;
  readonly shop: Shop;
  /** Where it is known, today and tomorrow are called so. */
  readonly today: Day | undefined;
  /** The programme's time zone, by name. */
  readonly timeZone: string;
  /** Things of the shop are called by their short names, where they have one. */
  readonly brief?: true;
}

/** One sentence of speech's own, whose values are text already. */
export function filled(
  key: SentenceKey,
  values: Readonly<Record<string, string>>,
  voice: Voice,
  count?: number,
): string {
  const template = voice.book.template(key, count);
  if (typeof template === 'string') return template;
  let text = template[0] ?? '';
  for (let piece = 1; piece < template.length; piece += 2) {
    text += `${values[template[piece] ?? ''] ?? ''}${template[piece + 1]}`;
  }
  return text;
}
