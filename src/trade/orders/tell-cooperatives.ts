import type { Transaction } from '#database/database.ts';
import type { TradeTools } from '#trade/tools.ts';
import { ask } from './tell.ts';
import { before, orderSteps, partSteps } from './transitions.ts';

/** The time to take the order back has passed: each cooperative is asked for its part. A second run does nothing. */
export async function tellCooperatives(trx: Transaction, tools: TradeTools, orderId: string): Promise<void> {
  const order = await trx
    .updateTable('orders')
    .set({ state: 'told' })
    .where('id', '=', orderId)
    .where('state', 'in', before(orderSteps, 'told'))
    .returning('number')
    .executeTakeFirst();
  if (order === undefined) return;
  const parts = await trx
    .updateTable('order_part')
    .set({ state: 'asked', asked_at: tools.clock.now() })
    .where('order_id', '=', orderId)
    .where('state', 'in', before(partSteps, 'asked'))
    .returning(['id', 'cooperative', 'position'])
    .execute();
  for (const { id, cooperative } of parts.sort((a, b) => a.position - b.position)) {
    await ask(trx, tools, { role: 'cooperative', of: cooperative }, { kind: 'part', id, order: order.number });
  }
}
