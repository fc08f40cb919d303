import type { Transaction } from '#database/database.ts';
import type { OrderRow, PartRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import { before, partSteps } from '#trade/orders/transitions.ts';
import type { TradeTools } from '#trade/tools.ts';
import { complete } from './complete.ts';

/**
 * Everybody has answered for an order to be collected at a shelf: what its keeper has put aside is there, and of the rest
 * the keeper is told what is to come. With nothing to come the customer may.
 */
export async function expectAtShelf(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  live: readonly PartRow[],
): Promise<void> {
  const { shelf } = order;
  if (shelf === null) return;
  await arriveAtOnce(
    trx,
    live.filter(({ source }) => source === 'shelf'),
  );
  const made = live.filter(({ source }) => source === 'cooperative');
  if (made.length === 0) {
    await complete(trx, tools, order, shelf);
    return;
  }
  const now = tools.clock.now();
  await trx
    .insertInto('shelf_part')
    .values(made.map(({ id }) => ({ part_id: id, order_id: order.id, shelf, expected_at: now })))
    .execute();
  const cooperatives = made.map(({ cooperative }) => cooperative);
  await tell(trx, tools, { role: 'shelf', of: shelf }, { name: 'shelf.expected', order: order.number, cooperatives });
}

async function arriveAtOnce(trx: Transaction, standing: readonly PartRow[]): Promise<void> {
  if (standing.length === 0) return;
  const ids = standing.map(({ id }) => id);
  await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'arrived' as const, version: row('version', '+', 1) }))
    .where('id', 'in', ids)
    .where('state', 'in', before(partSteps, 'arrived'))
    .execute();
}
