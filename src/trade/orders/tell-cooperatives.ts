import type { Transaction } from '#database/database.ts';
import type { TradeTools } from '#trade/tools.ts';
import { startClock } from '../answers/clock.ts';
import type { Onward } from './everybody-answered.ts';
import { ask } from './tell.ts';
import { before, orderSteps, partSteps } from './transitions.ts';

/**
 * The time to take the order back has passed: each cooperative is asked for its part, and the keeper for what stands on
 * the shelf. A second run does nothing.
 */
export async function tellCooperatives(
  trx: Transaction,
  tools: TradeTools,
  orderId: string,
  onward: Onward,
): Promise<void> {
  const order = await trx
    .updateTable('orders')
    .set({ state: 'told' })
    .where('id', '=', orderId)
    .where('state', 'in', before(orderSteps, 'told'))
    .returningAll()
    .executeTakeFirst();
  if (order === undefined) return;
  const parts = await trx
    .updateTable('order_part')
    .set({ state: 'asked', asked_at: tools.clock.now() })
    .where('order_id', '=', orderId)
    .where('state', 'in', before(partSteps, 'asked'))
    .returning(['id', 'cooperative', 'position', 'source'])
    .execute();
  const made = parts.filter(({ source }) => source === 'cooperative').sort((a, b) => a.position - b.position);
  for (const { id, cooperative } of made) {
    await ask(trx, tools, { role: 'cooperative', of: cooperative }, { kind: 'part', id, order: order.number });
    await startClock(trx, tools, 'part', id);
  }
  await onward.told(trx, tools, order);
}
