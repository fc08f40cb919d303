import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sum } from '#base/money.ts';
import { atShelf, noon, toBouchane } from '#test/support/orders.ts';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { brief, codeOf, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { isCancellable } from '#trade/orders/cancelling.ts';
import type { OrderState, PartSource, PartState } from '#trade/orders/order.ts';
import type { Actor } from '#trade/people/roles.ts';

const [tazwit, nour, keeper] = [
  staff('cooperative', 'tazwit'),
  staff('cooperative', 'nour'),
  staff('shelf', 'youssoufia'),
];
const volunteer: Actor = { chat: 'simulator:volunteer', role: 'volunteer', of: '', language: 'fr' };
const jam = { product: 'jam', quantity: 2, price: 2200, fromShelf: true } as const;
const honey = { product: 'honey', quantity: 1, price: 9000 } as const;

describe('the rule', () => {
  const part = (state: PartState, source: PartSource = 'cooperative') => ({ state, source });
  const cases: readonly [string, OrderState, ReturnType<typeof part>[], boolean][] = [
    ['nobody was told', 'confirmed', [part('waiting')], true],
    ['everybody is still asked', 'told', [part('asked'), part('asked')], true],
    ['one cannot make it', 'told', [part('refused'), part('asked')], true],
    ['one has said yes', 'told', [part('accepted'), part('asked')], false],
    ['one has it ready', 'told', [part('ready')], false],
    ['it only stands on a shelf', 'told', [part('accepted', 'shelf')], true],
    ['it only lies there to be collected', 'told', [part('arrived', 'shelf')], true],
    ['part of it was made and has arrived', 'told', [part('arrived', 'shelf'), part('arrived')], false],
    ['it is on its way', 'delivering', [part('pickedUp')], false],
    ['it was collected', 'collected', [part('handedOver', 'shelf')], false],
    ['it was cancelled', 'cancelled', [part('withdrawn')], false],
  ];
  test.each(cases)('where %s', (_, state, parts, may) => {
    expect(isCancellable(state, parts)).toBe(may);
  });
});

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ shop: shelfShop, answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  const { db } = trade.database;
  await db.deleteFrom('staff_answer').execute();
  for (const { slug, stock } of shelfShop.shelves.values()) {
    for (const [product, units] of stock) {
      const row = db.updateTable('shelf_stock').set({ units }).where('shelf', '=', slug);
      await row.where('product', '=', product).execute();
    }
  }
  await db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
  trade.jobs.splice(0);
  trade.clock.at = noon;
});

const basketId = () => {
  basket += 1;
  return `basket-${basket}`;
};

async function stock() {
  const honeyLeft = trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey');
  const shelf = await trade.read(keeper, 'shelf.stock');
  return {
    honey: (await honeyLeft.executeTakeFirstOrThrow()).stock_left,
    jam: shelf.find(({ product }) => product === 'jam')?.left,
  };
}
const full = { honey: 5, jam: 4 };

async function viewOf(number: string, customer = amina) {
  return trade.read(customer, 'order.mine', { order: number });
}

const told = () => trade.told().map(brief);

describe('an order', () => {
  test('is taken back before anybody is told, with either word', async () => {
    const { number } = await trade.done(amina, 'order.place', toBouchane({ basketId: basketId() }));
    expect(await viewOf(number)).toMatchObject({ state: 'confirmed', isCancellable: true });
    expect(await trade.done(amina, 'order.cancel', { order: number })).toEqual({ order: number });
    expect(await viewOf(number)).toMatchObject({ state: 'undone', isCancellable: false, total: 0 });
    await trade.pass(120_000);
    expect(told()).toEqual([]);
    expect(await stock()).toEqual(full);
  });

  test('is cancelled while its cooperatives are asked: they hear of it, and their clocks stop', async () => {
    const { number } = await placeAndTell(trade, toBouchane({ basketId: basketId() }));
    trade.told();
    expect(await trade.command(samir, 'order.cancel', { order: number })).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(tazwit, 'order.cancel', { order: number })).toEqual({ ok: false, reason: 'notYours' });
    await trade.done(amina, 'order.cancel', { order: number });
    const news = trade.told();
    expect(news.map(brief)).toEqual(['tazwit: question.gone part', 'nour: question.gone part']);
    expect(news.map(({ event }) => event)).toMatchObject([{ why: 'cancelled' }, { why: 'cancelled' }]);
    const view = await viewOf(number);
    expect(view).toMatchObject({ state: 'cancelled', total: 0, isCancellable: false });
    expect(view?.parts.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    await trade.pass(24 * 3600_000);
    expect(told()).toEqual([]);
    expect(await stock()).toEqual(full);
    expect(await trade.command(amina, 'order.cancel', { order: number })).toEqual({ ok: false, reason: 'tooLate' });
  });

  test('is cancelled while a yes and what followed it can still be taken back: neither takes effect, and nobody is told that it failed', async () => {
    const { number } = await placeAndTell(trade, toBouchane({ basketId: basketId() }));
    const part = await partOf(trade, number, 'nour');
    await trade.done(nour, 'part.accept', { part });
    await trade.done(nour, 'part.ready', { part });
    expect((await viewOf(number))?.isCancellable).toBe(true);
    trade.told();
    await trade.done(amina, 'order.cancel', { order: number });
    // It has answered, so that no question of it says so.
    expect(told().filter((one) => one.endsWith('withdrawn'))).toEqual(['nour: part.withdrawn']);
    await trade.pass(120_000);
    expect(told()).toEqual([]);
    expect(await trade.command(nour, 'answer.undo', {})).toEqual({ ok: false, reason: 'nothingToUndo' });
    expect((await trade.read(nour, 'part.show', { part }))?.state).toBe('withdrawn');
  });

  test('is not cancelled once one of them has begun', async () => {
    const { number } = await placeAndTell(trade, toBouchane({ basketId: basketId() }));
    await trade.done(nour, 'part.accept', { part: await partOf(trade, number, 'nour') });
    await trade.pass(120_000);
    trade.told();
    expect((await viewOf(number))?.isCancellable).toBe(false);
    for (const actor of [amina, volunteer]) {
      const late = await trade.command(actor, 'order.cancel', { order: number });
      expect(late).toEqual({ ok: false, reason: 'tooLate' });
    }
    expect(told()).toEqual([]);
    expect(await stock()).toEqual({ ...full, honey: 4 });
  });

  test('is cancelled by a volunteer, and the customer is told', async () => {
    const { number } = await placeAndTell(trade, toBouchane({ basketId: basketId() }));
    trade.told();
    await trade.done(volunteer, 'order.cancel', { order: number });
    expect(told()).toContain('customer: order.cancelled');
    const unknown = await trade.command(volunteer, 'order.cancel', { order: 'ZZZZ' });
    expect(unknown).toEqual({ ok: false, reason: 'unknown' });
  });

  test('that stands on a shelf is cancelled until it is collected, and goes back there', async () => {
    const { number } = await placeAndTell(trade, atShelf({ basketId: basketId(), lines: [jam] }));
    expect(await stock()).toEqual({ ...full, jam: 2 });
    const [reservation] = await trade.read(keeper, 'reservations.open');
    await trade.done(keeper, 'reservation.accept', { reservation: reservation?.id ?? '' });
    await trade.pass(120_000);
    const code = await codeOf(trade, number);
    trade.told();
    expect((await viewOf(number))?.isCancellable).toBe(true);
    await trade.done(amina, 'order.cancel', { order: number });
    expect(told()).toContain('youssoufia: reservation.withdrawn');
    expect(await stock()).toEqual(full);
    expect(await trade.command(keeper, 'handover.confirm', { code })).toEqual({ ok: false, reason: 'codeUnknown' });
    expect(await codeOf(trade, number)).toBe('');
  });

  test('that was collected is not', async () => {
    const { number } = await placeAndTell(trade, atShelf({ basketId: basketId(), lines: [jam] }));
    const [reservation] = await trade.read(keeper, 'reservations.open');
    await trade.done(keeper, 'reservation.accept', { reservation: reservation?.id ?? '' });
    await trade.pass(120_000);
    await trade.done(keeper, 'handover.confirm', { code: await codeOf(trade, number) });
    expect(await trade.command(amina, 'order.cancel', { order: number })).toEqual({ ok: false, reason: 'tooLate' });
    expect((await trade.read(amina, 'order.again', { order: number }))?.lines).toMatchObject([{ product: 'jam' }]);
  });
});

describe('whatever is answered, taken back and cancelled, in whatever order', () => {
  const steps: readonly ((order: string) => Promise<unknown>)[] = [
    (order) => trade.command(amina, 'order.cancel', { order }),
    (order) => trade.command(amina, 'order.undo', { order }),
    () => trade.pass(120_000),
    () => trade.pass(60_000),
    async (order) => trade.command(nour, 'part.accept', { part: await anyPart(order, 'nour') }),
    async (order) => trade.command(nour, 'part.refuse', { part: await anyPart(order, 'nour'), cause: 'other' }),
    () => trade.command(nour, 'answer.undo', {}),
    async (order) => trade.command(keeper, 'reservation.accept', { reservation: await reservationOf(order) }),
    async (order) =>
      trade.command(keeper, 'reservation.refuse', { reservation: await reservationOf(order), cause: 'other' }),
    () => trade.command(keeper, 'answer.undo', {}),
  ];

  async function anyPart(order: string, cooperative: string): Promise<string> {
    const parts = (await trade.read(staff('cooperative', cooperative), 'parts.open')).filter(
      (one) => one.order === order,
    );
    return parts[0]?.id ?? 'none';
  }

  async function reservationOf(order: string): Promise<string> {
    return (await trade.read(keeper, 'reservations.open')).find((one) => one.order === order)?.id ?? 'none';
  }

  /** What is free and what is held for orders that live is always all there ever was. */
  async function checkStock() {
    const { db } = trade.database;
    const free = await stock();
    const inParts = await db.selectFrom('part_line').select('reserved').where('product', '=', 'honey').execute();
    const fromShelf = await db.selectFrom('order_line').select('from_shelf').where('product', '=', 'jam').execute();
    expect(free.honey).toBeGreaterThanOrEqual(0);
    expect(free.jam).toBeGreaterThanOrEqual(0);
    expect((free.honey ?? 0) + sum(inParts.map(({ reserved }) => reserved))).toBe(full.honey);
    expect((free.jam ?? 0) + sum(fromShelf.map((line) => line.from_shelf))).toBe(full.jam);
  }

  test('no unit is lost, none is sold twice, and what came to nothing holds nothing', async () => {
    await trade.database.db.deleteFrom('orders').execute();
    const lives = fc.array(fc.tuple(fc.nat(1), fc.nat(steps.length - 1)), { minLength: 8, maxLength: 14, size: 'max' });
    await fc.assert(
      fc.asyncProperty(lives, async (choices) => {
        const numbers: string[] = [];
        for (const lines of [[jam, honey], [jam], [{ ...honey, quantity: 3 }]]) {
          const placed = await trade.command(amina, 'order.place', atShelf({ basketId: basketId(), lines }));
          if (placed.ok) numbers.push(placed.answer.number);
        }
        for (const [which, step] of choices) {
          await steps[step]?.(numbers[which] ?? 'none');
          await checkStock();
        }
        for (const order of numbers) {
          await trade.command(amina, 'order.cancel', { order });
          await trade.pass(120_000);
          await checkStock();
          const view = await viewOf(order);
          const isNothing = view?.state === 'undone' || view?.state === 'cancelled';
          if (isNothing) expect(view.total).toBe(0);
          else expect(view?.isCancellable).toBe(false);
        }
        trade.jobs.splice(0);
        await trade.database.db.deleteFrom('staff_answer').execute();
        await trade.database.db.deleteFrom('orders').execute();
        await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
        await trade.database.db.updateTable('shelf_stock').set({ units: 4 }).where('product', '=', 'jam').execute();
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
