import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import type { Notice, Question } from '#trade/notices.ts';
import type { Recipient } from '#trade/people/roles.ts';
import type { TradeTools } from '#trade/tools.ts';

type About = Pick<Question, 'kind' | 'id' | 'order'>;

/** Tells somebody a fact. */
export function tell(trx: Transaction, tools: TradeTools, to: Recipient, notice: Notice['notice']): Promise<void> {
  return later(tools.outbox, trx, 'notify', { to, event: { type: 'notice', notice } });
}

/** Puts a question to somebody. */
export function ask(trx: Transaction, tools: TradeTools, to: Recipient, about: About): Promise<void> {
  return later(tools.outbox, trx, 'notify', { to, event: { type: 'question', ...about } });
}

/** Takes a question back wherever it still waits: in other chats of the same role, too. */
export function askNoMore(trx: Transaction, tools: TradeTools, to: Recipient, about: About): Promise<void> {
  return later(tools.outbox, trx, 'notify', { to, event: { type: 'question.gone', ...about } });
}
