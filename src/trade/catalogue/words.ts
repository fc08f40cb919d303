import type { Words } from './shop.ts';

/** A text in the language asked for, or in the other one where it was given in one only. */
export function wordsIn(words: Words, language: 'ar' | 'fr'): string {
  return words[language] ?? words.fr ?? words.ar ?? '';
}

/** The name as it stands in a menu, at most 24 characters where the catalogue was filled with care. */
export function labelIn(thing: { readonly name: Words; readonly short?: Words }, language: 'ar' | 'fr'): string {
  return thing.short?.[language] ?? wordsIn(thing.name, language);
}
