import type { Transaction } from '#database/database.ts';
import { deliveredAndPaid } from '#trade/ledger/ledger.ts';
import { closeOrder } from '#trade/orders/close-order.ts';
import type { HandoverRow } from '#trade/orders/hand-over.ts';
import { cashDue, type OrderRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { deliveryOf, moveDelivery } from './delivery-row.ts';
import type { HandOver } from './requests.ts';

/** The customer has the goods and the distributor the cash. */
export async function deliver(
  trx: Transaction,
  tools: TradeTools,
  handover: HandoverRow,
  order: OrderRow,
): Promise<HandOver> {
  const delivery = await deliveryOf(trx, order.id);
  if (delivery === undefined) throw new Error('an order was delivered that has no delivery');
  const distributor = handover.giver;
  if (!(await moveDelivery(trx, delivery.id, 'delivered', { delivered_at: tools.clock.now() }))) {
    throw new Error(`an order was delivered whose delivery was ${delivery.state}`);
  }
  const parts = await closeOrder(trx, tools, order, 'delivered', distributor);
  const { goods, fee, person, number } = order;
  const cash = cashDue(order);
  await deliveredAndPaid(trx, { order: order.id, person, distributor, goods, fee, parts, cash });
  await tell(trx, tools, { person }, { name: 'delivery.delivered', order: number, paid: cash });
  return { what: 'delivered', order: number, cash, left: 0 };
}
