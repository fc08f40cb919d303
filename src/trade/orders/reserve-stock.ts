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
