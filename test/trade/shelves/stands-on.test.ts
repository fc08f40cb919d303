import { expect, test } from 'vitest';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { fromShelf, standsOn } from '#trade/shelves/stands-on.ts';

const line = (product: string, quantity: number) => ({ product, quantity });
const basket = [line('couscous', 6), line('honey', 1), line('bundle', 4), line('jam', 1)];

test('a line stands on a shelf when the shelf has all of it', () => {
  expect(fromShelf(shelfShop, 'youssoufia', basket)).toEqual([line('couscous', 6), line('jam', 1)]);
  expect(fromShelf(shelfShop, 'benguerir', basket)).toEqual([line('honey', 1)]);
});

test('nothing stands on a shelf that is not there, nor what is not sold there or of which nothing is left', () => {
  expect(fromShelf(shelfShop, 'rabat', basket)).toEqual([]);
  const benguerir = shelfShop.shelves.get('benguerir');
  expect(benguerir && standsOn(benguerir, line('cumin', 1))).toBe(false);
  expect(benguerir && standsOn(benguerir, line('rug', 1))).toBe(false);
});
