import { expect, test } from 'vitest';
import { sampleShop as shop } from '#test/support/shop.ts';
import { deliveryFee } from '#trade/orders/fee.ts';

const cases: readonly [string, string[], string, number | undefined][] = [
  ['one pick-up costs the commune of the drop-off', ['couscous'], 'bouchane', 2500],
  ['two makers of one commune are one pick-up', ['couscous', 'quinoa'], 'bouchane', 2500],
  ['a second commune adds the lower pick-up fee', ['couscous', 'honey'], 'bouchane', 3000],
  ['the order of the basket changes nothing', ['honey', 'couscous'], 'bouchane', 3000],
  ['three communes leave the dearest out', ['couscous', 'honey', 'cumin'], 'bouchane', 3700],
  ['a bundle is picked up at all its makers', ['bundle'], 'benguerir', 2700],
  ['an unknown commune has no fee', ['couscous'], 'atlantis', undefined],
];

for (const [name, codes, commune, fee] of cases) {
  test(name, () => {
    expect(deliveryFee(shop, codes, commune)).toBe(fee);
  });
}
