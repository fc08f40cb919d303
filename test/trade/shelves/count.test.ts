import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '#base/money.ts';
import { shelfShop as shop } from '#test/support/shelf-shop.ts';
import { meaningOf, sharesOf, stockAfter } from '#trade/shelves/count.ts';

const counted = (product: string, before: number, left: number) => ({ product, before, left });

describe('an evening count', () => {
  test('means that what is missing was sold, and that what is more has come in', () => {
    expect(meaningOf(shop, [counted('bundle', 3, 1), counted('couscous', 6, 6), counted('jam', 4, 9)])).toEqual({
      sold: [{ product: 'bundle', quantity: 2, amount: 20_000 }],
      received: [{ product: 'jam', quantity: 5 }],
      total: 20_000,
    });
  });

  test('owes every maker its share of a bundle, and names what it made', () => {
    expect(sharesOf(shop, [counted('bundle', 3, 1), counted('couscous', 6, 3), counted('jam', 4, 9)])).toEqual([
      {
        ...{ cooperative: 'tazwit', amount: 2 * 2100 + 3 * 2500 },
        lines: [{ product: 'couscous', quantity: 5 }],
      },
      { cooperative: 'nour', amount: 9800, lines: [{ product: 'honey', quantity: 2 }] },
      { cooperative: 'amal', amount: 6000, lines: [{ product: 'cumin', quantity: 6 }] },
    ]);
  });

  test('shares out what does not divide evenly to the centime', () => {
    const [share] = sharesOf(shop, [counted('uneven', 2, 1)]);
    expect(share).toEqual({ cooperative: 'amal', amount: 1000, lines: [{ product: 'cumin', quantity: 3 }] });
  });

  test('owes the makers all that the shelf took, whatever was counted', () => {
    const units = fc.integer({ min: 0, max: 200 });
    const anyCount = fc.record({ product: fc.constantFrom(...shop.products.keys()), before: units, left: units });
    fc.assert(
      fc.property(fc.uniqueArray(anyCount, { selector: ({ product }) => product, maxLength: 8 }), (counts) => {
        const { sold, received, total } = meaningOf(shop, counts);
        expect(sum(sharesOf(shop, counts).map(({ amount }) => amount))).toBe(total);
        expect(sum(sold.map(({ amount }) => amount))).toBe(total);
        const change = sum(received.map(({ quantity }) => quantity)) - sum(sold.map(({ quantity }) => quantity));
        expect(change).toBe(sum(counts.map(({ left, before }) => left - before)));
      }),
    );
  });
});

describe('the stock of a shelf', () => {
  test('is what was counted, less what orders have taken since and more by what they gave back', () => {
    expect(stockAfter(counted('jam', 4, 3), 0, { units: 4, missing: 0 })).toEqual({ units: 3, missing: 0 });
    expect(stockAfter(counted('jam', 4, 3), 0, { units: 2, missing: 0 })).toEqual({ units: 1, missing: 0 });
    expect(stockAfter(counted('jam', 4, 3), 0, { units: 5, missing: 0 })).toEqual({ units: 4, missing: 0 });
  });

  test('owes what was promised beyond what stood there', () => {
    expect(stockAfter(counted('jam', 4, 1), 0, { units: 1, missing: 0 })).toEqual({ units: 0, missing: -2 });
  });

  test('knows nothing missing any more after a count of what had not been found', () => {
    expect(stockAfter(counted('jam', 4, 1), 4, { units: 0, missing: 4 })).toEqual({ units: 1, missing: 0 });
  });

  test('stays missing where it was not found after the count: what was counted can be promised, and no more', () => {
    expect(stockAfter(counted('jam', 0, 0), 0, { units: 0, missing: 2 })).toEqual({ units: 0, missing: 2 });
    expect(stockAfter(counted('jam', 4, 3), 1, { units: 0, missing: 6 })).toEqual({ units: 3, missing: 2 });
  });

  test('is never negative, and never loses a unit', () => {
    const units = fc.integer({ min: 0, max: 9999 });
    const some = fc.integer({ min: -99, max: 99 });
    fc.assert(
      fc.property(units, units, units, some, some, (before, left, now, known, missing) => {
        const after = stockAfter(counted('jam', before, left), known, { units: now, missing });
        expect(after.units).toBeGreaterThanOrEqual(0);
        expect(after.units + after.missing).toBe(now + missing + left - before);
      }),
    );
  });
});
