import type { Transaction } from '#database/database.ts';
import { startClock } from '#trade/answers/clock.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import { ask } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';

/** An order takes goods that stand on a shelf: its keeper is asked, once for all of them, to put them aside. */
export async function askKeeper(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  if (order.shelf === null) return;
  const standing = await trx
    .selectFrom('order_part')
    .select('id')
    .where('order_id', '=', order.id)
    .where('source', '=', 'shelf')
    .limit(1)
    .executeTakeFirst();
  if (standing === undefined) return;
  const asked = await trx
    .insertInto('reservation')
    .values({
      ...{ id: tools.ids.next(), order_id: order.id, shelf: order.shelf, state: 'asked' },
      asked_at: tools.clock.now(),
    })
    .onConflict((conflict) => conflict.column('order_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (asked === undefined) return;
  const about = { kind: 'reservation', id: asked.id, order: order.number } as const;
  await ask(trx, tools, { role: 'shelf', of: order.shelf }, about);
  await startClock(trx, tools, 'reservation', asked.id);
}
