/** Words that mean the same at any time, when they are the whole message. */
import type { Meaning } from './meaning.ts';
import { knownPhrases } from './vocabulary.ts';
import { unwrapped } from './wrapping.ts';

/** The meaning of the whole message, also with courtesies round it; undefined when it is none of these words. */
export function globalWord(words: string): Meaning | undefined {
  return (knownPhrases.get(words) ?? knownPhrases.get(unwrapped(words)) ?? greetingIn(words))?.meaning;
}

/** A greeting with nothing but courtesies round it: « bonjour, merci ». */
function greetingIn(words: string) {
  if (unwrapped(words) !== '') return undefined;
  const parts = words.split(' ');
  for (let size = parts.length - 1; size > 0; size -= 1) {
    const known = knownPhrases.get(parts.slice(0, size).join(' '));
    if (known?.meaning.kind === 'hello') return known;
  }
  return undefined;
}
