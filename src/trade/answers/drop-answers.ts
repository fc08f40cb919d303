import type { Transaction } from '#database/database.ts';

/** Keeps the answers about these things from taking effect until the transaction ends. */
export async function lockAnswers(trx: Transaction, abouts: readonly string[]): Promise<void> {
  if (abouts.length === 0) return;
  await trx
    .selectFrom('staff_answer')
    .select('id')
    .where('about', 'in', abouts)
    .where('state', '=', 'open')
    .orderBy('number')
    .forUpdate()
    .execute();
}

/** What these answers are about is not going to happen: none of them takes effect. Their givers are told otherwise. */
export async function dropAnswers(trx: Transaction, abouts: readonly string[]): Promise<void> {
  if (abouts.length === 0) return;
  await trx
    .updateTable('staff_answer')
    .set({ state: 'undone' })
    .where('about', 'in', abouts)
    .where('state', '=', 'open')
    .execute();
}
