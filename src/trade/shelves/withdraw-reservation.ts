import type { Transaction } from '#database/database.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import { askNoMore, tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';

/** The order was cancelled and is locked: what its keeper was asked for, or had put aside, goes back on the shelf. */
export async function withdrawReservation(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  const asked = await trx
    .selectFrom('reservation')
    .select('id')
    .where('order_id', '=', order.id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  const reservation = await trx
    .updateTable('reservation')
    .set({ state: 'withdrawn' })
    .where('order_id', '=', order.id)
    .where('state', 'in', ['asked', 'accepted'])
    .returning(['id', 'shelf'])
    .executeTakeFirst();
  if (reservation === undefined) return;
  const keepers = { role: 'shelf', of: reservation.shelf, contacts: 'all' } as const;
  const about = { kind: 'reservation', id: reservation.id, order: order.number, why: 'cancelled' } as const;
  if (asked) await askNoMore(trx, tools, keepers, about);
  else await tell(trx, tools, keepers, { name: 'reservation.withdrawn', order: order.number });
}
