/** Takes off what people say round a word without changing what it means: please, thanks, a greeting, "I want". */
import { knownPhrases, openingPhrases, politePhrases } from './vocabulary.ts';

const longestPhrase = 5;

/** The words without what is wrapped round them; empty when there was nothing else. */
export function unwrapped(words: string): string {
  let rest = words
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .split(' ')
    .filter(Boolean);
  for (let before = -1; before !== rest.length; ) {
    before = rest.length;
    rest = withoutLast(withoutFirst(rest));
  }
  return rest.join(' ');
}

function withoutFirst(words: readonly string[]): string[] {
  for (let size = Math.min(longestPhrase, words.length); size > 0; size -= 1) {
    const phrase = words.slice(0, size).join(' ');
    if (isCourtesy(phrase) || openingPhrases.has(phrase)) return words.slice(size);
  }
  return [...words];
}

function withoutLast(words: readonly string[]): string[] {
  for (let size = Math.min(longestPhrase, words.length); size > 0; size -= 1) {
    if (isCourtesy(words.slice(-size).join(' '))) return words.slice(0, -size);
  }
  return [...words];
}

function isCourtesy(phrase: string): boolean {
  return politePhrases.has(phrase) || knownPhrases.get(phrase)?.meaning.kind === 'hello';
}
