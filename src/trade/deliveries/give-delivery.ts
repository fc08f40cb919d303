import type { Transaction } from '#database/database.ts';
import { liveParts } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type LockedDelivery, moveDelivery } from './delivery-row.ts';
import { beginPickups } from './pick-up.ts';

/** The delivery is this distributor's, who has said yes: customer and cooperatives are told, the round may begin. */
export async function giveDelivery(
  trx: Transaction,
  tools: TradeTools,
  { delivery, order }: LockedDelivery,
  distributor: string,
): Promise<void> {
  if (!(await moveDelivery(trx, delivery.id, 'taken', { distributor, taken_at: tools.clock.now() }))) {
    throw new Error(`a delivery that was ${delivery.state} cannot be taken`);
  }
  const { day } = delivery;
  await tell(trx, tools, { person: order.person }, { name: 'delivery.taken', order: order.number, distributor, day });
  for (const { cooperative } of await liveParts(trx, order.id)) {
    const notice = { name: 'pickup.planned', order: order.number, distributor, day } as const;
    await tell(trx, tools, { role: 'cooperative', of: cooperative }, notice);
  }
  await beginPickups(trx, tools, order);
}
