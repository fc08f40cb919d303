import type { Transaction } from '#database/database.ts';
import { later } from '../later.ts';
import type { Notice } from '../notices.ts';
import type { TradeTools } from '../tools.ts';
import type { Recipient } from './roles.ts';

/** Tells somebody a fact. */
export function inform(trx: Transaction, tools: TradeTools, to: Recipient, notice: Notice['notice']): Promise<void> {
  return later(tools.outbox, trx, 'notify', { to, event: { type: 'notice', notice } });
}

/** One volunteer among the others. */
export function volunteerIn(chat: string): Recipient {
  return { chat, role: 'volunteer', of: '' };
}

/** Whether this chat still acts for the volunteers, who change with the seasons. */
export async function isVolunteer(trx: Transaction, chat: string | null): Promise<boolean> {
  if (chat === null) return false;
  const bound = trx.selectFrom('staff_binding').select('chat').where('chat', '=', chat).where('role', '=', 'volunteer');
  return (await bound.executeTakeFirst()) !== undefined;
}
