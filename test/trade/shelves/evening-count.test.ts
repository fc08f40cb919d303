import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sum } from '#base/money.ts';
import { atShelf } from '#test/support/orders.ts';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { brief } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';

let trade: TestTrade;
let basket = 0;
const keeper = staff('shelf', 'youssoufia');
const start = { bundle: 3, couscous: 6, jam: 4, uneven: 2 };

beforeAll(async () => {
  trade = await openTrade({ shop: shelfShop, answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  for (const [product, units] of Object.entries(start)) await setUnits(product, units);
  trade.jobs.splice(0);
});

async function setUnits(product: string, units: number): Promise<void> {
  const rows = trade.database.db.updateTable('shelf_stock').set({ units, missing: 0 });
  await rows.where('shelf', '=', 'youssoufia').where('product', '=', product).execute();
}

async function onShelf(): Promise<Record<string, number>> {
  return Object.fromEntries((await trade.read(keeper, 'shelf.stock')).map(({ product, left }) => [product, left]));
}

const count = (lines: Readonly<Record<string, number>>) =>
  trade.command(keeper, 'shelf.count', { counts: Object.entries(lines).map(([product, left]) => ({ product, left })) });

const settle = () => trade.pass(trade.tools.settings.undoSeconds * 1000);

function place(product: keyof typeof start, quantity: number) {
  basket += 1;
  const price = shelfShop.products.get(product)?.price ?? 0;
  const lines = [{ product, quantity, price, fromShelf: true }] as const;
  return trade.command(amina, 'order.place', atShelf({ basketId: `count-${basket}`, lines }));
}

/** By how much every account has changed since. */
async function changesSince(before: ReadonlyMap<string, number>): Promise<Record<string, number>> {
  const after = await balances(trade.database.db);
  const changes = [...after].map(([account, amount]) => [account, amount - (before.get(account) ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, amount]) => amount !== 0));
}

describe('an evening count', () => {
  test('is answered with what it means, and books it when it can no longer be taken back', async () => {
    const before = await balances(trade.database.db);
    expect(await count({ bundle: 1, couscous: 5, jam: 6 })).toMatchObject({
      ok: true,
      answer: {
        ...{ order: '', total: 22_500, received: [{ product: 'jam', quantity: 2 }] },
        sold: [
          { product: 'bundle', quantity: 2, amount: 20_000 },
          { product: 'couscous', quantity: 1, amount: 2500 },
        ],
      },
    });
    expect(await onShelf()).toEqual(start);
    expect(await changesSince(before)).toEqual({});
    await settle();
    expect(await onShelf()).toEqual({ bundle: 1, couscous: 5, jam: 6, uneven: 2 });
    expect(await changesSince(before)).toEqual({
      ...{ 'cash:shelf:youssoufia': 22_500, 'cooperative:tazwit': -6700 },
      ...{ 'cooperative:nour': -9800, 'cooperative:amal': -6000 },
    });
    expect(trade.told().map(brief)).toEqual(['tazwit: shelf.sold', 'nour: shelf.sold', 'amal: shelf.sold']);
  });

  test('takes effect once, however often it is settled', async () => {
    const before = await balances(trade.database.db);
    await count({ jam: 3 });
    const settling = trade.jobs.filter(({ name }) => name === 'answer.settle');
    await settle();
    for (const job of [...settling, ...settling]) await trade.runJob(job);
    expect(await onShelf()).toMatchObject({ jam: 3 });
    expect(await changesSince(before)).toEqual({ 'cash:shelf:youssoufia': 2200, 'cooperative:rahma': -2200 });
    expect(trade.told().map(brief)).toEqual(['rahma: shelf.sold']);
  });

  test('tells each cooperative its own goods', async () => {
    await count({ uneven: 1 });
    await settle();
    expect(trade.told().map(({ event }) => event)).toEqual([
      {
        type: 'notice',
        notice: {
          ...{ name: 'shelf.sold', shelf: 'youssoufia', amount: 1000 },
          lines: [{ product: 'cumin', quantity: 3 }],
        },
      },
    ]);
  });

  test('of which nothing is missing books nothing and tells nobody', async () => {
    const before = await balances(trade.database.db);
    await count(start);
    await settle();
    expect(await changesSince(before)).toEqual({});
    expect(trade.told()).toEqual([]);
  });

  test('that is taken back leaves everything as it was', async () => {
    await count({ bundle: 0 });
    expect(await trade.done(keeper, 'answer.undo', {})).toMatchObject({ what: 'shelf.count' });
    await settle();
    expect(await onShelf()).toEqual(start);
    expect(trade.told()).toEqual([]);
  });

  test('is made by the keeper of the shelf, of what is sold there, one at a time', async () => {
    const elsewhere = staff('cooperative', 'tazwit');
    const counts = [{ product: 'bundle', left: 1 }];
    expect(await trade.command(elsewhere, 'shelf.count', { counts })).toEqual({ ok: false, reason: 'notYours' });
    expect(await count({ honey: 1 })).toEqual({ ok: false, reason: 'productGone' });
    expect(await count({ jam: 3 })).toMatchObject({ ok: true });
    expect(await count({ jam: 2 })).toEqual({ ok: false, reason: 'alreadyAnswered' });
    await settle();
    await expect(count({ jam: 10_000 })).rejects.toThrow();
    await expect(trade.command(keeper, 'shelf.count', { counts: [...counts, ...counts] })).rejects.toThrow('once');
  });

  test('does not take for sold what orders took before it was settled', async () => {
    const before = await balances(trade.database.db);
    await count({ jam: 3 });
    await place('jam', 2);
    await settle();
    expect(await onShelf()).toMatchObject({ jam: 1 });
    expect(await changesSince(before)).toEqual({ 'cash:shelf:youssoufia': 2200, 'cooperative:rahma': -2200 });
  });

  test('that found fewer than had been promised meanwhile counts none of them twice', async () => {
    const before = await balances(trade.database.db);
    await count({ jam: 1 });
    const placed = await place('jam', 3);
    await settle();
    expect(await onShelf()).toMatchObject({ jam: 0 });
    const [reservation] = (await trade.read(keeper, 'reservations.open')).filter(
      (one) => placed.ok && one.order === placed.answer.number,
    );
    await trade.done(keeper, 'reservation.refuse', { reservation: reservation?.id ?? '', cause: 'outOfStock' });
    await settle();
    await count({ jam: 1 });
    await settle();
    expect(await onShelf()).toMatchObject({ jam: 1 });
    expect(await changesSince(before)).toEqual({ 'cash:shelf:youssoufia': 6600, 'cooperative:rahma': -6600 });
  });
});

test('what a keeper has just refused as not there is not promised again by a count of none', async () => {
  const placed = await place('jam', start.jam);
  await settle();
  const [reservation] = (await trade.read(keeper, 'reservations.open')).filter(
    (one) => placed.ok && one.order === placed.answer.number,
  );
  await trade.done(keeper, 'reservation.refuse', { reservation: reservation?.id ?? '', cause: 'outOfStock' });
  expect(await count({ jam: 0 })).toMatchObject({ ok: true, answer: { sold: [] } });
  await settle();
  expect(await onShelf()).toMatchObject({ jam: 0 });
  expect(await count({ jam: 0 })).toMatchObject({
    ok: true,
    answer: { sold: [{ product: 'jam', quantity: start.jam }] },
  });
  await settle();
  expect(await onShelf()).toMatchObject({ jam: 0 });
});

/** Units of jam that the books know of, found or not. */
async function inTheBooks(): Promise<number> {
  const row = trade.database.db.selectFrom('shelf_stock').select(['units', 'missing']).where('product', '=', 'jam');
  const { units, missing } = await row.executeTakeFirstOrThrow();
  return units + missing;
}

/** Units of jam that orders have taken and not given back. */
async function takenFromShelf(): Promise<number> {
  const lines = trade.database.db.selectFrom('order_line').select('from_shelf').where('product', '=', 'jam');
  return sum((await lines.execute()).map((line) => line.from_shelf));
}

async function countsOfJam() {
  const rows = await trade.database.db.selectFrom('shelf_count').select('lines').orderBy('counted_at').execute();
  return rows.flatMap(({ lines }) => lines.filter(({ product }) => product === 'jam'));
}

test('whatever is counted, ordered and undone in whatever order, the books and the shelf agree', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('count' as const), left: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant('order' as const), quantity: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constantFrom('undo' as const, 'settle' as const, 'takeBack' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      await settle();
      await setUnits('jam', 4);
      const before = await balances(trade.database.db);
      const [takenBefore, countsBefore] = [await takenFromShelf(), (await countsOfJam()).length];
      const orders: string[] = [];
      for (const one of steps) {
        if (one.kind === 'count') await count({ jam: one.left });
        if (one.kind === 'settle') await settle();
        if (one.kind === 'takeBack') await trade.command(keeper, 'answer.undo', {});
        if (one.kind === 'order') {
          const placed = await place('jam', one.quantity);
          if (placed.ok) orders.push(placed.answer.number);
        }
        if (one.kind === 'undo') await trade.command(amina, 'order.undo', { order: orders.pop() ?? 'none' });
        expect((await onShelf()).jam).toBeGreaterThanOrEqual(0);
      }
      await settle();
      const changes = await changesSince(before);
      const counts = (await countsOfJam()).slice(countsBefore);
      const sold = sum(counts.map((one) => Math.max(0, one.before - one.left)));
      expect(changes['cash:shelf:youssoufia'] ?? 0).toBe(sold * 2200);
      expect(sum(Object.values(changes))).toBe(0);
      expect(await isBalanced(trade.database.db)).toBe(true);
      const taken = (await takenFromShelf()) - takenBefore;
      expect(await inTheBooks()).toBe(4 - taken + sum(counts.map((one) => one.left - one.before)));
    }),
    { numRuns: 25 },
  );
});
