import type { Transaction } from '#database/database.ts';
import { openHandover } from '#trade/orders/hand-over.ts';
import { cashDue, type OrderRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';

/** All of an order lies on the shelf: the customer may come, and is told the code. */
export async function complete(trx: Transaction, tools: TradeTools, order: OrderRow, shelf: string): Promise<void> {
  const code = await openHandover(trx, tools, {
    order_id: order.id,
    part_id: null,
    kind: 'collection',
    giver_role: 'shelf',
    giver: shelf,
    distributor: null,
  });
  const cash = cashDue(order);
  await tell(trx, tools, { person: order.person }, { name: 'shelf.ready', order: order.number, shelf, code, cash });
  const keeper = { role: 'shelf', of: shelf } as const;
  await tell(trx, tools, keeper, { name: 'shelf.complete', order: order.number, receiver: order.receiver_name, cash });
}
