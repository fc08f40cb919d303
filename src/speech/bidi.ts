/**
 * Keeps lines readable when languages of both directions meet in them: what is inserted is isolated, so that it cannot
 * turn the words round it about. Marks are never put into labels, which channels compare and count.
 */
import { cleanTyped } from '#base/typed-text.ts';
import type { Language } from '#flows/kit.ts';

const leftToRight = '\u2066';
const rightToLeft = '\u2067';
const firstStrong = '\u2068';
const end = '\u2069';

const marks = /[\u2066-\u2069]/g;
const strongRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;

/** A code, a phone, a number, an address of the web: read from left to right everywhere. */
export function isolateCode(text: string, language: Language): string {
  return language === 'ar' ? `${leftToRight}${text}${end}` : text;
}

/** A text of ours that exists only in the other language. */
export function isolateOther(text: string, language: Language): string {
  return `${language === 'ar' ? leftToRight : rightToLeft}${text}${end}`;
}

/** A name, whose direction only its own letters tell. */
function isolateName(text: string, language: Language): string {
  return language === 'ar' || strongRightToLeft.test(text) ? `${firstStrong}${text}${end}` : text;
}

/** What would read as a line of a menu: `1. `, `2) `, `رقم 3: `. */
const menuLike = /^((?:رقم\s*)?[\p{Nd}]{1,2})\s*[.):：،-]+\s*/u;

/** `1:-3`, `2.5`: numbers without words are no line of a menu, and are quoted as they were typed. */
const numbersAlone = /^\p{Nd}+(?:[.:،-]+\p{Nd}+)+$/u;

/** Characters: as many as are taken of a message, so that nobody's words are told in part. */
const longestTyped = 500;

/** What somebody typed, as it may stand in a sentence: clean, isolated, and never looking like a line of a menu. */
export function isolateTyped(text: string, language: Language): string {
  const clean = cleanTyped(text, longestTyped);
  return isolateName(numbersAlone.test(clean) ? clean : clean.replace(menuLike, '$1 '), language);
}

export function withoutMarks(text: string): string {
  return text.replace(marks, '');
}
