import type { Transaction } from '#database/database.ts';
import type { OrderRow } from './order-row.ts';
import { giveBackStock, giveBackToShelf, missOnShelf, type Quantities, quantities } from './reserve-stock.ts';

/** Gives back what a part had taken out of counted stock; a second time it finds nothing. */
export async function giveBackPart(trx: Transaction, part: string): Promise<void> {
  await giveBackStock(trx, await releaseParts(trx, [part]));
}

/** Gives back the bundles of an order that comes to nothing. */
export async function giveBackBundles(trx: Transaction, order: string): Promise<void> {
  await giveBackStock(trx, await releaseBundles(trx, order));
}

/**
 * Gives back everything that an order had taken: of its makers' stock, of bundles and of its shelf. All of it goes in one
 * order of products, like every taking, so that neither waits for the other for ever.
 */
export async function giveBackOrder(trx: Transaction, order: Pick<OrderRow, 'id' | 'shelf'>): Promise<void> {
  const parts = await trx.selectFrom('order_part').select('id').where('order_id', '=', order.id).execute();
  const made = await releaseParts(
    trx,
    parts.map(({ id }) => id),
  );
  const bundles = await releaseBundles(trx, order.id);
  const lines = [...made, ...bundles].map(([product, quantity]) => ({ product, quantity }));
  await giveBackStock(trx, quantities(lines));
  await giveBackFromShelf(trx, order);
}

/** Puts back on the shelf what an order had taken from there. */
export async function giveBackFromShelf(trx: Transaction, order: Pick<OrderRow, 'id' | 'shelf'>): Promise<void> {
  if (order.shelf !== null) await giveBackToShelf(trx, order.shelf, await releaseFromShelf(trx, order.id));
}

/** What an order had taken from a shelf is not there. */
export async function missFromShelf(trx: Transaction, order: Pick<OrderRow, 'id' | 'shelf'>): Promise<void> {
  if (order.shelf !== null) await missOnShelf(trx, order.shelf, await releaseFromShelf(trx, order.id));
}

async function releaseParts(trx: Transaction, parts: readonly string[]): Promise<Quantities> {
  if (parts.length === 0) return new Map();
  const lines = await trx
    .selectFrom('part_line')
    .select(['product', 'reserved as quantity'])
    .where('part_id', 'in', parts)
    .where('reserved', '>', 0)
    .forUpdate()
    .execute();
  if (lines.length > 0) {
    await trx.updateTable('part_line').set({ reserved: 0 }).where('part_id', 'in', parts).execute();
  }
  return quantities(lines);
}

async function releaseBundles(trx: Transaction, order: string): Promise<Quantities> {
  const lines = await trx
    .selectFrom('order_line')
    .select(['product', 'reserved as quantity'])
    .where('order_id', '=', order)
    .where('reserved', '>', 0)
    .forUpdate()
    .execute();
  if (lines.length > 0)
    await trx.updateTable('order_line').set({ reserved: 0 }).where('order_id', '=', order).execute();
  return quantities(lines);
}

async function releaseFromShelf(trx: Transaction, order: string): Promise<Quantities> {
  const lines = await trx
    .selectFrom('order_line')
    .select(['product', 'from_shelf as quantity'])
    .where('order_id', '=', order)
    .where('from_shelf', '>', 0)
    .forUpdate()
    .execute();
  if (lines.length > 0) {
    await trx.updateTable('order_line').set({ from_shelf: 0 }).where('order_id', '=', order).execute();
  }
  return quantities(lines);
}
