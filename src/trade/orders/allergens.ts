import type { Shop } from '#trade/catalogue/shop.ts';
import { madeFor } from './makers.ts';

export interface AllergenSummary {
  /** Every allergen that is declared for any of these products, each once, in alphabetical order of its name. */
  readonly declared: readonly string[];
  /** The foods whose maker has not said what is in them. */
  readonly notGiven: readonly string[];
}

export function allergens(shop: Shop, codes: readonly string[]): AllergenSummary {
  const foods = codes.flatMap((code) => madeFor(shop, code)).filter((product) => product.food !== undefined);
  const declared = new Set(foods.flatMap((product) => product.food?.allergens ?? []));
  const notGiven = new Set(foods.filter((product) => product.food?.allergens === undefined).map(({ code }) => code));
  return { declared: [...declared].sort(), notGiven: [...notGiven] };
}
