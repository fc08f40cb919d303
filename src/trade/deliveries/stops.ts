import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import type { PartState } from '#trade/orders/order.ts';
import type { Stop } from './delivery.ts';

/** Where the goods of these orders are fetched, with the codes that are open. */
export async function stopsOf(
  db: Kysely<Tables>,
  orders: readonly string[],
): Promise<readonly { readonly orderId: string; readonly stop: Stop }[]> {
  const rows = await db
    .selectFrom('order_part')
    .leftJoin('handover', (join) =>
      join.onRef('handover.part_id', '=', 'order_part.id').on('handover.state', '=', 'open'),
    )
    .select(['order_part.order_id', 'order_part.cooperative', 'order_part.state', 'handover.code'])
    .where('order_part.order_id', 'in', orders)
    .where('order_part.state', 'not in', ['refused', 'withdrawn'])
    .orderBy('order_part.position')
    .execute();
  return rows.map(({ order_id: orderId, cooperative, state, code }) => ({
    orderId,
    stop: { cooperative, state: stopState(state), ...(code === null ? {} : { code }) },
  }));
}

function stopState(state: PartState): Stop['state'] {
  if (state === 'pickedUp' || state === 'handedOver' || state === 'returned') return 'pickedUp';
  return state === 'ready' ? 'ready' : 'notReady';
}
