import type { Transaction } from '#database/database.ts';
import type { AnswerRow } from './answer-row.ts';

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

type Giver = Pick<AnswerRow, 'chat' | 'role' | 'of'>;

/** What these answers are about is not going to happen: none of them takes effect. Those who gave them are to be told. */
export async function dropAnswers(trx: Transaction, abouts: readonly string[]): Promise<readonly Giver[]> {
  if (abouts.length === 0) return [];
  return trx
    .updateTable('staff_answer')
    .set({ state: 'undone' })
    .where('about', 'in', abouts)
    .where('state', '=', 'open')
    .returning(['chat', 'role', 'of'])
    .execute();
}
