/** What must be true of an order that has reached its end, read from the database. */
import { expect } from 'vitest';
import type { Outgoing } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';
import { isBalanced } from '#trade/ledger/ledger.ts';
import type { OrderState } from '#trade/orders/order.ts';

export interface Settled {
  readonly state: OrderState;
  /** In centimes, by cooperative. */
  readonly parts: Readonly<Record<string, number>>;
  readonly fee: number;
  /** Whose cash it is now. */
  readonly cash: RegExp;
}

/** Placed once, at its end, and the books say to the centime who paid and who is owed. */
export async function expectSettled({ db }: Database, number: string, expected: Settled): Promise<void> {
  const orders = await db.selectFrom('orders').selectAll().where('number', '=', number).execute();
  expect(orders).toMatchObject([{ state: expected.state, fee: expected.fee }]);
  const id = orders[0]?.id ?? '';
  const parts = await db.selectFrom('order_part').selectAll().where('order_id', '=', id).execute();
  expect(Object.fromEntries(parts.map(({ cooperative, amount }) => [cooperative, amount]))).toEqual(expected.parts);
  expect(parts.map(({ state }) => state)).toEqual(parts.map(() => 'handedOver'));

  const postings = await db
    .selectFrom('posting')
    .innerJoin('ledger_transaction', 'ledger_transaction.id', 'posting.transaction_id')
    .select(['posting.account', 'posting.amount', 'ledger_transaction.kind'])
    .where('ledger_transaction.order_id', '=', id)
    .execute();
  const of = (account: RegExp, kind: string) =>
    postings.filter((posting) => account.test(posting.account) && posting.kind === kind).map(({ amount }) => amount);
  const total = Object.values(expected.parts).reduce((sum, amount) => sum + amount, expected.fee);
  expect(of(/^customer:/, 'sold')).toEqual([total]);
  expect(of(/^customer:/, 'paid')).toEqual([-total]);
  expect(of(expected.cash, 'paid')).toEqual([total]);
  for (const [cooperative, amount] of Object.entries(expected.parts)) {
    expect(of(new RegExp(`^cooperative:${cooperative}$`), 'sold')).toEqual([-amount]);
  }
  expect(of(/^distributor:/, 'sold')).toEqual(expected.fee === 0 ? [] : [-expected.fee]);
  expect(await isBalanced(db)).toBe(true);
}

/** No inbox, mailbox or queue has anything left but clocks of what was answered, and nothing was given up. */
export async function expectAtRest(database: Database): Promise<void> {
  const { rows } = await database.run(
    `select (select count(*)::int from chat_item) as items, (select count(*)::int from chat_command) as commands,
       (select count(*)::int from chat_letter) as letters, (select count(*)::int from chat_buried) as buried,
       (select count(*)::int from simulator_message where unadmitted) as unadmitted,
       (select count(*)::int from pgboss.job where state < 'completed' and name not in ('offer.lapse', 'answer.due')) as jobs`,
  );
  expect(rows).toEqual([{ items: 0, commands: 0, letters: 0, buried: 0, unadmitted: 0, jobs: 0 }]);
}

export interface Line {
  readonly chat: string;
  readonly from: 'person' | 'bot';
  readonly text: string;
}

/** Everything that stands on the screens, oldest first. */
export async function screens({ db }: Database): Promise<readonly Line[]> {
  const rows = await db.selectFrom('simulator_message').select(['chat', 'from', 'body']).orderBy('seq').execute();
  return rows.map(({ chat, from, body }) => ({ chat, from, text: from === 'bot' ? spoken(body) : typed(body) }));
}

const spoken = (body: unknown) => {
  const { body: text, choices, after } = body as Outgoing;
  return [text, ...choices.map(({ line }) => line), after ?? ''].join('\n');
};
const typed = (body: unknown) => (body as { text: string }).text;

/** Each message was answered, and nothing was said twice in a row. */
export function expectOneAnswerEach(lines: readonly Line[]): void {
  for (const chat of new Set(lines.map((line) => line.chat))) {
    const own = lines.filter((line) => line.chat === chat);
    for (const [index, line] of own.entries()) {
      const next = own[index + 1];
      if (line.from === 'person') expect(next?.from, `${chat} is answered to "${line.text}"`).toBe('bot');
      else if (next?.from === 'bot') expect(next.text, `${chat} is told it once`).not.toBe(line.text);
    }
  }
}

/** What people typed that is not a number. */
export function wordsTyped(lines: readonly Line[]): readonly string[] {
  return lines.filter(({ from, text }) => from === 'person' && !/^\p{Nd}+$/u.test(text)).map(({ text }) => text);
}
