import { cleanTyped } from '#base/typed-text.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { codeIn, digitsIn, numberWordIn } from './digits.ts';
import { globalWord } from './global-words.ts';
import { languageOf } from './language-of.ts';
import type { Meaning, OpenQuestion, Understood } from './meaning.ts';
import { normalised } from './normalise.ts';
import { orderNumberIn } from './order-number.ts';
import { phoneIn } from './phone.ts';
import { productNamed } from './products.ts';
import { unwrapped } from './wrapping.ts';

/** The most of anything that a person may ask for in digits; longer ones are phones, prices or slips. */
const longestNumber = 4;

/** What a typed message means as an answer to the question; only what is certain is given a meaning. */
export function understand(text: string, question: OpenQuestion, shop: Shop): Understood {
  const offered = offeredDigit(text.trim(), question);
  if (offered !== undefined) return { meaning: offered, language: undefined };
  return { meaning: meaningOf(text, question, shop), language: languageOf(text) };
}

function offeredDigit(digits: string, question: OpenQuestion): Meaning | undefined {
  const choice = question.offered.find(([digit]) => digit === digits);
  return choice === undefined ? undefined : { kind: 'choice', event: choice[1] };
}

/** Nobody means two of a thing by `-2`: the person is asked again. */
const belowNought = /^\s*[-−–]\s*\p{Nd}+\s*$/u;

/** `1=7 2=3` counts things: its digits together are no code. */
const pairs = /\p{Nd}\s*[=:]\s*\p{Nd}/u;

/** The order is the rule: what comes first wins. */
function meaningOf(text: string, question: OpenQuestion, shop: Shop): Meaning {
  const words = normalised(text);
  if (question.expects === 'number' && belowNought.test(text)) return textMeant(text) ?? { kind: 'unclear' };
  const isFree = question.expects === 'text' || question.expects === 'place';
  return (
    numberMeant(words, { ...question, takesCodes: question.takesCodes && !pairs.test(text) }) ??
    (question.expects === 'phone' ? phoneMeant(text) : undefined) ??
    globalWord(words) ??
    (isFree ? textMeant(text) : undefined) ??
    productNamed(words, shop) ??
    productNamed(unwrapped(words), shop) ??
    orderMeant(text) ?? { kind: 'unclear' }
  );
}

function numberMeant(words: string, question: OpenQuestion): Meaning | undefined {
  // Before the menu's digits: a code such as 0001 must never be a yes.
  const code = question.takesCodes ? (codeIn(words) ?? codeIn(unwrapped(words))) : undefined;
  if (code !== undefined) return { kind: 'code', value: code };
  const digits = digitsIn(words);
  const offered =
    digits === undefined || digits.length > 2 ? undefined : offeredDigit(String(Number(digits)), question);
  if (offered !== undefined) return offered;
  if (question.expects === 'number') {
    const number = digits ?? numberWordIn(words);
    if (number !== undefined && number.length <= longestNumber) {
      return offeredDigit(number, question) ?? { kind: 'number', value: Number(number) };
    }
  }
  if (question.expects !== undefined) return undefined;
  // One digit too many: the conversation says how long a code is, rather than that nothing was understood.
  if (question.takesCodes && digits?.length === 5) return { kind: 'code', value: digits };
  const word = numberWordIn(words);
  return word === undefined ? undefined : offeredDigit(word, question);
}

/** Digits enough that a phone was meant: the person is told that it is not complete, not that we did not understand. */
const looksLikePhone = /^[\s\p{Nd}+().-]{4,}$/u;

function phoneMeant(text: string): Meaning | undefined {
  const phone = phoneIn(text);
  if (phone !== undefined) return { kind: 'phone', value: phone };
  return looksLikePhone.test(text) ? textMeant(text) : undefined;
}

function orderMeant(text: string): Meaning | undefined {
  const order = orderNumberIn(text);
  return order === undefined ? undefined : { kind: 'order', value: order };
}

function textMeant(text: string): Meaning | undefined {
  const clean = cleanTyped(text);
  return clean === '' ? undefined : { kind: 'text', text: clean };
}
