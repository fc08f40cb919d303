import { expect, test } from 'vitest';
import { sampleShop as shop } from '#test/support/shop.ts';
import { allergens } from '#trade/orders/allergens.ts';

test('allergens are gathered through bundles, and what is not given is named', () => {
  expect(allergens(shop, ['bundle', 'couscous', 'rug'])).toEqual({ declared: ['gluten'], notGiven: ['cumin'] });
});
