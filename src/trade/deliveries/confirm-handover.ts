import type { Transaction } from '#database/database.ts';
import { closeHandover, type HandoverRow } from '#trade/orders/hand-over.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import { collect } from '#trade/shelves/collect.ts';
import type { TradeTools } from '#trade/tools.ts';
import { deliver } from './deliver.ts';
import { pickUp } from './pick-up.ts';
import { receiveCash } from './receive-cash.ts';
import type { HandOver } from './requests.ts';

type Settle = (trx: Transaction, tools: TradeTools, handover: HandoverRow, order: OrderRow) => Promise<HandOver>;

const settle: Readonly<Record<Exclude<HandoverRow['kind'], 'settlement'>, Settle>> = {
  pickup: pickUp,
  delivery: deliver,
  collection: collect,
};

/** The giver types the code that the receiver told: the goods or the cash have changed hands. */
export async function confirmHandover(
  trx: Transaction,
  actor: Actor,
  input: { code: string },
  tools: TradeTools,
): Promise<Outcome<HandOver>> {
  const closed = await closeHandover(trx, tools, actor, input.code);
  if (!closed.ok) return closed;
  const { handover, order } = closed.answer;
  if (handover.kind === 'settlement') return { ok: true, answer: await receiveCash(trx, tools, handover) };
  if (order === null) throw new Error('goods changed hands that belong to no order');
  return { ok: true, answer: await settle[handover.kind](trx, tools, handover, order) };
}
