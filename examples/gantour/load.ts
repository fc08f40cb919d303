import { sql } from 'kysely';
import type { ChatAddress } from '#channels/channel.ts';
import type { Transaction } from '#database/database.ts';
import type { Role } from '#trade/people/roles.ts';
import { cooperatives } from './cooperatives.ts';
import { distributors } from './distributors.ts';
import { insertPlaces } from './insert-places.ts';
import { insertProducts } from './insert-products.ts';
import { shelves } from './shelves.ts';

/** Gives a chat a role, as an invitation would. */
export type BindStaff = (
  trx: Transaction,
  chat: ChatAddress,
  role: Exclude<Role, 'customer'>,
  of: string,
) => Promise<unknown>;

/** Fills an empty catalogue with the sample data and says whether it did; a catalogue in use is left as it is. */
export async function loadGantour(trx: Transaction, { bindStaff }: { bindStaff: BindStaff }): Promise<boolean> {
  if (await isFilled(trx)) return false;
  // Of processes that start together on one database, one loads and the others find it done.
  await sql`lock table programme in exclusive mode`.execute(trx);
  if (await isFilled(trx)) return false;
  await insertPlaces(trx);
  await insertProducts(trx);
  for (const { slug } of cooperatives) await bindStaff(trx, `simulator:cooperative:${slug}`, 'cooperative', slug);
  for (const { slug } of distributors) await bindStaff(trx, `simulator:distributor:${slug}`, 'distributor', slug);
  for (const { slug } of shelves) await bindStaff(trx, `simulator:shelf:${slug}`, 'shelf', slug);
  await bindStaff(trx, 'simulator:volunteer', 'volunteer', '');
  return true;
}

async function isFilled(trx: Transaction): Promise<boolean> {
  return (await trx.selectFrom('programme').select('one').executeTakeFirst()) !== undefined;
}
