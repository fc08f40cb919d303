import { z } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { WaitingAnswer } from '#trade/answers/answer.ts';
import { id } from '#trade/fields.ts';
import { lockOrder } from '#trade/orders/order-row.ts';
import { before, partSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import { complete } from './complete.ts';

/** A part has come to the shelf; with the last one the customer may come, and is told the code. */
export const noteArrival: WaitingAnswer<'arrival.note'> = {
  input: z.object({ part: id }),
  about: ({ part }) => aboutArrival(part),
  check: async (trx, actor, { part }) => {
    const expected = await ownPart(trx, actor, part);
    if (!expected.ok) return expected;
    const { arrived_at, number: order } = expected.answer;
    return arrived_at === null ? { ok: true, answer: { order } } : { ok: false, reason: 'alreadyAnswered' };
  },
  run: async (trx, actor, { part }, tools) => {
    const expected = await ownPart(trx, actor, part);
    if (!expected.ok) return expected;
    const order = await lockOrder(trx, expected.answer.order_id);
    const { numUpdatedRows } = await trx
      .updateTable('shelf_part')
      .set({ arrived_at: tools.clock.now() })
      .where('part_id', '=', part)
      .where('arrived_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return { ok: false, reason: 'alreadyAnswered' };
    await trx
      .updateTable('order_part')
      .set((row) => ({ state: 'arrived' as const, version: row('version', '+', 1) }))
      .where('id', '=', part)
      .where('state', 'in', before(partSteps, 'arrived'))
      .execute();
    const missing = await trx
      .selectFrom('shelf_part')
      .select('part_id')
      .where('order_id', '=', order.id)
      .where('arrived_at', 'is', null)
      .executeTakeFirst();
    if (missing === undefined) await complete(trx, tools, order, actor.of);
    return { ok: true, answer: {} };
  },
};

export function aboutArrival(part: string): string {
  return `arrival:${part}`;
}

async function ownPart(trx: Transaction, actor: Actor, part: string) {
  const expected = await trx
    .selectFrom('shelf_part')
    .innerJoin('orders', 'orders.id', 'shelf_part.order_id')
    .select(['shelf_part.order_id', 'shelf_part.shelf', 'shelf_part.arrived_at', 'orders.number'])
    .where('shelf_part.part_id', '=', part)
    .executeTakeFirst();
  const isOwn = expected !== undefined && actor.role === 'shelf' && expected.shelf === actor.of;
  return (isOwn ? { ok: true, answer: expected } : { ok: false, reason: 'notYours' }) satisfies Outcome<unknown>;
}
