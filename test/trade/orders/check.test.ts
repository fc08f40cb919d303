import { expect, test } from 'vitest';
import { atShelf, toBouchane, today } from '#test/support/orders.ts';
import { shelfShop as shop } from '#test/support/shelf-shop.ts';
import { checkOrder } from '#trade/orders/check.ts';
import type { PlaceOrder } from '#trade/orders/order.ts';
import type { Refusal } from '#trade/requests.ts';

const line = (product: string, price: number, quantity = 1) => ({ lines: [{ product, price, quantity }] });
const drop = (commune: string, day: string) =>
  ({ kind: 'delivery', commune, day, address: 'here', mayCall: false }) as const;

const standing = (product: string, price: number, quantity = 1) =>
  atShelf({ lines: [{ product, price, quantity, fromShelf: true }] });

const cases: readonly [string, PlaceOrder, Refusal | undefined][] = [
  ['an order that says what the shop says passes', toBouchane(), undefined],
  ['so does a collection', atShelf(), undefined],
  ['an empty basket is refused', toBouchane({ lines: [] }), 'basketEmpty'],
  ['a product that the shop no longer has is gone', toBouchane(line('almonds', 100)), 'productGone'],
  ['a product that is out is refused', toBouchane(line('jam', 2200)), 'outOfStock'],
  ['another price is said before it is charged', toBouchane(line('couscous', 2400)), 'priceChanged'],
  ['a hundred of one thing is too much', toBouchane(line('couscous', 2500, 100)), 'outOfStock'],
  ['a fee that has risen is said before it is charged', toBouchane({ fee: 2900 }), 'priceChanged'],
  ['a fee that has fallen does no harm', toBouchane({ fee: 3100 }), undefined],
  ['nobody rides there', toBouchane({ way: drop('far-away', '2026-11-23') }), 'placeNotServed'],
  ['there is no such commune', toBouchane({ way: drop('atlantis', '2026-11-23') }), 'placeNotServed'],
  ['nobody rides on that day', toBouchane({ way: drop('bouchane', '2026-11-24') }), 'dayGone'],
  ['the day is over', toBouchane({ way: drop('bouchane', '2026-11-16') }), 'dayGone'],
  ['a shelf that is gone is no place', atShelf({ way: { kind: 'shelf', shelf: 'rabat' } }), 'placeNotServed'],
  ['what stands on the shelf is sold though its maker has none', standing('jam', 2200), undefined],
  ['at its price', standing('jam', 2000), 'priceChanged'],
  ['what is not sold at that shelf does not stand there', standing('honey', 9000), 'shelfGone'],
  ['nor does what the shop no longer has', standing('almonds', 100), 'productGone'],
  ['what its maker is asked for must not be out', atShelf(line('jam', 2200)), 'outOfStock'],
  ['a shelf adds no fee', atShelf({ fee: 500 }), 'priceChanged'],
];

for (const [name, order, refusal] of cases) {
  test(name, () => {
    expect(checkOrder(shop, order, today)).toBe(refusal);
  });
}
