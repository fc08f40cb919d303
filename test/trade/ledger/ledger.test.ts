import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import {
  balances,
  book,
  collectedAndPaid,
  deliveredAndPaid,
  isBalanced,
  soldOverTheCounter,
} from '#trade/ledger/ledger.ts';

describe.each(databaseKinds)('the ledger on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase(kind);
  });
  afterAll(() => database.close());

  const delivery = {
    ...{ order: 'order-1', person: 'amina', distributor: 'hassan', goods: 14_000, fee: 3000 },
    parts: [
      { cooperative: 'tazwit', amount: 5000 },
      { cooperative: 'nour', amount: 9000 },
    ],
  };

  it('books a delivery once, however often it is told', async () => {
    await database.transaction((trx) => deliveredAndPaid(trx, delivery));
    await database.transaction((trx) => deliveredAndPaid(trx, delivery));
    expect(Object.fromEntries(await balances(database.db))).toEqual({
      'cash:distributor:hassan': 17_000,
      'cooperative:nour': -9000,
      'cooperative:tazwit': -5000,
      'customer:amina': 0,
      'distributor:hassan': -3000,
    });
    expect(await isBalanced(database.db)).toBe(true);
  });

  it('books a collection to the shelf that holds the cash', async () => {
    const fact = { order: 'order-2', person: 'samir', shelf: 'youssoufia', goods: 14_000, parts: delivery.parts };
    await database.transaction((trx) => collectedAndPaid(trx, fact));
    const all = await balances(database.db);
    expect(all.get('cash:shelf:youssoufia')).toBe(14_000);
    expect(all.get('cooperative:nour')).toBe(-18_000);
  });

  it('books what an evening count says was sold once, however often it is told', async () => {
    const fact = { count: 'count-1', shelf: 'benguerir', parts: [{ cooperative: 'rahma', amount: 4400 }] };
    await database.transaction((trx) => soldOverTheCounter(trx, fact));
    await database.transaction((trx) => soldOverTheCounter(trx, fact));
    const all = await balances(database.db);
    expect(all.get('cash:shelf:benguerir')).toBe(4400);
    expect(all.get('cooperative:rahma')).toBe(-4400);
  });

  it('books side by side without one waiting for the other for ever', async () => {
    const booking = (order: string, turned: boolean) => {
      const parts = turned ? delivery.parts.toReversed() : delivery.parts;
      return database.transaction((trx) => deliveredAndPaid(trx, { ...delivery, order, parts, distributor: 'salah' }));
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => booking(`side-${index}`, index % 2 === 1)));
    expect((await balances(database.db)).get('cash:distributor:salah')).toBe(8 * 17_000);
  });

  it('refuses a booking that does not add up', async () => {
    const postings = [{ account: 'customer:amina', amount: 1 }] as const;
    const off = database.transaction((trx) => book(trx, { key: 'off', kind: 'sold', order: 'order-3', postings }));
    await expect(off).rejects.toThrow('off by 1 centimes');
  });

  it('lets nobody commit what does not add up, not even past the rules', async () => {
    const off = database.transaction(async (trx) => {
      const { id } = await trx
        .insertInto('ledger_transaction')
        .values({ key: 'past', kind: 'sold', order_id: 'order-4' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const postings = [1000, -999].map((amount, position) => ({
        ...{ transaction_id: id, position, amount },
        account: 'customer:amina',
      }));
      await trx.insertInto('posting').values(postings).execute();
    });
    await expect(off).rejects.toThrow('off by 1 centimes');
    expect(await isBalanced(database.db)).toBe(true);
  });

  it('lets nobody change or remove what was booked', async () => {
    await expect(sql`update posting set amount = 1`.execute(database.db)).rejects.toThrow('only ever added to');
    await expect(sql`delete from posting`.execute(database.db)).rejects.toThrow('only ever added to');
    await expect(sql`delete from ledger_transaction`.execute(database.db)).rejects.toThrow('only ever added to');
  });
});
