import { isOrderNumber } from '#trade/orders/number.ts';
import { normalised } from './normalise.ts';
import { orderSigns } from './vocabulary.ts';

const lastWord = /([\p{L}\p{Nd}]+)[\s\p{P}]*$/u;

/** The order's number that a message is, alone or after the word for it: « commande a7h4 ». */
export function orderNumberIn(text: string): string | undefined {
  const found = lastWord.exec(text);
  const number = found?.[1]?.toUpperCase() ?? '';
  if (found === null || !isOrderNumber(number)) return undefined;
  // A word of another kind may have the form of a number: a sentence must say that it is one.
  const before = normalised(text.slice(0, found.index));
  return before === '' || orderSigns.has(before) ? number : undefined;
}
