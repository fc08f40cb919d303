import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { loadGantour } from '#examples/gantour/load.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { until } from '#test/support/until.ts';
import { createShopKeeper, type ShopKeeper } from '#trade/catalogue/shop-keeper.ts';
import { bindStaff } from '#trade/people/staff.ts';

describe.each(databaseKinds)('the shop keeper on %s', (kind) => {
  let database: Database;
  let keeper: ShopKeeper;
  const troubles: unknown[] = [];

  beforeAll(async () => {
    database = await testDatabase(kind);
    await database.transaction((trx) => loadGantour(trx, { bindStaff }));
    keeper = createShopKeeper(database, { onTrouble: (error) => troubles.push(error) });
    await keeper.start();
  });

  afterAll(async () => {
    await keeper.stop();
    await database.close();
  });

  const change = (code: string, to: { price?: number; stock_left?: number }) =>
    database.transaction((trx) => trx.updateTable('product').set(to).where('code', '=', code).execute());

  it('throws before an edition is loaded', () => {
    expect(() => createShopKeeper(database).shop()).toThrow('before its first edition');
  });

  it('follows a change that somebody else makes, in a new edition; the old one stays as it was', async () => {
    const before = keeper.shop();
    await change('miel-thym', { price: 12_500 });
    await until('the new edition', () => keeper.shop().edition > before.edition);
    expect(keeper.shop().products.get('miel-thym')?.price).toBe(12_500);
    expect(before.products.get('miel-thym')?.price).toBe(12_000);
    expect(Object.isFrozen(before.products.get('miel-thym'))).toBe(true);
  });

  it('makes one edition of a transaction that changes many things', async () => {
    const { edition } = keeper.shop();
    await database.transaction(async (trx) => {
      await trx.updateTable('commune').set({ delivery_fee: 3500 }).execute();
      await trx.updateTable('product').set({ price: 2600 }).where('category', '=', 'couscous').execute();
      await trx.deleteFrom('variant').where('product', '=', 'tapis').execute();
    });
    await keeper.reload();
    expect(keeper.shop().edition).toBe(edition + 1);
    expect(keeper.shop().products.get('tapis')?.variants).toEqual([]);
  });

  it('lets stock be counted down without a new edition while there is enough', async () => {
    const { edition } = keeper.shop();
    await change('safran', { stock_left: 60 });
    await keeper.reload();
    expect(keeper.shop().edition).toBe(edition);
  });

  it('makes a new edition when little stock is left, and when there is some again', async () => {
    const { edition } = keeper.shop();
    await change('safran', { stock_left: 2 });
    await keeper.reload();
    expect(keeper.shop().edition).toBe(edition + 1);
    expect(keeper.shop().products.get('safran')?.stock).toEqual({ kind: 'counted', left: 2 });
    await change('safran', { stock_left: 50 });
    await keeper.reload();
    expect(keeper.shop().edition).toBe(edition + 2);
  });

  it('keeps the edition it has when the new one cannot be sold from, and says so', async () => {
    const { edition } = keeper.shop();
    await change('panier-solidaire', { price: 23_001 });
    await until('a trouble', () => troubles.length > 0);
    expect(String(troubles[0])).toContain('panier-solidaire: shares add up to 23000, price is 23001');
    expect(keeper.shop().edition).toBe(edition);
    await change('panier-solidaire', { price: 23_000 });
    await until('the mended edition', () => keeper.shop().edition > edition);
  });
});
