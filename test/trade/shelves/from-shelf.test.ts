import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#base/clock.ts';
import { atShelf } from '#test/support/orders.ts';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { brief, codeOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';
import type { CustomerNotice } from '#trade/notices.ts';
import type { PlaceOrder } from '#trade/orders/order.ts';
import type { Actor } from '#trade/people/roles.ts';

let trade: TestTrade;
let basket = 0;
const keeper = staff('shelf', 'youssoufia');
const tazwit = staff('cooperative', 'tazwit');
const volunteer: Actor = { chat: 'simulator:volunteer', role: 'volunteer', of: '', language: 'fr' };

beforeAll(async () => {
  trade = await openTrade({ shop: shelfShop });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  const { db } = trade.database;
  for (const { slug, stock } of shelfShop.shelves.values()) {
    for (const [product, units] of stock) {
      const row = db.updateTable('shelf_stock').set({ units, missing: 0 }).where('shelf', '=', slug);
      await row.where('product', '=', product).execute();
    }
  }
  await db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
  trade.jobs.splice(0);
});

const bundle = { product: 'bundle', quantity: 1, price: 10_000, fromShelf: true } as const;
const jam = { product: 'jam', quantity: 2, price: 2200, fromShelf: true } as const;
const madeCouscous = { product: 'couscous', quantity: 8, price: 2500 };

function order(lines: PlaceOrder['lines'] = [bundle], change: Partial<PlaceOrder> = {}) {
  basket += 1;
  return atShelf({ basketId: `shelf-${basket}`, lines, ...change });
}

async function asked(lines?: PlaceOrder['lines'], customer = amina) {
  const { number } = await placeAndTell(trade, order(lines), customer);
  const [reservation] = (await trade.read(keeper, 'reservations.open')).filter((one) => one.order === number);
  if (reservation === undefined) throw new Error('the keeper was not asked');
  return { number, reservation: reservation.id };
}

async function onShelf(shelf = 'youssoufia') {
  const lines = await trade.read(staff('shelf', shelf), 'shelf.stock');
  return Object.fromEntries(lines.map(({ product, left }) => [product, left]));
}

/** What Tazwit is to make of an order. */
async function madePart(number: string) {
  const part = (await trade.read(tazwit, 'parts.open')).find((one) => one.order === number);
  if (part === undefined) throw new Error(`Tazwit has no part of ${number}`);
  return part.id;
}

async function honeyLeft() {
  const product = trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey');
  return (await product.executeTakeFirstOrThrow()).stock_left;
}

function toCustomer(): CustomerNotice[] {
  return trade
    .told()
    .flatMap(({ to, event }) => ('person' in to && event.type === 'notice' ? [event.notice as CustomerNotice] : []));
}

describe('an order of what stands on the shelf', () => {
  test('takes it off the shelf at once, and no stock of its makers', async () => {
    await trade.done(amina, 'order.place', order([bundle, jam]));
    expect(await onShelf()).toEqual({ bundle: 2, couscous: 6, jam: 2, uneven: 2 });
    expect(await honeyLeft()).toBe(5);
  });

  test('asks the keeper alone, who sees what to put aside and what to take for it', async () => {
    const { reservation, number } = await asked([bundle, jam]);
    expect(trade.told().map(brief)).toEqual(['youssoufia: question reservation']);
    expect(await trade.read(keeper, 'reservation.show', { reservation })).toEqual({
      ...{ id: reservation, order: number, state: 'asked', receiver: 'Amina', cash: 14_400 },
      lines: [
        { product: 'bundle', quantity: 1 },
        { product: 'jam', quantity: 2 },
      ],
    });
    expect(await trade.read(staff('shelf', 'benguerir'), 'reservation.show', { reservation })).toBeNull();
    expect(await trade.read(tazwit, 'parts.open')).toEqual([]);
  });

  test('is ready with the keeper’s yes, told in one message, and its makers are owed as always', async () => {
    const { reservation, number } = await asked();
    trade.told();
    const before = await balances(trade.database.db);
    expect(await trade.done(keeper, 'reservation.accept', { reservation })).toMatchObject({ order: number });
    expect(trade.told().map(brief)).toEqual([
      'youssoufia: question.gone reservation',
      'customer: shelf.ready',
      'youssoufia: shelf.complete',
    ]);
    expect((await trade.read(keeper, 'reservations.open')).map((one) => one.order)).not.toContain(number);
    expect(await trade.read(keeper, 'shelf.expected')).toEqual([]);
    const code = await codeOf(trade, number);
    expect(await trade.done(keeper, 'handover.confirm', { code })).toMatchObject({ what: 'collected', cash: 10_000 });
    expect(trade.told().map(brief).sort()).toEqual([
      ...['amal: part.paid', 'customer: shelf.collected', 'nour: part.paid', 'tazwit: part.paid'],
    ]);
    const after = await balances(trade.database.db);
    const change = (account: string) => (after.get(account) ?? 0) - (before.get(account) ?? 0);
    expect(change('cash:shelf:youssoufia')).toBe(10_000);
    expect(['tazwit', 'nour', 'amal'].map((slug) => change(`cooperative:${slug}`))).toEqual([-2100, -4900, -3000]);
    expect(await isBalanced(trade.database.db)).toBe(true);
    expect(await onShelf()).toMatchObject({ bundle: 2 });
  });

  test('is promised for today', async () => {
    const { number } = await trade.done(amina, 'order.place', order());
    const { day } = await trade.database.db
      .selectFrom('orders')
      .select('day')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(day).toBe(dayOf(trade.clock.at, trade.tools.settings.timeZone));
  });

  test('cannot be answered by a maker, whom nobody has asked', async () => {
    const { number } = await asked();
    const parts = await trade.database.db
      .selectFrom('order_part')
      .innerJoin('orders', 'orders.id', 'order_part.order_id')
      .select(['order_part.id', 'order_part.cooperative'])
      .where('orders.number', '=', number)
      .execute();
    const outcomes = parts.map(({ id, cooperative }) =>
      trade.command(staff('cooperative', cooperative), 'part.accept', { part: id }),
    );
    expect((await Promise.all(outcomes)).map(({ ok }) => ok)).toEqual([false, false, false]);
  });

  test('is answered once, by its own keeper or by a volunteer who has the keeper’s word', async () => {
    const { reservation } = await asked();
    const yes = (actor: Actor) => trade.command(actor, 'reservation.accept', { reservation });
    expect(await yes(staff('shelf', 'benguerir'))).toEqual({ ok: false, reason: 'notYours' });
    expect(await yes(tazwit)).toEqual({ ok: false, reason: 'notYours' });
    expect(await yes(amina)).toEqual({ ok: false, reason: 'notYours' });
    expect(await yes(volunteer)).toMatchObject({ ok: true });
    expect(await yes(keeper)).toEqual({ ok: false, reason: 'alreadyAnswered' });
    const refused = await trade.command(keeper, 'reservation.refuse', { reservation, cause: 'other' });
    expect(refused).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('is refused before anything is taken when the shelf has too few, and with it all the rest', async () => {
    const many = order([
      { ...jam, quantity: 5 },
      { product: 'honey', quantity: 1, price: 9000 },
    ]);
    expect(await trade.command(amina, 'order.place', many)).toEqual({ ok: false, reason: 'shelfGone' });
    expect(await onShelf()).toEqual({ bundle: 3, couscous: 6, jam: 4, uneven: 2 });
    expect(await honeyLeft()).toBe(5);
    const notSold = order([{ product: 'honey', quantity: 1, price: 9000, fromShelf: true }]);
    expect(await trade.command(amina, 'order.place', notSold)).toEqual({ ok: false, reason: 'shelfGone' });
  });

  test('is only for whoever collects it there', async () => {
    const way = { kind: 'delivery', commune: 'bouchane', address: 'here', day: '2026-11-23', mayCall: true } as const;
    const brought = order([bundle], { way, payment: 'cashAtDoor', fee: 3000 });
    await expect(trade.command(amina, 'order.place', brought)).rejects.toThrow('collected there');
  });
});

describe('an order of which the shelf has a part', () => {
  test('asks the keeper for that and the cooperative for the rest, and is ready when the rest has come', async () => {
    const { reservation, number } = await asked([bundle, madeCouscous]);
    expect(trade.told().map(brief)).toEqual(['tazwit: question part', 'youssoufia: question reservation']);
    const part = await madePart(number);
    expect((await trade.read(tazwit, 'part.show', { part }))?.lines).toEqual([madeCouscous]);
    await trade.done(keeper, 'reservation.accept', { reservation });
    expect(toCustomer()).toEqual([]);
    await trade.done(tazwit, 'part.accept', { part });
    expect(trade.told().map(brief)).toEqual([
      ...['tazwit: question.gone part', 'customer: order.answered', 'youssoufia: shelf.expected'],
    ]);
    expect((await trade.read(keeper, 'shelf.expected')).map((one) => [one.cooperative, one.lines])).toEqual([
      ['tazwit', [{ product: 'couscous', quantity: 8 }]],
    ]);
    await trade.done(keeper, 'arrival.note', { part });
    expect(trade.told().map(brief)).toEqual(['customer: shelf.ready', 'youssoufia: shelf.complete']);
    const { cash } = await trade.done(keeper, 'handover.confirm', { code: await codeOf(trade, number) });
    expect(cash).toBe(30_000);
    expect(await isBalanced(trade.database.db)).toBe(true);
  });

  test('names the cooperatives that said yes, and what the shelf does not have as it was bought', async () => {
    const { reservation, number } = await asked([bundle, jam, madeCouscous]);
    const part = await madePart(number);
    await trade.done(tazwit, 'part.accept', { part });
    trade.told();
    await trade.done(keeper, 'reservation.refuse', { reservation, cause: 'other' });
    expect(toCustomer()).toEqual([
      {
        ...{ name: 'order.answered', order: number, accepted: ['tazwit'], total: 20_000 },
        refused: [{ shelf: 'youssoufia', cause: 'other', products: ['bundle', 'jam'] }],
      },
    ]);
  });

  test('names the makers of what stands there when they are all that is left', async () => {
    const { reservation, number } = await asked([jam, madeCouscous]);
    const part = await madePart(number);
    await trade.done(keeper, 'reservation.accept', { reservation });
    trade.told();
    await trade.done(tazwit, 'part.refuse', { part, cause: 'away' });
    expect(toCustomer()).toMatchObject([
      { name: 'order.answered', accepted: ['rahma'], refused: [{ cooperative: 'tazwit' }], total: 4400 },
      { name: 'shelf.ready', cash: 4400 },
    ]);
  });
});

describe('a keeper’s no', () => {
  test('gives back what was taken, and ends an order that is nothing else', async () => {
    const { reservation, number } = await asked();
    trade.told();
    await trade.done(keeper, 'reservation.refuse', { reservation, cause: 'other' });
    expect(toCustomer()).toEqual([
      {
        ...{ name: 'order.refused', order: number },
        refused: [{ shelf: 'youssoufia', cause: 'other', products: ['bundle'] }],
      },
    ]);
    expect(await onShelf()).toMatchObject({ bundle: 3 });
    expect((await trade.read(amina, 'orders.mine')).find((one) => one.number === number)?.state).toBe('cancelled');
  });

  test('because it is not there leaves none to be promised until the next count, which says what became of them', async () => {
    const { reservation } = await asked();
    await trade.done(keeper, 'reservation.refuse', { reservation, cause: 'outOfStock' });
    expect(await onShelf()).toMatchObject({ bundle: 0 });
    const counted = await trade.done(keeper, 'shelf.count', { counts: [{ product: 'bundle', left: 1 }] });
    expect(counted.sold).toEqual([{ product: 'bundle', quantity: 2, amount: 20_000 }]);
    expect(await onShelf()).toMatchObject({ bundle: 1 });
  });
});

test('what a keeper did not find is sold with the next count, though it names other things alone', async () => {
  const { reservation } = await asked();
  await trade.done(keeper, 'reservation.refuse', { reservation, cause: 'outOfStock' });
  expect((await trade.read(keeper, 'shelf.stock'))[0]).toEqual({ product: 'bundle', left: 0, missing: 3 });
  const counted = await trade.done(keeper, 'shelf.count', { counts: [{ product: 'jam', left: 4 }] });
  expect(counted.sold).toEqual([{ product: 'bundle', quantity: 3, amount: 30_000 }]);
  expect((await trade.read(keeper, 'shelf.stock'))[0]).toEqual({ product: 'bundle', left: 0 });
  const again = await trade.done(keeper, 'shelf.count', { counts: [{ product: 'jam', left: 4 }] });
  expect(again.sold).toEqual([]);
});

describe('an order that comes to nothing', () => {
  test('gives back what it took from the shelf when it is undone', async () => {
    const { number } = await trade.done(amina, 'order.place', order([bundle, jam, { ...madeCouscous, quantity: 1 }]));
    await trade.done(amina, 'order.undo', { order: number });
    expect(await onShelf()).toEqual({ bundle: 3, couscous: 6, jam: 4, uneven: 2 });
  });

  test('is cancelled before the keeper has answered: the question is taken back', async () => {
    const { reservation, number } = await asked();
    trade.told();
    await trade.done(amina, 'order.cancel', { order: number });
    const news = trade.told();
    expect(news.map(brief)).toEqual(['youssoufia: question.gone reservation']);
    expect(news[0]?.event).toMatchObject({ why: 'cancelled' });
    expect(await onShelf()).toMatchObject({ bundle: 3 });
    const late = await trade.command(keeper, 'reservation.accept', { reservation });
    expect(late).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('is cancelled though it lies ready: it goes back on the shelf and its code is worth nothing', async () => {
    const { reservation, number } = await asked();
    await trade.done(keeper, 'reservation.accept', { reservation });
    const code = await codeOf(trade, number);
    trade.told();
    await trade.done(amina, 'order.cancel', { order: number });
    expect(trade.told().map(brief)).toContain('youssoufia: reservation.withdrawn');
    expect(await onShelf()).toMatchObject({ bundle: 3 });
    expect((await trade.read(keeper, 'shelf.waiting')).map((one) => one.order)).not.toContain(number);
    expect(await trade.command(keeper, 'handover.confirm', { code })).toEqual({ ok: false, reason: 'codeUnknown' });
  });

  test('cannot be cancelled once the cooperative makes its part', async () => {
    const { number } = await asked([bundle, madeCouscous]);
    await trade.done(tazwit, 'part.accept', { part: await madePart(number) });
    expect(await trade.command(amina, 'order.cancel', { order: number })).toEqual({ ok: false, reason: 'tooLate' });
  });
});

test('two customers of the last one: one has it, and the other is told before anything is promised', async () => {
  const all = order([{ ...bundle, quantity: 3 }]);
  await trade.done(amina, 'order.place', all);
  expect(await trade.command(samir, 'order.place', order())).toEqual({ ok: false, reason: 'shelfGone' });
});
