import type { Transaction } from '#database/database.ts';
import { type HandoverRow, openHandover } from '#trade/orders/hand-over.ts';
import { cashDue, liveParts, type OrderRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import { before, orderSteps, partSteps } from '#trade/orders/transitions.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type DeliveryRow, deliveryOf, moveDelivery } from './delivery-row.ts';
import type { HandOver } from './requests.ts';

/**
 * The round of an order can begin once somebody has taken it and all of it is ready, whichever comes last; both call
 * this, with the order locked.
 */
export async function beginPickups(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  const delivery = await deliveryOf(trx, order.id);
  const distributor = delivery?.distributor ?? null;
  if (delivery?.state !== 'taken' || distributor === null) return;
  const parts = await liveParts(trx, order.id);
  if (parts.some(({ state }) => state !== 'ready')) return;
  const stops: { cooperative: string; code: string }[] = [];
  for (const { id, cooperative } of parts) {
    const code = await openHandover(trx, tools, {
      order_id: order.id,
      part_id: id,
      kind: 'pickup',
      giver_role: 'cooperative',
      giver: cooperative,
      distributor,
    });
    stops.push({ cooperative, code });
  }
  const to = { role: 'distributor', of: distributor } as const;
  await tell(trx, tools, to, { name: 'pickup.ready', order: order.number, stops });
}

/** A cooperative has handed its part to the distributor; with the last one the delivery is on its way. */
export async function pickUp(
  trx: Transaction,
  tools: TradeTools,
  handover: HandoverRow,
  order: OrderRow,
): Promise<HandOver> {
  const delivery = await deliveryOf(trx, order.id);
  if (delivery === undefined || handover.part_id === null) throw new Error('a pick-up without its part or delivery');
  await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'pickedUp' as const, version: row('version', '+', 1) }))
    .where('id', '=', handover.part_id)
    .where('state', 'in', before(partSteps, 'pickedUp'))
    .execute();
  const parts = await liveParts(trx, order.id);
  const left = parts.filter(({ state }) => state !== 'pickedUp').length;
  const distributor = handover.distributor ?? '';
  await tell(
    trx,
    tools,
    { role: 'distributor', of: distributor },
    { name: 'pickup.done', order: order.number, cooperative: handover.giver, left },
  );
  if (left === 0) await leave(trx, tools, order, delivery, distributor);
  const amount = parts.find(({ id }) => id === handover.part_id)?.amount ?? 0;
  return { what: 'pickedUp', order: order.number, cash: 0, left, distributor, amount };
}

async function leave(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  delivery: DeliveryRow,
  distributor: string,
): Promise<void> {
  await moveDelivery(trx, delivery.id, 'onTheWay', { left_at: tools.clock.now() });
  await trx
    .updateTable('orders')
    .set({ state: 'delivering', version: order.version + 1 })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, 'delivering'))
    .execute();
  const code = await openHandover(trx, tools, {
    order_id: order.id,
    part_id: null,
    kind: 'delivery',
    giver_role: 'distributor',
    giver: distributor,
    distributor,
  });
  const to = { person: order.person };
  const cash = cashDue(order);
  await tell(trx, tools, to, { name: 'delivery.onTheWay', order: order.number, distributor, code, cash });
}
