import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { share, sum } from '#base/money.ts';
import type { Database } from '#database/database.ts';
import { testDatabase } from '#test/support/database.ts';
import { cashHeld } from '#trade/ledger/cash-held.ts';
import { balances, collectedAndPaid, deliveredAndPaid, settled, soldOverTheCounter } from '#trade/ledger/ledger.ts';
import { owedTo } from '#trade/ledger/owed.ts';
import type { CashHeld } from '#trade/ledger/requests.ts';
import type { Actor } from '#trade/people/roles.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const actor = (role: Actor['role'], of: string): Actor => ({ chat: `simulator:${of}`, role, of, language: 'fr' });
const owed = (cooperative: string) => owedTo(database.db, actor('cooperative', cooperative));
const held = (role: 'distributor' | 'shelf', of: string) => cashHeld(database.db, actor(role, of));

const parts = [
  { cooperative: 'tazwit', amount: 5000 },
  { cooperative: 'nour', amount: 9000 },
];

async function deliver(order: string, distributor: string, cash?: number): Promise<void> {
  const fact = { order, person: 'amina', distributor, goods: 14_000, fee: 3000, parts };
  await database.transaction((trx) => deliveredAndPaid(trx, { ...fact, ...(cash !== undefined && { cash }) }));
}

/** An order as far as the number by which people speak of it. */
async function placed(id: string, number: string): Promise<void> {
  await sql`insert into orders (id, number, number_held, basket_id, person, language, edition, state, version,
      payer_name, receiver_name, payment, way, shelf, goods, fee, placed_at, undo_until)
    values (${id}, ${number}, true, ${id}, 'amina', 'fr', 1, 'collected', 1,
      'Amina', 'Amina', 'cashAtShelf', 'shelf', 'youssoufia', 14000, 0, 0, 0)`.execute(database.db);
}

describe('what a cooperative is owed and who holds it', () => {
  it('is nothing before anything has reached a customer, and nobody else’s business', async () => {
    const nothing = { total: 0, heldBy: [], orders: [] };
    expect(await owed('tazwit')).toEqual(nothing);
    await deliver('early', 'salah');
    expect(await owedTo(database.db, actor('distributor', 'tazwit'))).toEqual(nothing);
    expect(await held('distributor', 'tazwit')).toEqual({ total: 0, own: 0, owed: [] });
    expect(await cashHeld(database.db, actor('cooperative', 'salah'))).toEqual({ total: 0, own: 0, owed: [] });
  });

  it('adds deliveries, collections and what a shelf sold over its counter, each in its holder’s hands', async () => {
    await deliver('order-1', 'hassan');
    await deliver('order-2', 'hassan');
    await database.transaction(async (trx) => {
      await collectedAndPaid(trx, { order: 'order-3', person: 'samir', shelf: 'youssoufia', goods: 14_000, parts });
      const sold = [{ cooperative: 'nour', amount: 6000 }];
      await soldOverTheCounter(trx, { count: 'count-1', shelf: 'youssoufia', parts: sold });
    });
    expect(await held('distributor', 'hassan')).toEqual({
      ...{ total: 34_000, own: 6000 },
      owed: [
        { cooperative: 'nour', amount: 18_000 },
        { cooperative: 'tazwit', amount: 10_000 },
      ],
    });
    expect(await held('shelf', 'youssoufia')).toEqual({
      ...{ total: 20_000, own: 0 },
      owed: [
        { cooperative: 'nour', amount: 15_000 },
        { cooperative: 'tazwit', amount: 5000 },
      ],
    });
    expect((await owed('nour')).heldBy).toEqual([
      { holder: { distributor: 'hassan' }, amount: 18_000 },
      { holder: { shelf: 'youssoufia' }, amount: 15_000 },
      { holder: { distributor: 'salah' }, amount: 9000 },
    ]);
  });

  it('takes no fee of an order that was paid before from the cash of others', async () => {
    await deliver('order-4', 'omar');
    await deliver('order-5', 'omar', 0);
    expect(await held('distributor', 'omar')).toMatchObject({ total: 17_000, own: 3000 });
  });
});

describe('what was handed over to a cooperative', () => {
  it('is held and owed no more, and pays for the oldest orders first', async () => {
    await placed('order-5', 'DDD2');
    for (const [id, number] of [
      ['old', 'AAA2'],
      ['paid-before', 'BBB2'],
      ['new', 'CCC2'],
    ] as const) {
      await placed(id, number);
      await deliver(id, 'nadia', id === 'paid-before' ? 0 : undefined);
    }
    const before = (await owed('tazwit')).total;
    const settle = (handover: string, amount: number) =>
      database.transaction((trx) =>
        settled(trx, { handover, holder: { distributor: 'nadia' }, cooperative: 'tazwit', amount }),
      );
    await settle('first', 6000);
    await settle('first', 6000);
    expect(await held('distributor', 'nadia')).toEqual({
      ...{ total: 28_000, own: 6000 },
      owed: [
        { cooperative: 'nour', amount: 18_000 },
        { cooperative: 'tazwit', amount: 4000 },
      ],
    });
    const after = await owed('tazwit');
    expect(after.total).toBe(before - 6000);
    // What was paid before is nobody’s cash: no hand-over of cash pays for it.
    expect(after.orders).toEqual([
      { order: 'CCC2', amount: 4000 },
      { order: 'BBB2', amount: 5000 },
      { order: 'DDD2', amount: 5000 },
    ]);
    await settle('second', 4000);
    expect((await owed('tazwit')).orders.map(({ order }) => order)).toEqual(['BBB2', 'DDD2']);
    expect((await held('distributor', 'nadia')).owed).toEqual([{ cooperative: 'nour', amount: 18_000 }]);
  });
});

describe('however much is sold and handed over, and wherever', () => {
  const cooperatives = ['amal', 'rahma', 'zhour'];
  const holders = ['driss', 'khadija', 'benguerir', 'safi'];
  const roleOf = (holder: string) => (holders.indexOf(holder) < 2 ? 'distributor' : 'shelf');
  const holder = fc.constantFrom(...holders);
  const sale = fc.record({
    kind: fc.constant('sale' as const),
    goods: fc.integer({ min: 1, max: 1_000_000 }),
    fee: fc.integer({ min: 0, max: 10_000 }),
    makers: fc.subarray(cooperatives, { minLength: 1 }),
    holder,
    isCounted: fc.boolean(),
  });
  const settlement = fc.record({
    kind: fc.constant('settlement' as const),
    cooperative: fc.constantFrom(...cooperatives),
    holder,
    /** Of what is held for the cooperative, in percent: all of it, or what was announced before more was sold. */
    percent: fc.constantFrom(1, 60, 100),
  });
  let facts = 0;

  type Sale = typeof sale extends fc.Arbitrary<infer Made> ? Made : never;
  async function sell({ goods, fee, makers, holder, isCounted }: Sale) {
    const shares = share(
      goods,
      makers.map((_, index) => index + 1),
    );
    const parts = makers
      .map((cooperative, index) => ({ cooperative, amount: shares[index] ?? 0 }))
      .filter(({ amount }) => amount > 0);
    const fact = { order: `sale-${facts}`, person: 'amina', goods, parts };
    await database.transaction((trx) => {
      if (roleOf(holder) === 'distributor') return deliveredAndPaid(trx, { ...fact, distributor: holder, fee });
      if (isCounted) return soldOverTheCounter(trx, { count: `count-${facts}`, shelf: holder, parts });
      return collectedAndPaid(trx, { ...fact, shelf: holder });
    });
  }

  async function settle({ cooperative, holder, percent }: { cooperative: string; holder: string; percent: number }) {
    const { owed: shares } = await held(roleOf(holder), holder);
    const all = shares.find((one) => one.cooperative === cooperative)?.amount ?? 0;
    const amount = Math.ceil((all * percent) / 100);
    if (amount === 0) return;
    const to = roleOf(holder) === 'shelf' ? { shelf: holder } : { distributor: holder };
    await database.transaction((trx) =>
      settled(trx, { handover: `handover-${facts}`, holder: to, cooperative, amount }),
    );
  }

  it('what is held and what is owed add up to the ledger, to the centime, and nothing is below zero', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(sale, settlement), { minLength: 1, maxLength: 8 }), async (events) => {
        for (const event of events) {
          facts += 1;
          await (event.kind === 'sale' ? sell(event) : settle(event));
        }
        const ledger = await balances(database.db);
        const ofHolders = new Map<string, CashHeld>();
        for (const holder of holders) {
          const role = roleOf(holder);
          const cash = await held(role, holder);
          ofHolders.set(holder, cash);
          expect(cash.total).toBe(ledger.get(`cash:${role}:${holder}`) ?? 0);
          expect(cash.own).toBe(-(ledger.get(`distributor:${holder}`) ?? 0) || 0);
          expect(cash.own + sum(cash.owed.map(({ amount }) => amount))).toBe(cash.total);
          expect(Math.min(cash.total, cash.own, ...cash.owed.map(({ amount }) => amount))).toBeGreaterThanOrEqual(0);
        }
        for (const cooperative of cooperatives) {
          const { total, heldBy, orders } = await owed(cooperative);
          expect(total).toBe(-(ledger.get(`cooperative:${cooperative}`) ?? 0) || 0);
          expect(sum(heldBy.map(({ amount }) => amount))).toBe(total);
          expect(Math.min(...heldBy.map(({ amount }) => amount))).toBeGreaterThan(0);
          expect(sum(orders.map(({ amount }) => amount))).toBeLessThanOrEqual(total);
          // Both sides say the same.
          for (const [holder, cash] of ofHolders) {
            const theirs = cash.owed.find((one) => one.cooperative === cooperative)?.amount;
            expect(heldBy.find((one) => Object.values(one.holder)[0] === holder)?.amount).toBe(theirs);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
