import { describe, expect, test } from 'vitest';
import { monday } from '#test/support/orders.ts';
import { sampleShop as shop } from '#test/support/shop.ts';
import { chooseDistributor, type Past } from '#trade/deliveries/choose-distributor.ts';

const wednesday = '2026-11-25';

function choose(past: Record<string, Past>, asked: string[] = [], day = monday, commune = 'bouchane') {
  return chooseDistributor(shop, commune, day, new Set(asked), new Map(Object.entries(past)));
}

describe('the distributor asked next', () => {
  test('is the one who took the fewest deliveries', () => {
    expect(choose({ hassan: { taken: 2 }, khadija: { taken: 1, lastOffer: 9 }, omar: { taken: 2 } })).toBe('khadija');
  });

  test('is, when equal, the one who was offered nothing for longest', () => {
    const past = {
      hassan: { taken: 1, lastOffer: 30 },
      khadija: { taken: 1, lastOffer: 20 },
      omar: { taken: 1, lastOffer: 10 },
    };
    expect(choose(past)).toBe('omar');
    expect(choose({ hassan: { taken: 0, lastOffer: 5 }, khadija: { taken: 0, lastOffer: 6 } })).toBe('omar');
  });

  test('is the first by name when nothing else decides', () => {
    expect(choose({})).toBe('hassan');
  });

  test('was not asked for this delivery before', () => {
    expect(choose({}, ['hassan', 'khadija'])).toBe('omar');
    expect(choose({}, ['hassan', 'khadija', 'omar'])).toBeUndefined();
  });

  test('rides to that commune on that weekday', () => {
    expect(choose({ hassan: { taken: 9 } }, [], wednesday)).toBe('hassan');
    expect(choose({}, [], wednesday, 'youssoufia')).toBeUndefined();
  });
});
