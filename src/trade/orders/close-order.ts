import type { Transaction } from '#database/database.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { OrderRow, PartRow } from './order-row.ts';
import { tell } from './tell.ts';
import { before, orderSteps, partSteps } from './transitions.ts';

/**
 * The goods of an order have reached the customer: its parts and itself are over, and each cooperative learns what it is
 * owed and who holds the cash meanwhile.
 */
export async function closeOrder(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  state: 'delivered' | 'collected',
  heldBy: string,
): Promise<readonly PartRow[]> {
  const { numUpdatedRows } = await trx
    .updateTable('orders')
    .set({ state, version: order.version + 1, closed_at: tools.clock.now() })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, state))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`an order that was ${order.state} cannot be ${state}`);
  const parts = await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'handedOver' as const, version: row('version', '+', 1) }))
    .where('order_id', '=', order.id)
    .where('state', 'in', before(partSteps, 'handedOver'))
    .returningAll()
    .execute();
  for (const { cooperative, amount } of parts) {
    const to = { role: 'cooperative', of: cooperative } as const;
    await tell(trx, tools, to, { name: 'part.paid', order: order.number, amount, heldBy });
  }
  return parts;
}
