/**
 * Words in the form in which they are compared, never shown: small letters without accents or vowel marks, the letters
 * that people write in several ways as one, western digits, one space between words and nothing else.
 */

const marks = /\p{M}+/gu;
const neitherWordNorEmoji = /[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu;
/** Tatweel stretches a word, the others are invisible. */
const withinWords = /[\u0640\p{Default_Ignorable_Code_Point}]+/gu;
/** A letter held down for emphasis: ouiii, سلااااام. */
const heldDown = /(\p{L})\1{2,}/gu;

const sameLetter: Readonly<Record<string, string>> = {
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ٱ: 'ا',
  ڭ: 'ك',
  گ: 'ك',
  ݣ: 'ك',
  ک: 'ك',
  ڤ: 'ف',
  پ: 'ب',
  œ: 'oe',
  æ: 'ae',
};
const severalWays = new RegExp(`[${Object.keys(sameLetter).join('')}]`, 'gu');

/** Arabic-Indic and Persian digits as western ones; nothing else changes. */
export function withWesternDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

export function normalised(text: string): string {
  return withWesternDigits(text)
    .normalize('NFKD')
    .replace(marks, '')
    .replace(withinWords, '')
    .toLowerCase()
    .replace(severalWays, (letter) => sameLetter[letter] ?? letter)
    .replace(neitherWordNorEmoji, ' ')
    .trim()
    .replace(heldDown, '$1');
}
