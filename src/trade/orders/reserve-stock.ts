import { sql } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Shop } from '#trade/catalogue/shop.ts';

/** Units by product code. */
export type Quantities = ReadonlyMap<string, number>;

/**
 * Takes counted products out of stock, all of them or none; false when one of them has too few left. Products that are
 * made on demand are left alone.
 */
export async function reserveStock(trx: Transaction, wanted: Quantities): Promise<boolean> {
  const taken = new Map<string, number>();
  for (const [code, quantity] of inOneOrder(wanted)) {
    const { numUpdatedRows } = await trx
      .updateTable('product')
      .set({ stock_left: sql<number>`stock_left - ${quantity}` })
      .where('code', '=', code)
      .where('stock_kind', '=', 'counted')
      .where('stock_left', '>=', quantity)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      await giveBackStock(trx, taken);
      return false;
    }
    taken.set(code, quantity);
  }
  return true;
}

/** A product that is no longer counted has nothing to be given back to. */
export async function giveBackStock(trx: Transaction, taken: Quantities): Promise<void> {
  for (const [code, quantity] of inOneOrder(taken)) {
    await trx
      .updateTable('product')
      .set({ stock_left: sql<number>`stock_left + ${quantity}` })
      .where('code', '=', code)
      .where('stock_kind', '=', 'counted')
      .execute();
  }
}

/** Takes units off a shelf, all of them or none; false when one product has too few standing there. */
export async function takeFromShelf(trx: Transaction, shelf: string, wanted: Quantities): Promise<boolean> {
  const taken = new Map<string, number>();
  for (const [product, quantity] of inOneOrder(wanted)) {
    const { numUpdatedRows } = await trx
      .updateTable('shelf_stock')
      .set({ units: sql<number>`units - ${quantity}` })
      .where('shelf', '=', shelf)
      .where('product', '=', product)
      .where('units', '>=', quantity)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      await giveBackToShelf(trx, shelf, taken);
      return false;
    }
    taken.set(product, quantity);
  }
  return true;
}

/** Units go back on the shelf; those that were promised and never stood there make up for themselves first. */
export async function giveBackToShelf(trx: Transaction, shelf: string, taken: Quantities): Promise<void> {
  for (const [product, quantity] of inOneOrder(taken)) {
    await trx
      .updateTable('shelf_stock')
      .set({
        units: sql<number>`units + greatest(0, ${quantity}::integer + least(missing, 0))`,
        missing: sql<number>`case when missing < 0 then least(0, missing + ${quantity}::integer) else missing end`,
      })
      .where('shelf', '=', shelf)
      .where('product', '=', product)
      .execute();
  }
}

/** The keeper did not find them: nothing of these products is promised before the next count has told what became of them. */
export async function missOnShelf(trx: Transaction, shelf: string, taken: Quantities): Promise<void> {
  for (const [product, quantity] of inOneOrder(taken)) {
    await trx
      .updateTable('shelf_stock')
      .set({ units: 0, missing: sql<number>`missing + units + ${quantity}::integer` })
      .where('shelf', '=', shelf)
      .where('product', '=', product)
      .execute();
  }
}

export function isCounted(shop: Shop, code: string): boolean {
  return shop.products.get(code)?.stock.kind === 'counted';
}

/** Adds up quantities by product; nothing is kept of those that are zero. */
export function quantities(lines: Iterable<{ readonly product: string; readonly quantity: number }>): Quantities {
  const total = new Map<string, number>();
  for (const { product, quantity } of lines) {
    if (quantity > 0) total.set(product, (total.get(product) ?? 0) + quantity);
  }
  return total;
}

/** Always by code, so that two orders of the same products never wait for each other. */
function inOneOrder(lines: Quantities): [string, number][] {
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
}
