/** The number that a whole message is: `3`, `٣`, `رقم 3`, « le 3 svp », `3️⃣`, « trois ». */
import { codeSigns, numberSigns, numberWords } from './vocabulary.ts';
import { unwrapped } from './wrapping.ts';

const wholeNumber = /^\d{1,6}$/;

/** Its digits as typed, without what stands round them; undefined when the message is anything else. */
export function digitsIn(words: string): string | undefined {
  if (wholeNumber.test(words)) return words;
  const parts = unwrapped(words).split(' ');
  if (parts.length > 1 && numberSigns.has(parts[0] ?? '')) parts.shift();
  const alone = parts.length === 1 ? (parts[0] ?? '') : '';
  return wholeNumber.test(alone) ? alone : undefined;
}

/** The digits that a number word alone stands for. */
export function numberWordIn(words: string): string | undefined {
  return numberWords.get(words) ?? numberWords.get(unwrapped(words));
}

/** Four digits, which may stand apart: `0427`, `04 27`, « le code 0427 ». */
export function codeIn(words: string): string | undefined {
  const at = words.search(/\d/);
  const before = words.slice(0, at).trim();
  const digits = words.slice(at).replaceAll(' ', '');
  return /^\d{4}$/.test(digits) && (before === '' || codeSigns.has(before)) ? digits : undefined;
}
