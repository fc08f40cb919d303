import type { Ids } from '#base/ids.ts';

/** No two of these look alike in any hand or font, which leaves out 0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B and U beside V. */
const letters = 'ACDEFHJKMNPRTVWXY';
const digits = '3479';
const alphabet = letters + digits;

const length = 4;

/**
 * A short number for an order, such as `A7H4`: never only digits, so that it is no hand-over code, and never only
 * letters, so that it is no word. Whether it is free is for the database to say.
 */
export function orderNumber(ids: Ids): string {
  for (;;) {
    const number = Array.from({ length }, () => alphabet[ids.below(alphabet.length)]).join('');
    if (isOrderNumber(number)) return number;
  }
}

/** Whether a text, once in capitals, has the form of an order's number. */
export function isOrderNumber(text: string): boolean {
  const characters = [...text];
  return (
    characters.length === length &&
    characters.every((character) => alphabet.includes(character)) &&
    characters.some((character) => digits.includes(character)) &&
    characters.some((character) => letters.includes(character))
  );
}

/** How long a closed order keeps its number to itself, in ms. */
export const numberRest = 90 * 24 * 3_600_000;
