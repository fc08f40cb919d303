import type { Transaction } from '#database/database.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import type { TradeTools } from '#trade/tools.ts';
import { deliveryOf, moveDelivery } from './delivery-row.ts';
import { endOffer, openOfferOf } from './offer-row.ts';

/** The order was cancelled and is locked: nobody is looked for any more, and whoever is being asked need not answer. */
export async function withdrawDelivery(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  const delivery = await deliveryOf(trx, order.id);
  if (delivery === undefined || !(await moveDelivery(trx, delivery.id, 'withdrawn'))) return;
  const offer = await openOfferOf(trx, { delivery, order });
  if (offer) await endOffer(trx, tools, offer, 'lapsed');
}
