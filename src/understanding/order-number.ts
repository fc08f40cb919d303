import { isOrderNumber } from '#trade/orders/number.ts';

/** The order's number that a message is, alone or as its last word: « commande a7h4 ». */
export function orderNumberIn(text: string): string | undefined {
  const words = text.toUpperCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || words.length > mostWords || !isOrderNumber(last)) return undefined;
  // A word of another kind may have the form of a number: longer sentences must say what it is.
  return words.length === 1 || words.slice(0, -1).every((word) => signs.has(word)) ? last : undefined;
}

const mostWords = 3;
const signs = new Set([
  'COMMANDE',
  'LA',
  'MA',
  'N',
  'NUMÉRO',
  'NUMERO',
  'NO',
  'الطلبية',
  'طلبية',
  'طلبيتي',
  'رقم',
  'الرقم',
  'TALABIYA',
  'LCOMMANDE',
]);
