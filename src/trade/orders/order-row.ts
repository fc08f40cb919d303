import type { Selectable } from 'kysely';
import type { Centimes } from '#base/money.ts';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Collection, Drop } from './order.ts';

export type OrderRow = Selectable<Tables['orders']>;
export type PartRow = Selectable<Tables['order_part']>;

/**
 * The order, locked until the transaction ends. Whatever is decided from several rows of an order (has everybody
 * answered? is all of it ready?) takes this lock first, so that two last answers cannot both miss each other.
 */
export function lockOrder(trx: Transaction, id: string): Promise<OrderRow> {
  return trx.selectFrom('orders').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

/** The parts that were not refused. */
export function liveParts(trx: Transaction, order: string): Promise<PartRow[]> {
  return trx
    .selectFrom('order_part')
    .selectAll()
    .where('order_id', '=', order)
    .where('state', '!=', 'refused')
    .orderBy('position')
    .execute();
}

/** What the customer pays in all. */
export function totalOf(order: Pick<OrderRow, 'goods' | 'fee'>): Centimes {
  return order.goods + order.fee;
}

/** What is still to be paid in cash when the goods change hands. */
export function cashDue(order: Pick<OrderRow, 'goods' | 'fee' | 'payment'>): Centimes {
  return order.payment === 'paidBefore' ? 0 : totalOf(order);
}

export function wayOf(order: OrderRow): Drop | Collection {
  if (order.way === 'shelf') return { kind: 'shelf', shelf: order.shelf ?? '' };
  const { landmark, latitude, longitude } = order;
  return {
    kind: 'delivery',
    commune: order.commune ?? '',
    address: order.address ?? '',
    ...(landmark === null ? {} : { landmark }),
    ...(latitude === null || longitude === null ? {} : { location: { latitude, longitude } }),
    ...(order.voice_note === null ? {} : { voiceNote: order.voice_note }),
    day: order.day ?? '',
    mayCall: order.may_call,
  };
}
