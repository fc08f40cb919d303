import type { Kysely, Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import { stockKept } from './load-products.ts';
import type { OwnProduct } from './requests.ts';

/** From the database and not from the edition in force: whoever has just changed something sees the change. */
export async function ownProducts(db: Kysely<Tables>, actor: Actor): Promise<readonly OwnProduct[]> {
  if (actor.role !== 'cooperative') return [];
  const rows = await db
    .selectFrom('product')
    .selectAll()
    .where('cooperative', '=', actor.of)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ product: row.code, isOff: row.is_off, stock: stockKept(row) }));
}

/** A product of this cooperative, locked; bundles are nobody's. */
export async function lockOwnProduct(
  trx: Transaction,
  { role, of }: Actor,
  product: string,
): Promise<Selectable<Tables['product']> | undefined> {
  if (role !== 'cooperative') return undefined;
  return trx
    .selectFrom('product')
    .selectAll()
    .where('code', '=', product)
    .where('cooperative', '=', of)
    .forUpdate()
    .executeTakeFirst();
}
