import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#base/clock.ts';
import { toBouchane, today } from '#test/support/orders.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { loadProducts } from '#trade/catalogue/load-products.ts';
import { editionInForce } from '#trade/catalogue/load-shop.ts';
import type { OwnProduct } from '#trade/catalogue/requests.ts';

let trade: TestTrade;
let basket = 0;
const nour = staff('cooperative', 'nour');
const tazwit = staff('cooperative', 'tazwit');

beforeAll(async () => {
  trade = await openTrade({ answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  const { db } = trade.database;
  await db.updateTable('product').set({ is_off: false }).execute();
  const honey = { stock_kind: 'counted', stock_left: 5 } as const;
  await db.updateTable('product').set(honey).where('code', '=', 'honey').execute();
  await db.updateTable('cooperative').set({ away_until: null }).execute();
});

async function own(code: string): Promise<OwnProduct | undefined> {
  return (await trade.read(nour, 'products.mine')).find(({ product }) => product === code);
}

const undo = () => trade.done(nour, 'answer.undo', {});

async function orderHoney(quantity: number): Promise<void> {
  basket += 1;
  const lines = [{ product: 'honey', quantity, price: 9000 }];
  await trade.done(amina, 'order.place', toBouchane({ basketId: `own-${basket}`, lines, fee: 2500 }));
}

test('a cooperative sees all of its products, in the order of the catalogue, and nobody else’s', async () => {
  expect(await trade.read(nour, 'products.mine')).toEqual([
    { product: 'honey', isOff: false, stock: { kind: 'counted', left: 5 } },
    { product: 'rug', isOff: false, stock: { kind: 'onDemand' } },
  ]);
  expect(await trade.read(amina, 'products.mine')).toEqual([]);
});

describe('a product that is switched off', () => {
  test('is out for customers, and its stock is kept', async () => {
    const edition = await editionInForce(trade.database.db);
    await trade.done(nour, 'product.switch', { product: 'honey', isOff: true });
    expect(await own('honey')).toEqual({ product: 'honey', isOff: true, stock: { kind: 'counted', left: 5 } });
    const products = await trade.transaction((trx) => loadProducts(trx));
    expect(products.get('honey')?.stock).toEqual({ kind: 'out' });
    expect(await editionInForce(trade.database.db)).toBeGreaterThan(edition);
  });

  test('is switched on again by one word', async () => {
    await trade.done(nour, 'product.switch', { product: 'honey', isOff: true });
    expect(await undo()).toMatchObject({ what: 'product.switch', product: 'honey' });
    expect((await own('honey'))?.isOff).toBe(false);
  });
});

describe('the stock of a product', () => {
  test('is what its cooperative says, from none to thousands, or made on demand', async () => {
    for (const [left, stock] of [
      [0, { kind: 'counted', left: 0 }],
      [9999, { kind: 'counted', left: 9999 }],
      [null, { kind: 'onDemand' }],
    ] as const) {
      await trade.done(nour, 'product.stock', { product: 'honey', left });
      expect((await own('honey'))?.stock).toEqual(stock);
    }
    for (const left of [-1, 10_000, 1.5]) {
      await expect(trade.command(nour, 'product.stock', { product: 'honey', left })).rejects.toThrow();
    }
  });

  test('becomes what it was when the answer is taken back, less what was ordered meanwhile', async () => {
    await trade.done(nour, 'product.stock', { product: 'honey', left: 20 });
    await orderHoney(2);
    await undo();
    expect((await own('honey'))?.stock).toEqual({ kind: 'counted', left: 3 });
    await trade.done(nour, 'product.stock', { product: 'honey', left: null });
    await undo();
    expect((await own('honey'))?.stock).toEqual({ kind: 'counted', left: 3 });
    await trade.done(nour, 'product.stock', { product: 'rug', left: 4 });
    await undo();
    expect((await own('rug'))?.stock).toEqual({ kind: 'onDemand' });
  });

  test('is never below none, whatever is taken back', async () => {
    await trade.done(nour, 'product.stock', { product: 'honey', left: 20 });
    await orderHoney(9);
    await undo();
    expect((await own('honey'))?.stock).toEqual({ kind: 'counted', left: 0 });
  });
});

test('nobody minds the products of others, or bundles', async () => {
  const refused = { ok: false, reason: 'notYours' };
  expect(await trade.command(tazwit, 'product.switch', { product: 'honey', isOff: true })).toEqual(refused);
  expect(await trade.command(tazwit, 'product.stock', { product: 'honey', left: 1 })).toEqual(refused);
  expect(await trade.command(nour, 'product.switch', { product: 'bundle', isOff: true })).toEqual(refused);
  expect(await trade.command(staff('shelf', 'youssoufia'), 'cooperative.away', { until: null })).toEqual(refused);
  expect(await trade.command(amina, 'product.stock', { product: 'honey', left: 1 })).toEqual(refused);
});

describe('an absence', () => {
  const awayUntil = async () => {
    const row = trade.database.db.selectFrom('cooperative').select('away_until').where('slug', '=', 'nour');
    return (await row.executeTakeFirstOrThrow()).away_until;
  };

  test('lasts up to a day from today on, and within a year', async () => {
    await trade.done(nour, 'cooperative.away', { until: today });
    expect(await awayUntil()).toBe(today);
    await trade.done(nour, 'cooperative.away', { until: addDays(today, 366) });
    for (const until of [addDays(today, -1), addDays(today, 367)]) {
      const outcome = await trade.command(nour, 'cooperative.away', { until });
      expect(outcome).toEqual({ ok: false, reason: 'dayGone' });
    }
    await expect(trade.command(nour, 'cooperative.away', { until: 'tomorrow' })).rejects.toThrow();
  });

  test('is over when the cooperative is back, or when it is taken back', async () => {
    await trade.done(nour, 'cooperative.away', { until: addDays(today, 7) });
    await trade.done(nour, 'cooperative.away', { until: null });
    expect(await awayUntil()).toBeNull();
    await undo();
    expect(await awayUntil()).toBe(addDays(today, 7));
  });
});
