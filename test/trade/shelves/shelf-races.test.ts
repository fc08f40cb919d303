import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { atShelf } from '#test/support/orders.ts';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { brief, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { isBalanced } from '#trade/ledger/ledger.ts';
import type { PlaceOrder } from '#trade/orders/order.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];

let trade: TestTrade;
let basket = 0;
const keeper = staff('shelf', 'youssoufia');

beforeAll(async () => {
  trade = await openTrade({ kind: 'postgres', shop: shelfShop });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  const { db } = trade.database;
  await db.updateTable('shelf_stock').set({ units: 3, missing: 0 }).where('shelf', '=', 'youssoufia').execute();
  await db.updateTable('product').set({ stock_left: 50 }).where('code', '=', 'honey').execute();
  trade.jobs.splice(0);
});

const bundle = { product: 'bundle', quantity: 1, price: 10_000, fromShelf: true } as const;
const jam = { product: 'jam', quantity: 1, price: 2200, fromShelf: true } as const;
const honey = { product: 'honey', quantity: 1, price: 9000 } as const;

function order(...lines: PlaceOrder['lines']) {
  basket += 1;
  return atShelf({ basketId: `race-${basket}`, lines });
}

async function onShelf(product: string): Promise<number | undefined> {
  return (await trade.read(keeper, 'shelf.stock')).find((one) => one.product === product)?.left;
}

async function asked(...lines: PlaceOrder['lines']) {
  const { number } = await placeAndTell(trade, order(...lines));
  const open = await trade.read(keeper, 'reservations.open');
  trade.told();
  return { number, reservation: open.find((one) => one.order === number)?.id ?? '' };
}

test('three baskets on the shelf are sold three times, however many ask at once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, n) => trade.command(n % 2 === 0 ? amina : samir, 'order.place', order(bundle))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  expect(outcomes.filter((one) => !one.ok && one.reason === 'shelfGone')).toHaveLength(5);
  expect(await onShelf('bundle')).toBe(0);
});

test('orders of the same things in another order, and those taken back meanwhile, do not wait for each other', async () => {
  const placed = await Promise.all([
    trade.done(amina, 'order.place', order(bundle, jam, honey)),
    trade.done(samir, 'order.place', order(honey, jam, bundle)),
  ]);
  await Promise.all([
    trade.done(amina, 'order.undo', { order: placed[0].number }),
    trade.done(samir, 'order.undo', { order: placed[1].number }),
    trade.done(amina, 'order.place', order(jam, bundle, honey)),
  ]);
  expect([await onShelf('bundle'), await onShelf('jam')]).toEqual([2, 2]);
});

test.each(rounds)('a keeper’s yes and a customer’s no leave one end (%i)', async () => {
  const { number, reservation } = await asked(bundle);
  await Promise.all([
    trade.command(keeper, 'reservation.accept', { reservation }),
    trade.command(amina, 'order.cancel', { order: number }),
  ]);
  // What stands on a shelf can be cancelled until it is collected, so the customer always wins.
  expect((await trade.read(amina, 'orders.mine')).find((one) => one.number === number)?.state).toBe('cancelled');
  expect((await trade.read(keeper, 'shelf.waiting')).map((one) => one.order)).not.toContain(number);
  expect(await onShelf('bundle')).toBe(3);
});

test.each(rounds)('yes and no from two chats of one shelf are one answer (%i)', async () => {
  const { reservation } = await asked(bundle);
  const outcomes = await Promise.all([
    trade.command(keeper, 'reservation.accept', { reservation }),
    trade.command({ ...keeper, chat: 'simulator:other' }, 'reservation.refuse', { reservation, cause: 'other' }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(trade.told().filter((one) => /: (?:shelf.ready|order.refused)$/.test(brief(one)))).toHaveLength(1);
});

test.each(rounds)('the last yes of keeper and cooperative together tell the customer once (%i)', async () => {
  const { number, reservation } = await asked(bundle, honey);
  const nour = staff('cooperative', 'nour');
  const part = (await trade.read(nour, 'parts.open')).find((one) => one.order === number)?.id ?? '';
  await Promise.all([
    trade.done(keeper, 'reservation.accept', { reservation }),
    trade.done(nour, 'part.accept', { part }),
  ]);
  expect(trade.told().filter((one) => brief(one) === 'customer: order.answered')).toHaveLength(1);
});

test.each(rounds)('a count and orders at the same moment lose no unit (%i)', async () => {
  const counts = [
    { product: 'jam', left: 2 },
    { product: 'bundle', left: 2 },
  ];
  const [counted, ...placed] = await Promise.all([
    trade.command(keeper, 'shelf.count', { counts }),
    trade.command(amina, 'order.place', order(jam, bundle)),
    trade.command(samir, 'order.place', order(bundle, jam)),
  ]);
  expect(counted.ok).toBe(true);
  const taken = placed.filter(({ ok }) => ok).length;
  const { units, missing } = await trade.database.db
    .selectFrom('shelf_stock')
    .select(['units', 'missing'])
    .where('product', '=', 'jam')
    .executeTakeFirstOrThrow();
  // What the count found missing depends on which came first; what it did not take for sold, orders took.
  const sold = counted.ok ? (counted.answer.sold.find(({ product }) => product === 'jam')?.quantity ?? 0) : 0;
  const received = counted.ok ? (counted.answer.received.find(({ product }) => product === 'jam')?.quantity ?? 0) : 0;
  expect(units + missing).toBe(3 - taken - sold + received);
  expect(await isBalanced(trade.database.db)).toBe(true);
});
