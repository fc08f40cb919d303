import type { Transaction } from '#database/database.ts';
import { shelves } from './shelves.ts';

/** What stands on the shelves; of what is sold and whose shelves are there, should somebody have changed the sample. */
export async function insertShelfStock(trx: Transaction): Promise<void> {
  const sold = await trx.selectFrom('product').select('code').execute();
  const kept = await trx.selectFrom('shelf').select('slug').execute();
  const rows = shelves
    .filter(({ slug }) => kept.some((shelf) => shelf.slug === slug))
    .flatMap(({ slug: shelf, stock }) =>
      [...stock].map(([product, units], position) => ({ shelf, product, position, units })),
    )
    .filter(({ product }) => sold.some(({ code }) => code === product));
  if (rows.length > 0) await trx.insertInto('shelf_stock').values(rows).execute();
}
