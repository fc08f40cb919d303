import { describe, expect, it } from 'vitest';
import { sampleShop, shopWith } from '#test/support/shop.ts';
import { problemsOf } from '#trade/catalogue/check-shop.ts';
import type { Shop } from '#trade/catalogue/shop.ts';

describe('the check of an edition', () => {
  it('finds nothing wrong with a sound shop', () => {
    expect(problemsOf(sampleShop)).toEqual([]);
  });

  it('finds a bundle whose shares do not add up to its price', () => {
    expect(problemsOf(shopWith({ bundle: { price: 10_001 } }))).toEqual([
      'bundle: shares add up to 10000, price is 10001',
    ]);
  });

  it('finds a bundle that contains a bundle', () => {
    const parts = [{ product: 'uneven', quantity: 1, share: 10_000 }];
    expect(problemsOf(shopWith({ bundle: { parts } }))).toEqual(['bundle: part uneven has no maker']);
  });

  it('finds a bundle that names a maker of its own', () => {
    expect(problemsOf(shopWith({ bundle: { cooperative: 'nour' } }))).toEqual(['bundle: has both parts and a maker']);
  });

  it('finds a product that nobody makes', () => {
    expect(problemsOf(shopWith({ jam: { cooperative: undefined } }))).toEqual(['jam: neither a maker nor parts']);
  });

  it('finds an allergen that has no words', () => {
    expect(problemsOf(shopWith({ jam: { food: { allergens: ['gluten', 'dust'] } } }))).toEqual([
      'jam: unknown allergen dust',
    ]);
  });

  it('finds what has no name, and lets one language do', () => {
    expect(problemsOf(shopWith({ jam: { name: {} }, cumin: { name: { ar: 'الكمون' } } }))).toEqual([
      'jam: no name in any language',
    ]);
  });

  it('finds a day that is none', () => {
    const distributors = new Map(
      [...sampleShop.distributors].map(([slug, one]) => [slug, slug === 'omar' ? { ...one, days: [1, 8] } : one]),
    );
    const shop: Shop = { ...sampleShop, distributors };
    expect(problemsOf(shop)).toEqual(['omar: 8 is no weekday']);
  });
});
