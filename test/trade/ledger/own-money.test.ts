import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { share, sum } from '#base/money.ts';
import type { Database } from '#database/database.ts';
import { testDatabase } from '#test/support/database.ts';
import { cashHeld } from '#trade/ledger/cash-held.ts';
import { balances, collectedAndPaid, deliveredAndPaid, soldOverTheCounter } from '#trade/ledger/ledger.ts';
import { owedTo } from '#trade/ledger/owed.ts';
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

describe('however much is sold, and wherever', () => {
  const cooperatives = ['amal', 'rahma', 'zhour'];
  const holders = ['driss', 'khadija', 'benguerir', 'safi'];
  const sale = fc.record({
    goods: fc.integer({ min: 1, max: 1_000_000 }),
    fee: fc.integer({ min: 0, max: 10_000 }),
    makers: fc.subarray(cooperatives, { minLength: 1 }),
    holder: fc.constantFrom(...holders),
  });
  let orders = 0;

  it('what is held and what is owed add up to the ledger, to the centime', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 6 }), async (sales) => {
        for (const { goods, fee, makers, holder } of sales) {
          orders += 1;
          const shares = share(
            goods,
            makers.map((_, index) => index + 1),
          );
          const fact = {
            ...{ order: `sale-${orders}`, person: 'amina', goods },
            parts: makers.map((cooperative, index) => ({ cooperative, amount: shares[index] ?? 0 })),
          };
          await database.transaction((trx) =>
            holders.indexOf(holder) < 2
              ? deliveredAndPaid(trx, { ...fact, distributor: holder, fee })
              : collectedAndPaid(trx, { ...fact, shelf: holder }),
          );
        }
        const ledger = await balances(database.db);
        for (const cooperative of cooperatives) {
          const { total, heldBy } = await owed(cooperative);
          expect(total).toBe(-(ledger.get(`cooperative:${cooperative}`) ?? 0) || 0);
          expect(sum(heldBy.map(({ amount }) => amount))).toBe(total);
        }
        for (const holder of holders) {
          const role = holders.indexOf(holder) < 2 ? 'distributor' : 'shelf';
          const cash = await held(role, holder);
          expect(cash.total).toBe(ledger.get(`cash:${role}:${holder}`) ?? 0);
          expect(cash.own).toBe(-(ledger.get(`distributor:${holder}`) ?? 0) || 0);
          expect(cash.own + sum(cash.owed.map(({ amount }) => amount))).toBe(cash.total);
        }
      }),
      { numRuns: 15 },
    );
  });
});
