import type { Transaction } from '#database/database.ts';
import { openHandover } from '#trade/orders/hand-over.ts';
import { cashDue, lockOrder, type OrderRow } from '#trade/orders/order-row.ts';
import { tell } from '#trade/orders/tell.ts';
import { before, partSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';

/** A part has come to the shelf; with the last one the customer may come, and is told the code. */
export async function noteArrival(
  trx: Transaction,
  actor: Actor,
  input: { part: string },
  tools: TradeTools,
): Promise<Outcome<{ order: string; complete: boolean }>> {
  const expected = await trx
    .selectFrom('shelf_part')
    .select(['order_id', 'shelf'])
    .where('part_id', '=', input.part)
    .executeTakeFirst();
  if (actor.role !== 'shelf' || expected?.shelf !== actor.of) return { ok: false, reason: 'notYours' };
  const order = await lockOrder(trx, expected.order_id);
  const { numUpdatedRows } = await trx
    .updateTable('shelf_part')
    .set({ arrived_at: tools.clock.now() })
    .where('part_id', '=', input.part)
    .where('arrived_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return { ok: false, reason: 'alreadyAnswered' };
  await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'arrived' as const, version: row('version', '+', 1) }))
    .where('id', '=', input.part)
    .where('state', 'in', before(partSteps, 'arrived'))
    .execute();
  const missing = await trx
    .selectFrom('shelf_part')
    .select('part_id')
    .where('order_id', '=', order.id)
    .where('arrived_at', 'is', null)
    .executeTakeFirst();
  if (missing === undefined) await complete(trx, tools, order, actor.of);
  return { ok: true, answer: { order: order.number, complete: missing === undefined } };
}

async function complete(trx: Transaction, tools: TradeTools, order: OrderRow, shelf: string): Promise<void> {
  const code = await openHandover(trx, tools, {
    order_id: order.id,
    part_id: null,
    kind: 'collection',
    giver_role: 'shelf',
    giver: shelf,
    distributor: null,
  });
  const cash = cashDue(order);
  await tell(trx, tools, { person: order.person }, { name: 'shelf.ready', order: order.number, shelf, code, cash });
  const keeper = { role: 'shelf', of: shelf } as const;
  await tell(trx, tools, keeper, { name: 'shelf.complete', order: order.number, receiver: order.receiver_name, cash });
}
