import type { Transaction } from '#database/database.ts';

/** Whether anybody else can be asked when the first contacts of a cooperative or a shelf do not answer. */
export async function hasSecondContact(trx: Transaction, role: 'cooperative' | 'shelf', of: string): Promise<boolean> {
  const second = await trx
    .selectFrom('staff_binding')
    .select('chat')
    .where('role', '=', role)
    .where('of', '=', of)
    .where('contact', '=', 2)
    .executeTakeFirst();
  return second !== undefined;
}
