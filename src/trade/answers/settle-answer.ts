import type { Transaction } from '#database/database.ts';
import { later } from '../later.ts';
import type { TradeTools } from '../tools.ts';
import type { AnswerName } from './answer.ts';
import { type AnswerRow, giverOf } from './answer-row.ts';
import { type Answers, isWaiting } from './answers.ts';

/** The time to take an answer back has passed: it takes effect. Does nothing to one that was taken back or has done so. */
export async function settleAnswer(
  trx: Transaction,
  tools: TradeTools,
  answers: Answers,
  answerId: string,
): Promise<void> {
  const due = [...(await givenBefore(trx, answerId)), answerId];
  await lockAll(trx, due);
  for (const id of due) {
    const settled = await trx
      .updateTable('staff_answer')
      .set({ state: 'settled' })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    if (settled !== undefined) await takeEffect(trx, tools, answers, settled);
  }
}

/** What the same people said earlier about the same order takes effect first: "yes" before "ready". */
async function givenBefore(trx: Transaction, answerId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('staff_answer as earlier')
    .innerJoin('staff_answer as this', (join) =>
      join
        .onRef('this.role', '=', 'earlier.role')
        .onRef('this.of', '=', 'earlier.of')
        .onRef('this.order_number', '=', 'earlier.order_number')
        .onRef('this.number', '>', 'earlier.number'),
    )
    .select('earlier.id')
    .where('this.id', '=', answerId)
    .where('this.state', '=', 'open')
    .where('this.order_number', '!=', '')
    .where('earlier.state', '=', 'open')
    .orderBy('earlier.number')
    .execute();
  return rows.map(({ id }) => id);
}

/** All of them before the first effect locks its order: who cancels an order takes them in the same way. */
async function lockAll(trx: Transaction, ids: readonly string[]): Promise<void> {
  await trx.selectFrom('staff_answer').select('id').where('id', 'in', ids).orderBy('number').forUpdate().execute();
}

async function takeEffect(trx: Transaction, tools: TradeTools, answers: Answers, row: AnswerRow): Promise<void> {
  const outcome = await run(trx, tools, answers, row.name, row);
  if (outcome.ok) return;
  const { chat, role, of, order_number: order } = row;
  const notice = { name: 'answer.failed', order: order ?? '', reason: outcome.reason } as const;
  await later(tools.outbox, trx, 'notify', { to: { chat, role, of }, event: { type: 'notice', notice } });
}

function run<Name extends AnswerName>(
  trx: Transaction,
  tools: TradeTools,
  answers: Answers,
  name: Name,
  row: AnswerRow,
) {
  const answer: Answers[Name] = answers[name];
  if (!isWaiting<Name>(answer)) throw new Error(`${name} takes effect at once and was to settle`);
  return answer.run(trx, giverOf(row), answer.input.parse(row.input), tools);
}
