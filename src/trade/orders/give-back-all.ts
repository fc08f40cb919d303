import type { Transaction } from '#database/database.ts';
import { giveBackBundles, giveBackPart } from './give-back.ts';

/** An order comes to nothing: all that it had taken goes back to where it came from. */
export async function giveBackAll(trx: Transaction, order: string): Promise<void> {
  const parts = await trx
    .selectFrom('order_part')
    .select('id')
    .where('order_id', '=', order)
    .orderBy('position')
    .execute();
  for (const { id } of parts) await giveBackPart(trx, id);
  await giveBackBundles(trx, order);
}
