import type { Transaction } from '#database/database.ts';
import type { HandOver } from '#trade/deliveries/requests.ts';
import { collectedAndPaid } from '#trade/ledger/ledger.ts';
import { closeOrder } from '#trade/orders/close-order.ts';
import type { HandoverRow } from '#trade/orders/hand-over.ts';
import { cashDue, type OrderRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';

/** The customer has fetched the goods from the shelf and paid there. */
export async function collect(
  trx: Transaction,
  tools: TradeTools,
  handover: HandoverRow,
  order: OrderRow,
): Promise<HandOver> {
  const shelf = handover.giver;
  const parts = await closeOrder(trx, tools, order, 'collected', shelf);
  const { goods, person, number } = order;
  const cash = cashDue(order);
  await collectedAndPaid(trx, { order: order.id, person, shelf, goods, parts, cash });
  await tell(trx, tools, { person }, { name: 'shelf.collected', order: number, paid: cash });
  const cashier = tools.shop().shelves.get(shelf)?.cashier;
  return { what: 'collected', order: number, cash, left: 0, ...(cashier === undefined ? {} : { cashier }) };
}
