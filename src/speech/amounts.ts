/** Units and quantities as people say them: `500 g`, `2 kg`, `3 × 500 g (1,5 kg)`, `2 pièces`. */
import type { Product, Unit } from '#trade/catalogue/shop.ts';
import { numeral } from './numbers.ts';
import { filled, type Voice } from './voice.ts';

type Sold = Pick<Product, 'unit' | 'parts'>;
type Measure = Product['unit'];

const sentenceOf = {
  g: 'common.unitGram',
  kg: 'common.unitKilogram',
  ml: 'common.unitMillilitre',
  L: 'common.unitLitre',
} as const satisfies Record<Exclude<Unit, 'piece'>, string>;

const larger = { g: 'kg', ml: 'L' } as const;

function unitText(measure: Measure, voice: Voice): string {
  const amount = numeral(measure.amount);
  if (measure.unit === 'piece') return filled('common.pieces', { count: amount }, voice, measure.amount);
  return filled(sentenceOf[measure.unit], { amount }, voice);
}

/** What is sold by the kilogram or litre is told as one amount; jars and bags stay countable, with the total beside. */
export function amountText(product: Sold | undefined, quantity: number, voice: Voice): string {
  if (product === undefined) return numeral(quantity);
  if (product.parts.length > 0) return filled('common.bundles', { count: numeral(quantity) }, voice, quantity);
  const measure = product.unit;
  const total = measure.amount * quantity;
  if (quantity === 1 || measure.unit === 'piece' || measure.amount === 1) {
    return unitText({ amount: total, unit: measure.unit }, voice);
  }
  const values = { quantity: numeral(quantity), unit: unitText(measure, voice) };
  if ((measure.unit === 'g' || measure.unit === 'ml') && total >= 1000) {
    const sum = unitText({ amount: total / 1000, unit: larger[measure.unit] }, voice);
    return filled('common.amountWithTotal', { ...values, total: sum }, voice);
  }
  return filled('common.amount', values, voice);
}

/** A weight to carry, in kilograms, to the tenth. */
export function weightText(grams: number, voice: Voice): string {
  if (grams < 1000) return unitText({ amount: grams, unit: 'g' }, voice);
  return unitText({ amount: Math.round(grams / 100) / 10, unit: 'kg' }, voice);
}
