import type { Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { lockOrder, type OrderRow } from '#trade/orders/order-row.ts';
import { before, deliverySteps } from '#trade/orders/transitions.ts';
import type { DeliveryState } from './delivery.ts';

export type DeliveryRow = Selectable<Tables['delivery']>;

/** A delivery with its order, which is locked. */
export interface LockedDelivery {
  readonly delivery: DeliveryRow;
  readonly order: OrderRow;
}

type Fact = 'distributor' | 'taken_at' | 'left_at' | 'delivered_at' | 'failure' | 'failure_words' | 'failed_at';

/** A delivery with its order, whose lock orders everything that happens to both. */
export async function lockDelivery(trx: Transaction, id: string): Promise<LockedDelivery | undefined> {
  const found = await trx.selectFrom('delivery').select('order_id').where('id', '=', id).executeTakeFirst();
  if (found === undefined) return undefined;
  const order = await lockOrder(trx, found.order_id);
  const delivery = await trx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { delivery, order };
}

/** The delivery of the newest order that has this number, with that order locked. */
export async function lockDeliveryOf(trx: Transaction, number: string): Promise<LockedDelivery | undefined> {
  const found = await trx
    .selectFrom('delivery')
    .innerJoin('orders', 'orders.id', 'delivery.order_id')
    .select('delivery.id')
    .where('orders.number', '=', number)
    .orderBy('orders.placed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found && lockDelivery(trx, found.id);
}

/** False when the delivery is in no state from which it can become so. */
export async function moveDelivery(
  trx: Transaction,
  id: string,
  state: DeliveryState,
  change: Partial<Pick<DeliveryRow, Fact>> = {},
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('delivery')
    .set((row) => ({ ...change, state, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', before(deliverySteps, state))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function deliveryOf(trx: Transaction, order: string): Promise<DeliveryRow | undefined> {
  return trx.selectFrom('delivery').selectAll().where('order_id', '=', order).executeTakeFirst();
}
