import type { Transaction } from '#database/database.ts';
import { giveBackStock, quantities } from './reserve-stock.ts';

/** Gives back what a part had taken out of counted stock; a second time it finds nothing. */
export async function giveBackPart(trx: Transaction, part: string): Promise<void> {
  const lines = await trx
    .selectFrom('part_line')
    .select(['product', 'reserved as quantity'])
    .where('part_id', '=', part)
    .where('reserved', '>', 0)
    .forUpdate()
    .execute();
  if (lines.length === 0) return;
  await trx.updateTable('part_line').set({ reserved: 0 }).where('part_id', '=', part).execute();
  await giveBackStock(trx, quantities(lines));
}

/** Gives back the bundles of an order that comes to nothing. */
export async function giveBackBundles(trx: Transaction, order: string): Promise<void> {
  const lines = await trx
    .selectFrom('order_line')
    .select(['product', 'reserved as quantity'])
    .where('order_id', '=', order)
    .where('reserved', '>', 0)
    .forUpdate()
    .execute();
  if (lines.length === 0) return;
  await trx.updateTable('order_line').set({ reserved: 0 }).where('order_id', '=', order).execute();
  await giveBackStock(trx, quantities(lines));
}
