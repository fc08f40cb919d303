import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { amina, openTrade, samir, type TestTrade } from '#test/support/trade.ts';

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

test('who has ordered nothing has nothing to repeat', async () => {
  expect(await trade.read(samir, 'order.again', {})).toBeNull();
});

test('the last order is repeated with its lines and its place', async () => {
  const { number } = await trade.done(amina, 'order.place', toBouchane({ basketId: 'own' }));
  const again = await trade.read(amina, 'order.again', {});
  expect(again).toMatchObject({ order: number, way: { commune: 'bouchane', address: 'douar 3' } });
  expect(again?.lines.map(({ product }) => product)).toEqual(['couscous', 'honey']);
  expect(again).not.toHaveProperty('receiver');
});

test('an order for somebody else is repeated for that person, and is nobody else’s to repeat', async () => {
  const receiver = { name: 'Lalla Fatna', phone: '+212600000002' };
  const { number } = await trade.done(amina, 'order.place', toBouchane({ basketId: 'other', receiver }));
  expect(await trade.read(amina, 'order.again', { order: number })).toMatchObject({ receiver });
  expect(await trade.read(samir, 'order.again', { order: number })).toBeNull();
});

test('what was taken back is repeated only by its number', async () => {
  const { number } = await trade.done(samir, 'order.place', toBouchane({ basketId: 'undone' }));
  await trade.done(samir, 'order.undo', { order: number });
  expect(await trade.read(samir, 'order.again', {})).toBeNull();
  expect((await trade.read(samir, 'order.again', { order: number }))?.order).toBe(number);
});
