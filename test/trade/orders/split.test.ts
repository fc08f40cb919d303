import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '#base/money.ts';
import { sampleShop as shop, shopWith } from '#test/support/shop.ts';
import { amountOf, split } from '#trade/orders/split.ts';

const made = (product: string, quantity: number, price: number) =>
  expect.objectContaining({ product, quantity, price });

describe('splitting an order', () => {
  test('gives each cooperative its own lines', () => {
    const lines = [
      { product: 'couscous', quantity: 2, price: 2500 },
      { product: 'honey', quantity: 1, price: 9000 },
    ];
    expect(split(shop, lines)).toEqual([
      { cooperative: 'tazwit', source: 'cooperative', lines: [made('couscous', 2, 2500)], amount: 5000 },
      { cooperative: 'nour', source: 'cooperative', lines: [made('honey', 1, 9000)], amount: 9000 },
    ]);
  });

  test('takes a bundle apart at its shares', () => {
    expect(split(shop, [{ product: 'bundle', quantity: 2, price: 10_000 }])).toEqual([
      { cooperative: 'tazwit', source: 'cooperative', lines: [made('couscous', 2, 2100)], amount: 4200 },
      { cooperative: 'nour', source: 'cooperative', lines: [made('honey', 2, 4900)], amount: 9800 },
      { cooperative: 'amal', source: 'cooperative', lines: [made('cumin', 6, 1000)], amount: 6000 },
    ]);
  });

  test('loses no centime where a share does not divide evenly', () => {
    expect(split(shop, [{ product: 'uneven', quantity: 1, price: 1000 }])).toEqual([
      {
        cooperative: 'amal',
        source: 'cooperative',
        lines: [made('cumin', 1, 334), made('cumin', 2, 333)],
        amount: 1000,
      },
    ]);
  });

  test('keeps what stands on the shelf apart from what the same cooperative makes', () => {
    const lines = [
      { product: 'bundle', quantity: 1, price: 10_000, fromShelf: true },
      { product: 'couscous', quantity: 2, price: 2500 },
    ] as const;
    expect(split(shop, lines)).toEqual([
      { cooperative: 'tazwit', source: 'shelf', lines: [made('couscous', 1, 2100)], amount: 2100 },
      { cooperative: 'nour', source: 'shelf', lines: [made('honey', 1, 4900)], amount: 4900 },
      { cooperative: 'amal', source: 'shelf', lines: [made('cumin', 3, 1000)], amount: 3000 },
      { cooperative: 'tazwit', source: 'cooperative', lines: [made('couscous', 2, 2500)], amount: 5000 },
    ]);
  });

  test('adds up to the order, whatever is ordered', () => {
    const codes = [...shop.products.keys()];
    const anyLine = fc.record({
      product: fc.constantFrom(...codes),
      quantity: fc.integer({ min: 1, max: 99 }),
      price: fc.integer({ min: 0, max: 200_000 }),
    });
    const whence = fc.constantFrom({}, { fromShelf: true as const });
    const ordered = fc.tuple(anyLine, whence).map(([line, from]) => ({ ...line, ...from }));
    fc.assert(
      fc.property(fc.array(ordered, { minLength: 1, maxLength: 8 }), (lines) => {
        const shares = split(shop, lines);
        expect(sum(shares.map(({ amount }) => amount))).toBe(amountOf(lines));
        for (const share of shares) expect(amountOf(share.lines)).toBe(share.amount);
        expect(new Set(shares.map(({ cooperative, source }) => `${cooperative} ${source}`)).size).toBe(shares.length);
      }),
    );
  });

  test('shares a bundle of any price and parts exactly', () => {
    const anyPart = fc.record({
      product: fc.constantFrom('couscous', 'honey', 'cumin', 'quinoa'),
      quantity: fc.integer({ min: 1, max: 12 }),
      share: fc.integer({ min: 1, max: 50_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyPart, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 99 }),
        (parts, quantity) => {
          const price = sum(parts.map(({ share }) => share));
          const shares = split(shopWith({ bundle: { parts, price } }), [{ product: 'bundle', quantity, price }]);
          expect(sum(shares.map(({ amount }) => amount))).toBe(price * quantity);
        },
      ),
    );
  });
});
