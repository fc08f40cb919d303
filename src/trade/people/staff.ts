import { type Kysely, sql } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Role } from './roles.ts';

export type StaffRole = Exclude<Role, 'customer'>;

/** From the commit on, this chat acts in the role, beside those it holds already; a second contact is asked last. */
export async function bindStaff(
  trx: Transaction,
  chat: string,
  role: StaffRole,
  of: string,
  contact: 1 | 2 = 1,
): Promise<void> {
  // Its roles are kept in the order in which it was given them, even those of one moment.
  const now = sql<number>`greatest(
    (extract(epoch from clock_timestamp()) * 1000)::bigint,
    (select max(bound_at) + 1 from staff_binding where chat = ${chat})
  )`;
  await trx
    .insertInto('staff_binding')
    .values({ chat, role, of, contact, bound_at: now })
    .onConflict((conflict) => conflict.columns(['chat', 'role', 'of']).doUpdateSet({ contact }))
    .execute();
}

/** The chat gives up one role, or all of them, and with the last it is a customer's again. */
export async function unbindStaff(
  trx: Transaction,
  chat: string,
  binding?: { readonly role: StaffRole; readonly of: string },
): Promise<void> {
  const all = trx.deleteFrom('staff_binding').where('chat', '=', chat);
  const query = binding === undefined ? all : all.where('role', '=', binding.role).where('of', '=', binding.of);
  await query.execute();
}

/** What is spoken with all the staff of a channel who have written no word that tells. */
export async function speakWithStaff(trx: Transaction, channel: string, language: 'ar' | 'fr'): Promise<void> {
  await trx
    .updateTable('staff_binding')
    .set({ language })
    .where('chat', 'like', `${channel}:%`)
    .where((row) => row.or([row('language', 'is', null), row('language', '!=', language)]))
    .execute();
}

/** Whether a chat holds a role at this moment. */
export async function isBound(
  db: Kysely<Tables>,
  chat: string,
  { role, of }: { readonly role: Role; readonly of: string },
): Promise<boolean> {
  if (role === 'customer') return true;
  const bindings = db.selectFrom('staff_binding').select('chat').where('chat', '=', chat);
  return (await bindings.where('role', '=', role).where('of', '=', of).executeTakeFirst()) !== undefined;
}
