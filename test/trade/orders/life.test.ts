import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sum } from '#base/money.ts';
import { atShelf, toBouchane } from '#test/support/orders.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { CommandName, Commands } from '#trade/requests.ts';

/** Whatever people and jobs do to orders, in whatever order, money and stock come out even. */

interface Step {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** Steps that bring an order nearer to a no. */
const setbacks = ['order.undo', 'order.cancel', 'part.refuse', 'offer.refuse', 'offer.lapse'];

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade();
  await trade.database.db.updateTable('product').set({ stock_left: 12 }).where('code', '=', 'honey').execute();
});
afterAll(() => trade.database.close());

/** Everything that could happen next to one order, and a new order. */
async function possible(): Promise<Step[]> {
  const { db } = trade.database;
  const steps: Step[] = [];
  function command<Name extends CommandName>(actor: Actor, name: Name, input: Commands[Name]['input']): void {
    steps.push({ name, run: () => trade.command(actor, name, input) });
  }
  function job(name: string, data: object): void {
    steps.push({ name, run: () => trade.runJob({ name, data }) });
  }
  const parts = await db
    .selectFrom('order_part')
    .select(['order_part.id as part', 'order_part.cooperative', 'order_part.state'])
    .execute();
  for (const { part, cooperative, state } of parts) {
    const maker = staff('cooperative', cooperative);
    if (state === 'asked') {
      command(maker, 'part.accept', { part });
      command(maker, 'part.refuse', { part, cause: 'outOfStock' });
    }
    if (state === 'accepted') command(maker, 'part.ready', { part });
  }
  for (const { part_id: part, shelf } of await db
    .selectFrom('shelf_part')
    .selectAll()
    .where('arrived_at', 'is', null)
    .execute()) {
    command(staff('shelf', shelf), 'arrival.note', { part });
  }
  for (const { id, number } of await db.selectFrom('orders').selectAll().where('state', '=', 'confirmed').execute()) {
    command(amina, 'order.undo', { order: number });
    job('order.tell', { order: id });
    job('order.tell', { order: id });
  }
  for (const { number } of await db.selectFrom('orders').select('number').where('state', '=', 'told').execute()) {
    command(amina, 'order.cancel', { order: number });
  }
  for (const { id } of await db.selectFrom('delivery').select('id').where('state', '=', 'needed').execute()) {
    job('delivery.offer', { delivery: id });
  }
  for (const { id, distributor } of await db.selectFrom('offer').selectAll().where('state', '=', 'open').execute()) {
    command(staff('distributor', distributor), 'offer.take', { offer: id });
    command(staff('distributor', distributor), 'offer.refuse', { offer: id });
    job('offer.lapse', { offer: id });
  }
  for (const row of await db.selectFrom('handover').selectAll().where('state', '=', 'open').execute()) {
    command(staff(row.giver_role, row.giver), 'handover.confirm', { code: row.code });
  }
  return steps;
}

async function place(n: number): Promise<void> {
  basket += 1;
  const basketId = `basket-${basket}`;
  const bundle = { product: 'bundle', quantity: 1 + (n % 2), price: 10_000 };
  const couscous = { product: 'couscous', quantity: 1 + (n % 3), price: 2500 };
  const lines = n % 3 === 0 ? [couscous] : [bundle, couscous];
  await trade.command(
    amina,
    'order.place',
    n % 2 === 0 ? atShelf({ basketId, lines }) : toBouchane({ basketId, lines, fee: 5000 }),
  );
}

/** Until nothing is left to do, everybody says yes. */
async function goOnWell(): Promise<void> {
  for (;;) {
    const next = (await possible()).find(({ name }) => !setbacks.includes(name));
    if (next === undefined) return;
    await next.run();
  }
}

async function checkEverything(): Promise<void> {
  const { db } = trade.database;
  const orders = await db.selectFrom('orders').selectAll().execute();
  const parts = await db.selectFrom('order_part').selectAll().execute();
  for (const order of orders) {
    const own = parts.filter(
      ({ order_id, state }) => order_id === order.id && state !== 'refused' && state !== 'withdrawn',
    );
    const isNothing = order.state === 'undone' || order.state === 'cancelled';
    const lastHeard = own.every(({ state }) => state !== 'waiting' && state !== 'asked');
    if (isNothing) expect(order.goods + order.fee).toBe(0);
    else if (lastHeard) expect(order.goods).toBe(sum(own.map(({ amount }) => amount)));
    expect(order.fee).toBeLessThanOrEqual(3700);
  }

  const { stock_left: left } = await db
    .selectFrom('product')
    .select('stock_left')
    .where('code', '=', 'honey')
    .executeTakeFirstOrThrow();
  const reserved = await db.selectFrom('part_line').select('reserved').where('product', '=', 'honey').execute();
  expect((left ?? 0) + sum(reserved.map((line) => line.reserved))).toBe(12);

  const offers = await db.selectFrom('offer').selectAll().where('state', 'in', ['open', 'taken']).execute();
  expect(new Set(offers.map(({ delivery_id }) => delivery_id)).size).toBe(offers.length);

  expect(await isBalanced(db)).toBe(true);
  const accounts = [...(await balances(db))];
  const all = (kind: string) => sum(accounts.filter(([name]) => name.startsWith(kind)).map(([, amount]) => amount));
  const handedOver = orders.filter(({ state }) => state === 'delivered' || state === 'collected');
  expect(all('customer:')).toBe(0);
  expect(all('cash:')).toBe(sum(handedOver.map(({ goods, fee }) => goods + fee)));
  expect(all('cooperative:') + sum(handedOver.map(({ goods }) => goods))).toBe(0);
  expect(all('distributor:') + sum(handedOver.map(({ fee }) => fee))).toBe(0);
}

test('money and stock come out even through whole random lives of orders', async () => {
  const lives = fc.array(fc.nat(), { minLength: 30, maxLength: 40, size: 'max' });
  await fc.assert(
    fc.asyncProperty(lives, async (choices) => {
      for (const n of choices.slice(0, 2)) await place(n);
      for (const n of choices.slice(2)) {
        const steps = await possible();
        await steps[n % Math.max(1, steps.length)]?.run();
      }
      await checkEverything();
    }),
    { numRuns: 8 },
  );
  for (const n of [0, 3]) await place(n);
  await goOnWell();
  await checkEverything();
  const ends = await trade.database.db.selectFrom('orders').select('state').distinct().execute();
  expect(ends.map(({ state }) => state)).toEqual(expect.arrayContaining(['delivered', 'collected']));
  expect(ends.map(({ state }) => state)).not.toContain('delivering');
}, 60_000);
