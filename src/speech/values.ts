/**
 * Statements and what stands in them, as text: names looked up, amounts formatted, what could turn a line round isolated.
 * Both are in one file because a value can be a sentence again.
 */
import type { Language, Statement, Value } from '#flows/kit.ts';
import type { Words } from '#trade/catalogue/shop.ts';
import { amountText, weightText } from './amounts.ts';
import { isolateCode, isolateOther, isolateTyped } from './bidi.ts';
import { dayText } from './dates.ts';
import { listText } from './lists.ts';
import { moneyText } from './money.ts';
import { numeral } from './numbers.ts';
import { phoneText } from './phones.ts';
import { timeText } from './times.ts';
import type { Voice } from './voice.ts';

/** One sentence with its values. */
export function spoken(statement: Statement, voice: Voice): string {
  const values = statement.values;
  const count = values?.count;
  const template = voice.book.template(statement.key, typeof count === 'number' ? count : undefined);
  if (typeof template === 'string') return template;
  let text = template[0] ?? '';
  for (let piece = 1; piece < template.length; piece += 2) {
    const value = values?.[template[piece] ?? ''];
    if (value !== undefined) text += valueText(value, voice);
    text += template[piece + 1];
  }
  return text;
}

function valueText(value: Value, voice: Voice): string {
  const { shop, language } = voice;
  if (typeof value === 'number') return numeral(value);
  if ('money' in value) return moneyText(value.money, voice);
  if ('product' in value) return nameOf(shop.products.get(value.product), value.product, voice);
  if ('unitOf' in value) {
    const product = shop.products.get(value.unitOf);
    return product === undefined ? '' : amountText(product, 1, voice);
  }
  if ('amountOf' in value) return amountText(shop.products.get(value.amountOf), value.quantity, voice);
  if ('category' in value) {
    const category = shop.categories.find(({ slug }) => slug === value.category);
    return nameOf(category, value.category, voice);
  }
  if ('cooperative' in value) return nameOf(shop.cooperatives.get(value.cooperative), value.cooperative, voice);
  if ('commune' in value) return nameOf(shop.communes.get(value.commune), value.commune, voice);
  if ('distributor' in value) return nameOf(shop.distributors.get(value.distributor), value.distributor, voice);
  if ('shelf' in value) return nameOf(shop.shelves.get(value.shelf), value.shelf, voice);
  if ('words' in value) return wordsText(value.words, language);
  if ('typed' in value) return isolateTyped(value.typed, language);
  if ('code' in value) return isolateCode(phoneText(value.code), language);
  if ('day' in value) return dayText(value.day, voice);
  if ('time' in value) return timeText(value.time, voice);
  if ('grams' in value) return weightText(value.grams, voice);
  if ('sentence' in value) return spoken({ key: value.sentence, values: value.values ?? {} }, voice);
  return listText(
    value.list.map((item) => valueText(item, voice)),
    voice,
  );
}

/** A thing that has left the shop since is still called something: its code. */
function nameOf(thing: Named | undefined, code: string, { language, brief }: Voice): string {
  if (thing === undefined) return isolateCode(code, language);
  return (brief && thing.short?.[language]) ?? wordsText(thing.name, language);
}

interface Named {
  readonly name: Words;
  readonly short?: Words;
}

/** The text in the person's language, or in the other one where there is no more. */
function wordsText(words: Words, language: Language): string {
  const own = words[language];
  if (own !== undefined) return own;
  const other = words[language === 'ar' ? 'fr' : 'ar'];
  return other === undefined ? '' : isolateOther(other, language);
}
