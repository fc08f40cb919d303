import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import type { TradeTools } from '#trade/tools.ts';

/** An order that its cooperatives make is to be brought: somebody is looked for. */
export async function needDelivery(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  if (order.commune === null || order.day === null) return;
  const delivery = await trx
    .insertInto('delivery')
    .values({
      id: tools.ids.next(),
      order_id: order.id,
      state: 'needed',
      version: 1,
      commune: order.commune,
      day: order.day,
      fee: order.fee,
      needed_at: tools.clock.now(),
    })
    .onConflict((conflict) => conflict.column('order_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (delivery !== undefined) await later(tools.outbox, trx, 'delivery.offer', { delivery: delivery.id });
}
