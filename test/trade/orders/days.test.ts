import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#base/clock.ts';
import { today } from '#test/support/orders.ts';
import { sampleShop as shop, shopWith } from '#test/support/shop.ts';
import type { Cooperative } from '#trade/catalogue/shop.ts';
import { deliveryDays, isDeliveryDay, readyBy } from '#trade/orders/days.ts';

const friday = '2026-11-27';

describe('the days offered for a delivery', () => {
  test('begin with the first day on which somebody rides to the commune', () => {
    expect(deliveryDays(shop, ['couscous'], 'bouchane', today, 3)).toEqual({
      days: ['2026-11-23', '2026-11-25', '2026-11-26'],
    });
  });

  test('wait for the product that takes longest, and name it', () => {
    expect(deliveryDays(shop, ['couscous', 'quinoa'], 'bouchane', today, 1)).toEqual({
      days: ['2026-11-25'],
      setBy: 'quinoa',
    });
  });

  test('count only the days on which the maker works', () => {
    // Ten working days of Monday to Friday, from Friday on: Friday the 11th of December.
    expect(deliveryDays(shop, ['rug'], 'bouchane', friday, 1)).toEqual({ days: ['2026-12-11'], setBy: 'rug' });
  });

  test('leave the maker a working day even for what lies ready', () => {
    // Saturday and Sunday are free at Nour; khadija rides to Bouchane on Monday.
    expect(deliveryDays(shop, ['honey'], 'bouchane', friday, 1)).toEqual({ days: ['2026-11-30'] });
  });

  test('are days on which every maker is at work, because that is when the goods are fetched', () => {
    // Somebody rides on Mondays, Wednesdays, Thursdays and Fridays; Nour is at work on Mondays and Fridays alone.
    const nour = { ...shop.cooperatives.get('nour'), workingDays: [1, 5] } as Cooperative;
    const resting = { ...shop, cooperatives: new Map([...shop.cooperatives, ['nour', nour]]) };
    const { days } = deliveryDays(resting, ['couscous', 'honey'], 'bouchane', today, 3);
    expect(days.map(weekdayOf)).toEqual([1, 5, 1]);
    expect(isDeliveryDay(resting, ['couscous', 'honey'], 'bouchane', today, '2026-11-25')).toBe(false);
    expect(isDeliveryDay(resting, ['couscous'], 'bouchane', today, '2026-11-25')).toBe(true);
  });

  test('are those that an order may name, and no others', () => {
    for (const codes of [['couscous'], ['honey', 'rug'], ['bundle']]) {
      const { days } = deliveryDays(shop, codes, 'bouchane', today, 60);
      const all = Array.from({ length: 80 }, (_, ahead) => addDays(today, ahead - 5));
      expect(all.filter((day) => isDeliveryDay(shop, codes, 'bouchane', today, day))).toEqual(days);
    }
  });

  test('name the bundle when one of its parts takes longest', () => {
    expect(deliveryDays(shop, ['bundle'], 'youssoufia', '2026-11-25', 1)).toEqual({ days: ['2026-11-26'] });
    expect(deliveryDays(shop, ['bundle', 'rug'], 'youssoufia', today, 1).setBy).toBe('rug');
  });

  test('leave the days that a bundle itself takes to put together', () => {
    const slow = shopWith({ bundle: { daysToMake: 4 } });
    expect(deliveryDays(slow, ['bundle'], 'bouchane', today, 1)).toEqual({ days: ['2026-11-26'], setBy: 'bundle' });
  });

  test('are none where no distributor rides', () => {
    expect(deliveryDays(shop, ['couscous'], 'far-away', today, 3)).toEqual({ days: [] });
  });
});

describe('a cooperative that is away', () => {
  // Tazwit is away up to and on Thursday; somebody rides to Bouchane on Mondays, Wednesdays, Thursdays and Fridays.
  const tazwit = { ...shop.cooperatives.get('tazwit'), awayUntil: '2026-11-26' } as Cooperative;
  const away = { ...shop, cooperatives: new Map([...shop.cooperatives, ['tazwit', tazwit]]) };

  test('is fetched from on the first day after its absence, and its product is said to set the day', () => {
    const first = { days: ['2026-11-27'], setBy: 'couscous' };
    expect(deliveryDays(away, ['couscous', 'honey'], 'bouchane', today, 1)).toEqual(first);
    expect(isDeliveryDay(away, ['couscous', 'honey'], 'bouchane', today, '2026-11-26')).toBe(false);
    expect(isDeliveryDay(away, ['couscous', 'honey'], 'bouchane', today, '2026-11-27')).toBe(true);
    expect(deliveryDays(away, ['honey'], 'bouchane', today, 1)).toEqual({ days: ['2026-11-23'] });
  });

  test('delays a shelf by its absence and by the days it then needs to make', () => {
    expect(readyBy(away, [{ product: 'couscous' }, { product: 'honey' }], today)).toEqual({
      ...{ day: '2026-11-27', setBy: 'couscous' },
    });
    const slow = { ...away, products: shopWith({ couscous: { daysToMake: 3 } }).products };
    expect(readyBy(slow, [{ product: 'couscous' }], today).day).toBe('2026-11-29');
  });

  test('sets the day though its product is ready before the others, when nobody rides between', () => {
    const long = { ...tazwit, awayUntil: '2026-11-27', workingDays: [1, 5] } as Cooperative;
    const shopOf = { ...shop, cooperatives: new Map([...shop.cooperatives, ['tazwit', long]]) };
    expect(deliveryDays(shopOf, ['quinoa', 'couscous'], 'bouchane', today, 1)).toEqual({
      ...{ days: ['2026-11-30'], setBy: 'couscous' },
    });
  });

  test('is still offered a day when it is back after months', () => {
    const long = { ...tazwit, awayUntil: '2027-03-31' } as Cooperative;
    const shopOf = { ...shop, cooperatives: new Map([...shop.cooperatives, ['tazwit', long]]) };
    const { days } = deliveryDays(shopOf, ['couscous'], 'bouchane', today, 1);
    expect(days).toEqual(['2027-04-01']);
    expect(isDeliveryDay(shopOf, ['couscous'], 'bouchane', today, '2027-04-01')).toBe(true);
  });

  test('is over on the day after', () => {
    expect(deliveryDays(away, ['couscous'], 'bouchane', '2026-11-29', 1)).toEqual({ days: ['2026-11-30'] });
  });
});

describe('the day on which all that is ordered can be ready', () => {
  const lines = (...codes: string[]) => codes.map((product) => ({ product }));

  test('is that of the slowest maker, on its working days', () => {
    expect(readyBy(shop, lines('couscous'), friday)).toEqual({ day: '2026-11-28' });
    expect(readyBy(shop, lines('couscous', 'honey'), friday)).toEqual({ day: '2026-11-30', setBy: 'honey' });
    expect(readyBy(shop, lines('couscous', 'honey', 'rug'), friday)).toEqual({ day: '2026-12-11', setBy: 'rug' });
  });

  test('counts the parts of a bundle', () => {
    expect(readyBy(shop, lines('bundle'), friday)).toEqual({ day: '2026-11-30', setBy: 'bundle' });
  });

  test('counts only what does not stand on the shelf, and is today when all of it does', () => {
    const bundle = { product: 'bundle', fromShelf: true } as const;
    expect(readyBy(shop, [bundle, { product: 'couscous' }], friday)).toEqual({ day: '2026-11-28' });
    expect(readyBy(shop, [bundle], friday)).toEqual({ day: friday });
  });
});
