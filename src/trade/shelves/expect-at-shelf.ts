import type { Transaction } from '#database/database.ts';
import type { OrderRow, PartRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';

/** An order that its cooperatives make is to come to a shelf: its keeper is told what. */
export async function expectAtShelf(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  live: readonly PartRow[],
): Promise<void> {
  const { shelf } = order;
  if (shelf === null) return;
  const now = tools.clock.now();
  await trx
    .insertInto('shelf_part')
    .values(live.map(({ id }) => ({ part_id: id, order_id: order.id, shelf, expected_at: now })))
    .execute();
  const cooperatives = live.map(({ cooperative }) => cooperative);
  await tell(trx, tools, { role: 'shelf', of: shelf }, { name: 'shelf.expected', order: order.number, cooperatives });
}
