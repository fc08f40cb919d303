import { sql } from 'kysely';
import type { ChatAddress } from '#channels/channel.ts';
import type { Transaction } from '#database/database.ts';
import type { Role } from '#trade/people/roles.ts';
import { cooperatives } from './cooperatives.ts';
import { distributors } from './distributors.ts';
import { insertPlaces } from './insert-places.ts';
import { insertProducts } from './insert-products.ts';
import { insertShelfStock } from './insert-shelf-stock.ts';
import { shelves } from './shelves.ts';

/** Gives a chat a role, as an invitation would; a second contact is asked when the first do not answer. */
export type BindStaff = (
  trx: Transaction,
  chat: ChatAddress,
  role: Exclude<Role, 'customer'>,
  of: string,
  contact?: 1 | 2,
) => Promise<unknown>;

/**
 * Fills an empty catalogue with the sample data and says whether it did anything. A catalogue in use is left as it is, but
 * for a sample that was loaded before shelves had stock: it gets what it lacks, once.
 */
export async function loadGantour(trx: Transaction, { bindStaff }: { bindStaff: BindStaff }): Promise<boolean> {
  if ((await whatIsMissing(trx)) === 'nothing') return false;
  // Of processes that start together on one database, one loads and the others find it done.
  await sql`lock table programme in exclusive mode`.execute(trx);
  const missing = await whatIsMissing(trx);
  if (missing === 'nothing') return false;
  if (missing === 'everything') await loadEverything(trx, bindStaff);
  await insertShelfStock(trx);
  // One person, two roles: a customer whom Nissae Bouchane call when their own phone does not answer.
  await bindStaff(trx, 'simulator:fatima', 'cooperative', 'nissae-bouchane', 2);
  return true;
}

async function loadEverything(trx: Transaction, bindStaff: BindStaff): Promise<void> {
  await insertPlaces(trx);
  await insertProducts(trx);
  for (const { slug } of cooperatives) await bindStaff(trx, `simulator:cooperative:${slug}`, 'cooperative', slug);
  for (const { slug } of distributors) await bindStaff(trx, `simulator:distributor:${slug}`, 'distributor', slug);
  for (const { slug } of shelves) await bindStaff(trx, `simulator:shelf:${slug}`, 'shelf', slug);
  await bindStaff(trx, 'simulator:volunteer', 'volunteer', '');
}

async function whatIsMissing(trx: Transaction): Promise<'everything' | 'shelfStock' | 'nothing'> {
  const programme = await trx.selectFrom('programme').select('is_sample').executeTakeFirst();
  if (programme === undefined) return 'everything';
  if (!programme.is_sample) return 'nothing';
  const stock = await trx.selectFrom('shelf_stock').select('product').limit(1).executeTakeFirst();
  return stock === undefined ? 'shelfStock' : 'nothing';
}
