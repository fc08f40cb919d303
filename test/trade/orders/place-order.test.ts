import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { sampleShop } from '#test/support/shop.ts';
import { brief, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { isOrderNumber } from '#trade/orders/number.ts';
import { placeOrder } from '#trade/orders/place-order.ts';

let trade: TestTrade;
let basket = 0;
const order = (change = {}) => {
  basket += 1;
  return toBouchane({ basketId: `basket-${basket}`, ...change });
};
const honeyLeft = async () =>
  (await trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey').executeTakeFirst())
    ?.stock_left;

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
  trade.jobs.splice(0);
});

describe('placing an order', () => {
  test('gives it a number, a total and a time to take it back', async () => {
    const placed = await trade.done(amina, 'order.place', order());
    expect(isOrderNumber(placed.number)).toBe(true);
    expect(placed).toMatchObject({ total: 17_000, undoUntil: trade.clock.at + 120_000 });
    expect(trade.jobs).toEqual([expect.objectContaining({ name: 'order.tell', after: placed.undoUntil })]);
  });

  test('makes one order of a basket confirmed twice', async () => {
    const input = order();
    const first = await trade.done(amina, 'order.place', input);
    expect(await trade.done(amina, 'order.place', input)).toEqual(first);
    expect(await honeyLeft()).toBe(4);
    expect(trade.jobs).toHaveLength(1);
  });

  test('takes a pin or a call where no address was written, and refuses a place that cannot be found', async () => {
    const { way, receiver } = order();
    const pinned = { ...way, address: '', location: { latitude: 32.2664, longitude: -8.32 } };
    expect((await trade.done(amina, 'order.place', order({ way: pinned }))).total).toBe(17_000);
    const called = { ...way, address: '', mayCall: true } as const;
    const withPhone = order({ basketId: 'called', way: called, receiver: { ...receiver, phone: '+212612345678' } });
    expect((await trade.done(samir, 'order.place', withPhone)).total).toBe(17_000);
    for (const [unfound, phone] of [
      [{ ...called, mayCall: false }, '+212612345678'],
      [called, undefined],
    ] as const) {
      const input = order({ way: unfound, receiver: { name: receiver.name, ...(phone && { phone }) } });
      await expect(trade.command(amina, 'order.place', input)).rejects.toThrow(
        'told in words, by voice, by a pin, or by phone',
      );
    }
  });

  test('shows nobody the order that somebody else made of a basket', async () => {
    const input = order();
    await trade.done(amina, 'order.place', input);
    expect(await trade.command(samir, 'order.place', input)).toEqual({ ok: false, reason: 'notYours' });
  });

  test('reserves counted stock, all of it or none', async () => {
    await trade.done(
      amina,
      'order.place',
      order({ lines: [{ product: 'honey', quantity: 3, price: 9000 }], fee: 2500 }),
    );
    expect(await honeyLeft()).toBe(2);
    const tooMuch = order({
      lines: [
        { product: 'bundle', quantity: 2, price: 10_000 },
        { product: 'honey', quantity: 1, price: 9000 },
      ],
      fee: 3700,
    });
    expect(await trade.command(samir, 'order.place', tooMuch)).toEqual({ ok: false, reason: 'outOfStock' });
    expect(await honeyLeft()).toBe(2);
  });

  test('refuses what the shop no longer says, and writes nothing', async () => {
    const cheaper = order({ lines: [{ product: 'honey', quantity: 1, price: 1 }] });
    expect(await trade.command(amina, 'order.place', cheaper)).toEqual({ ok: false, reason: 'priceChanged' });
    expect(await honeyLeft()).toBe(5);
    expect(trade.jobs).toEqual([]);
  });

  test('charges the lower fee when it has fallen since it was shown', async () => {
    expect(await trade.done(amina, 'order.place', order({ fee: 4000 }))).toMatchObject({ total: 17_000 });
  });

  test('rejects an input of another shape', async () => {
    await expect(trade.command(amina, 'order.place', order({ payment: 'cashAtShelf' }))).rejects.toThrow();
    await expect(trade.command(amina, 'order.place', order({ fee: -1 }))).rejects.toThrow();
  });

  test('gives a number again only ninety days after its order was closed', async () => {
    const first = order();
    const { number } = await trade.done(amina, 'order.place', first);
    await trade.done(amina, 'order.undo', { order: number });
    // Characters are drawn by their place in the alphabet.
    const taken = [...number].map((character) => 'ACDEFHJKMNPRTVWXY3479'.indexOf(character));
    const placeDrawing = (draws: number[]) => {
      const ids = { next: trade.tools.ids.next, below: () => draws.shift() ?? 0 };
      return trade.transaction((trx) => placeOrder(trx, amina, order(), { ...trade.tools, ids }));
    };
    expect(await placeDrawing([...taken, 0, 17, 0, 17])).toMatchObject({ ok: true, answer: { number: 'A3A3' } });
    await trade.database.db
      .updateTable('orders')
      .set({ closed_at: trade.clock.at - 91 * 24 * 3_600_000 })
      .where('basket_id', '=', first.basketId)
      .execute();
    expect(await placeDrawing(taken)).toMatchObject({ ok: true, answer: { number } });
  });
});

describe('taking an order back', () => {
  test('gives the stock back and tells nobody', async () => {
    const input = order({ lines: [{ product: 'bundle', quantity: 2, price: 10_000 }], fee: 3700 });
    const { number } = await trade.done(amina, 'order.place', input);
    expect(await honeyLeft()).toBe(3);
    expect(await trade.command(samir, 'order.undo', { order: number })).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.done(amina, 'order.undo', { order: number })).toEqual({ order: number });
    expect(await honeyLeft()).toBe(5);
    await trade.pass(120_000);
    expect(trade.told()).toEqual([]);
    expect((await trade.read(amina, 'orders.mine')).find((one) => one.number === number)?.state).toBe('undone');
  });

  test('comes too late once the cooperatives are asked', async () => {
    const { number } = await placeAndTell(trade, order());
    expect(await trade.command(amina, 'order.undo', { order: number })).toEqual({ ok: false, reason: 'alreadyTold' });
  });
});

describe('asking the cooperatives', () => {
  test('puts one question to each, once', async () => {
    const { number } = await placeAndTell(trade, order());
    const id = await trade.database.db
      .selectFrom('orders')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await trade.runJob({ name: 'order.tell', data: { order: id.id } });
    expect(trade.told().map(brief)).toEqual(['tazwit: question part', 'nour: question part']);
  });

  test('goes on about what was ordered when the shop has it no more', async () => {
    const placed = await trade.done(amina, 'order.place', order());
    Object.assign(trade.tools, { shop: () => ({ ...sampleShop, products: new Map() }) });
    await trade.pass(120_000);
    expect(trade.told().map(brief)).toEqual(['tazwit: question part', 'nour: question part']);
    for (const slug of ['tazwit', 'nour']) {
      const part = await partOf(trade, placed.number, slug);
      await trade.done(staff('cooperative', slug), 'part.accept', { part });
    }
    Object.assign(trade.tools, { shop: () => sampleShop });
    expect((await trade.read(amina, 'orders.mine'))[0]).toMatchObject({ number: placed.number, total: placed.total });
  });

  test('shows each only its own lines', async () => {
    const { number } = await placeAndTell(trade, order());
    const part = await partOf(trade, number, 'nour');
    expect(await trade.read(staff('cooperative', 'nour'), 'part.show', { part })).toEqual({
      id: part,
      order: number,
      state: 'asked',
      lines: [{ product: 'honey', quantity: 1, price: 9000 }],
      amount: 9000,
      day: '2026-11-23',
      way: { kind: 'delivery', commune: 'bouchane' },
    });
    expect(await trade.read(staff('cooperative', 'tazwit'), 'part.show', { part })).toBeNull();
    expect(await trade.read(amina, 'part.show', { part })).toBeNull();
  });
});
