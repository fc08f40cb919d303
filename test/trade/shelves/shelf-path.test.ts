import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#base/clock.ts';
import { atShelf } from '#test/support/orders.ts';
import { brief, codeOf, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';
import type { PlaceOrder } from '#trade/orders/order.ts';

let trade: TestTrade;
const keeper = staff('shelf', 'youssoufia');
const elsewhere = staff('shelf', 'benguerir');

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

async function accepted(basketId: string, change: Partial<PlaceOrder> = {}) {
  const { number } = await placeAndTell(trade, atShelf({ basketId, ...change }));
  const [couscous, honey] = [await partOf(trade, number, 'tazwit'), await partOf(trade, number, 'nour')];
  await trade.done(staff('cooperative', 'tazwit'), 'part.accept', { part: couscous });
  trade.told();
  await trade.done(staff('cooperative', 'nour'), 'part.accept', { part: honey });
  return { number, couscous, honey };
}

describe('an order for a shelf', () => {
  test('is expected, arrives part by part, and is collected for cash', async () => {
    const { number, couscous, honey } = await accepted('straight');
    expect(trade.told().map(brief)).toEqual([
      'nour: question.gone part',
      'customer: order.answered',
      'youssoufia: shelf.expected',
    ]);
    await trade.done(staff('cooperative', 'tazwit'), 'part.ready', { part: couscous });
    expect(await trade.read(keeper, 'shelf.expected')).toEqual([
      ...[
        {
          part: couscous,
          order: number,
          cooperative: 'tazwit',
          lines: [{ product: 'couscous', quantity: 2 }],
          ready: true,
        },
      ],
      ...[
        { part: honey, order: number, cooperative: 'nour', lines: [{ product: 'honey', quantity: 1 }], ready: false },
      ],
    ]);

    expect(await trade.done(keeper, 'arrival.note', { part: honey })).toMatchObject({ order: number });
    expect(trade.told()).toEqual([]);
    expect(await trade.done(keeper, 'arrival.note', { part: couscous })).toMatchObject({ order: number });
    expect(trade.told().map(brief)).toEqual(['customer: shelf.ready', 'youssoufia: shelf.complete']);
    expect(await trade.read(keeper, 'shelf.expected')).toEqual([]);
    expect(await trade.read(keeper, 'shelf.waiting')).toEqual([{ order: number, receiver: 'Amina', cash: 14_000 }]);

    const code = await codeOf(trade, number);
    expect(await trade.done(keeper, 'handover.confirm', { code })).toEqual({
      ...{ what: 'collected', order: number, cash: 14_000, left: 0, cashier: 'till' },
    });
    expect(trade.told().map(brief).sort()).toEqual([
      'customer: shelf.collected',
      'nour: part.paid',
      'tazwit: part.paid',
    ]);
    expect(await trade.read(keeper, 'shelf.waiting')).toEqual([]);
    expect((await trade.read(amina, 'orders.mine'))[0]).toMatchObject({ state: 'collected', total: 14_000, fee: 0 });
  });

  test('tells every cooperative the day by which all of it can be ready, and the customer none', async () => {
    const lines = [
      { product: 'couscous', quantity: 1, price: 2500 },
      { product: 'quinoa', quantity: 1, price: 4000 },
    ];
    const { number } = await placeAndTell(trade, atShelf({ basketId: 'day', lines }));
    const placedOn = dayOf(trade.clock.at, trade.tools.settings.timeZone);
    for (const slug of ['tazwit', 'rahma']) {
      const parts = await trade.read(staff('cooperative', slug), 'parts.open');
      // Rahma works every day and takes two days for the quinoa.
      expect(parts.find(({ order }) => order === number)?.day).toBe(addDays(placedOn, 2));
    }
    const own = (await trade.read(amina, 'orders.mine')).find((order) => order.number === number);
    expect(own?.way).toEqual({ kind: 'shelf', shelf: 'youssoufia' });
    expect(await trade.database.db.selectFrom('delivery').select('id').execute()).toEqual([]);
    trade.told();
  });

  test('that was paid before is handed over for nothing, and the shelf holds no cash for it', async () => {
    const before = await balances(trade.database.db);
    const { number, couscous, honey } = await accepted('paid', { payment: 'paidBefore' });
    await trade.done(keeper, 'arrival.note', { part: honey });
    await trade.done(keeper, 'arrival.note', { part: couscous });
    const { cash } = await trade.done(keeper, 'handover.confirm', { code: await codeOf(trade, number) });
    expect(cash).toBe(0);
    const after = await balances(trade.database.db);
    const held = 'cash:shelf:youssoufia';
    expect(after.get(held)).toBe(before.get(held));
    expect((after.get('cooperative:nour') ?? 0) - (before.get('cooperative:nour') ?? 0)).toBe(-9000);
    expect(await isBalanced(trade.database.db)).toBe(true);
  });

  test('is noted by its own keeper, each part once', async () => {
    const { number, couscous } = await accepted('once');
    const note = (actor: typeof amina) => trade.command(actor, 'arrival.note', { part: couscous });
    expect(await note(elsewhere)).toEqual({ ok: false, reason: 'notYours' });
    expect(await note(amina)).toEqual({ ok: false, reason: 'notYours' });
    expect(await note(keeper)).toMatchObject({ ok: true, answer: { order: number } });
    expect(await note(keeper)).toEqual({ ok: false, reason: 'alreadyAnswered' });
    expect(await trade.read(elsewhere, 'shelf.expected')).toEqual([]);
  });
});
