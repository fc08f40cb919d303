import { afterAll, beforeAll, expect, test } from 'vitest';
import { atShelf, toBouchane } from '#test/support/orders.ts';
import { codeOf, makeReady, partOf, pickUpAll, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import type { PlaceOrder } from '#trade/orders/order.ts';

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

const tazwit = staff('cooperative', 'tazwit');
const keeper = staff('shelf', 'youssoufia');

async function deliver(order: PlaceOrder) {
  const { number } = await placeAndTell(trade, order);
  await makeReady(trade, number, 'tazwit', 'nour');
  const distributor = await takeOffer(trade, number);
  await pickUpAll(trade, number, distributor);
  await trade.done(distributor, 'handover.confirm', { code: await codeOf(trade, number) });
  return { number, distributor };
}

async function collect(order: PlaceOrder) {
  const { number } = await placeAndTell(trade, order);
  await makeReady(trade, number, 'tazwit', 'nour');
  for (const slug of ['tazwit', 'nour']) {
    await trade.done(keeper, 'arrival.note', { part: await partOf(trade, number, slug) });
  }
  await trade.done(keeper, 'handover.confirm', { code: await codeOf(trade, number) });
  return number;
}

test('a cooperative sees the orders that reached their customers, and who has the cash of each', async () => {
  const first = await deliver(toBouchane());
  const second = await collect(atShelf({ basketId: 'second' }));
  const third = await deliver(toBouchane({ basketId: 'third', payment: 'paidBefore' }));
  const open = await placeAndTell(trade, toBouchane({ basketId: 'open' }));
  const owed = await trade.read(tazwit, 'owed.mine');
  expect(owed.orders).toEqual([
    { order: third.number, amount: 5000 },
    { order: second, amount: 5000 },
    { order: first.number, amount: 5000 },
  ]);
  expect(owed.orders.map(({ order }) => order)).not.toContain(open.number);
  expect(owed.total).toBe(15_000);
  // What was paid before is in nobody’s hands yet: whoever handed it over answers for it.
  const hands = new Map<string, number>([['youssoufia', 5000]]);
  for (const { of } of [first.distributor, third.distributor]) hands.set(of, (hands.get(of) ?? 0) + 5000);
  const heldBy = owed.heldBy.map(({ holder, amount }) => [Object.values(holder)[0], amount] as const);
  expect(new Map(heldBy)).toEqual(hands);

  expect(await trade.read(keeper, 'cash.mine')).toEqual({
    ...{ total: 14_000, own: 0, isAtTill: true },
    owed: [
      { cooperative: 'nour', amount: 9000 },
      { cooperative: 'tazwit', amount: 5000 },
    ],
  });
  expect(await trade.read(first.distributor, 'cash.mine')).toMatchObject({ total: 17_000, own: 3000 });
});

test('a delivery that went back is owed to nobody', async () => {
  const before = await trade.read(tazwit, 'owed.mine');
  const { number } = await placeAndTell(trade, toBouchane({ basketId: 'back' }));
  await makeReady(trade, number, 'tazwit', 'nour');
  const distributor = await takeOffer(trade, number);
  await pickUpAll(trade, number, distributor);
  await trade.done(distributor, 'delivery.fail', { order: number, cause: 'notWanted' });
  await trade.done(volunteer, 'delivery.return', { order: number });
  expect(await trade.read(tazwit, 'owed.mine')).toEqual(before);
});
