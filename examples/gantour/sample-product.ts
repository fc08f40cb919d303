import type { BundlePart, FoodFacts, Product, Stock, Unit, Words } from '#trade/catalogue/shop.ts';

/** A product as it is written down here: its photo is known by its code, and most have no variants and no parts. */
export interface SampleProduct extends Pick<Product, 'code' | 'name' | 'short' | 'description' | 'category' | 'price'> {
  readonly cooperative?: string;
  readonly unit: readonly [amount: number, unit: Unit];
  readonly daysToMake: number;
  readonly mostPerWeek?: number;
  readonly weight: number;
  readonly size?: 'medium' | 'large';
  readonly stock?: Stock;
  readonly variants?: readonly SampleVariant[];
  readonly food?: FoodFacts;
  readonly parts?: readonly BundlePart[];
}

export interface SampleVariant {
  readonly code: string;
  readonly name: Words;
  readonly price: number;
  readonly left?: number;
}

/** Food facts with an authorisation number that nobody can take for a real one. */
export function food(
  ingredients: Words,
  allergens: readonly string[],
  keeping: Words,
  authorisation: string,
): FoodFacts {
  return { ingredients, allergens, keeping, authorisation: `EXEMPLE-${authorisation}` };
}

export const dryAndCool: Words = {
  fr: "12 mois au sec, à l'abri de la lumière",
  ar: 'سنة في مكان جاف بعيد عن الضوء',
};
