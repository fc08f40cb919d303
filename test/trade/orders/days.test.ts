import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#base/clock.ts';
import { today } from '#test/support/orders.ts';
import { sampleShop as shop, shopWith } from '#test/support/shop.ts';
import type { Cooperative } from '#trade/catalogue/shop.ts';
import { deliveryDays, isDeliveryDay, readyDay } from '#trade/orders/days.ts';

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

describe('the day on which all that is ordered can be ready', () => {
  test('is that of the slowest maker, on its working days', () => {
    expect(readyDay(shop, ['couscous'], friday)).toBe('2026-11-28');
    expect(readyDay(shop, ['couscous', 'honey'], friday)).toBe('2026-11-30');
    expect(readyDay(shop, ['couscous', 'honey', 'rug'], friday)).toBe('2026-12-11');
  });

  test('counts the parts of a bundle', () => {
    expect(readyDay(shop, ['bundle'], friday)).toBe('2026-11-30');
  });
});
