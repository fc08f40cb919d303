import type { Transaction } from '#database/database.ts';
import type { Role } from './roles.ts';

export type StaffRole = Exclude<Role, 'customer'>;

/** From the commit on, this chat acts in the role; what it was bound to before is forgotten. */
export async function bindStaff(trx: Transaction, chat: string, role: StaffRole, of: string): Promise<void> {
  await trx
    .insertInto('staff_binding')
    .values({ chat, role, of })
    .onConflict((conflict) => conflict.column('chat').doUpdateSet({ role, of }))
    .execute();
}

/** The chat is a customer's again. */
export async function unbindStaff(trx: Transaction, chat: string): Promise<void> {
  await trx.deleteFrom('staff_binding').where('chat', '=', chat).execute();
}
