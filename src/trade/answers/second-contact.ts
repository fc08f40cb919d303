import type { Transaction } from '#database/database.ts';

/**
 * Whether anybody else can be asked when the first contacts of a cooperative or a shelf do not answer; where there are
 * only second contacts, they were asked as the first.
 */
export async function hasSecondContact(trx: Transaction, role: 'cooperative' | 'shelf', of: string): Promise<boolean> {
  const contacts = await trx
    .selectFrom('staff_binding')
    .select('contact')
    .distinct()
    .where('role', '=', role)
    .where('of', '=', of)
    .execute();
  return contacts.length > 1;
}
