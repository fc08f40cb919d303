import { type Centimes, sum } from '#base/money.ts';
import type { Transaction } from '#database/database.ts';
import type { RefusedPart } from '#trade/notices.ts';
import type { TradeTools } from '#trade/tools.ts';
import { feeFrom } from './fee.ts';
import { giveBackBundles } from './give-back.ts';
import { type OrderRow, type PartRow, totalOf } from './order-row.ts';
import { tell } from './tell.ts';
import { before, orderSteps } from './transitions.ts';

/** What goes on with an order in rooms that orders know nothing of. */
export interface Onward {
  /** Its cooperatives are being asked: the keeper is asked for what stands on the shelf. */
  readonly told: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
  /** It was cancelled after it had been told: whoever else was asked or had put something aside hears of it. */
  readonly withdrawn: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
  /** At least one cooperative said yes and nobody is still asked; goods and fee of the order are final. */
  readonly answered: (trx: Transaction, tools: TradeTools, order: OrderRow, live: readonly PartRow[]) => Promise<void>;
  readonly partReady: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
}

/** Called with the order locked, after each answer: when it was the last, the customer hears of all of them at once. */
export async function everybodyAnswered(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  onward: Onward,
): Promise<void> {
  const parts = await trx
    .selectFrom('order_part')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  if (parts.some(({ state }) => state === 'waiting' || state === 'asked')) return;
  const live = parts.filter(({ state }) => state !== 'refused');
  const refused = await refusedParts(trx, parts);
  const customer = { person: order.person };
  if (live.length === 0) {
    await cancel(trx, tools, order);
    await tell(trx, tools, customer, { name: 'order.refused', order: order.number, refused });
    return;
  }
  const settled = await trx
    .updateTable('orders')
    .set({
      goods: sum(live.map(({ amount }) => amount)),
      fee: refused.length === 0 ? order.fee : feeOf(tools, order, live),
      version: order.version + 1,
    })
    .where('id', '=', order.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tell(trx, tools, customer, {
    name: 'order.answered',
    order: order.number,
    accepted: live.map(({ cooperative }) => cooperative),
    refused,
    total: totalOf(settled),
  });
  await onward.answered(trx, tools, settled, live);
}

async function refusedParts(trx: Transaction, parts: readonly PartRow[]): Promise<readonly RefusedPart[]> {
  const refused = parts.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return [];
  const lines = await trx
    .selectFrom('part_line')
    .select(['part_id', 'product'])
    .where(
      'part_id',
      'in',
      refused.map(({ id }) => id),
    )
    .execute();
  return refused.map(({ id, cooperative, refusal_cause: cause }) => ({
    cooperative,
    cause: cause ?? 'other',
    products: [...new Set(lines.filter((line) => line.part_id === id).map(({ product }) => product))].sort(),
  }));
}

/** Fewer pick-ups may make it cheaper; never more than was shown. With all of them, what was agreed stands. */
function feeOf(tools: TradeTools, order: OrderRow, live: readonly PartRow[]): Centimes {
  if (order.commune === null) return order.fee;
  const cooperatives = live.map(({ cooperative }) => cooperative);
  return Math.min(order.fee, feeFrom(tools.shop(), cooperatives, order.commune) ?? order.fee);
}

async function cancel(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'cancelled', goods: 0, fee: 0, version: order.version + 1, closed_at: tools.clock.now() })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, 'cancelled'))
    .execute();
  await giveBackBundles(trx, order.id);
}
