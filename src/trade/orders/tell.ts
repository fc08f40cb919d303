import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import type { GoneCause, Notice, Question } from '#trade/notices.ts';
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

/** Reminds somebody of a question that still waits. */
export function remind(trx: Transaction, tools: TradeTools, to: Recipient, about: About): Promise<void> {
  return later(tools.outbox, trx, 'notify', { to, event: { type: 'question.again', ...about } });
}

interface Gone extends About {
  readonly why?: GoneCause;
}

/** Takes a question back wherever it still waits: in every chat of the same role, second contacts included. */
export function askNoMore(trx: Transaction, tools: TradeTools, to: Recipient, about: Gone): Promise<void> {
  const all: Recipient = 'role' in to && to.role !== 'volunteer' && !('chat' in to) ? { ...to, contacts: 'all' } : to;
  return later(tools.outbox, trx, 'notify', { to: all, event: { type: 'question.gone', ...about } });
}
