import { sql } from 'kysely';
import { z } from 'zod';
import type { InstantAnswer } from '#trade/answers/answer.ts';
import { id } from '#trade/fields.ts';
import { lockOwnProduct } from './own-products.ts';

const left = z.int().min(0).max(9999).nullable();

const stockBefore = z.object({
  product: id,
  kind: z.enum(['onDemand', 'counted', 'out']),
  left: z.int().nullable(),
  given: left,
});

/** Says how many of a product lie ready, or that it is made on demand. */
export const setStock: InstantAnswer<'product.stock'> = {
  input: z.object({ product: id, left }),
  run: async (trx, actor, { product, left: given }) => {
    const own = await lockOwnProduct(trx, actor, product);
    if (own === undefined) return { ok: false, reason: 'notYours' };
    await trx
      .updateTable('product')
      .set({ stock_kind: given === null ? 'onDemand' : 'counted', stock_left: given })
      .where('code', '=', product)
      .execute();
    const before = { product, kind: own.stock_kind, left: own.stock_left, given };
    return { ok: true, answer: { before, product } };
  },
  undo: async (trx, _, before) => {
    const { product, kind, left: stood, given } = stockBefore.parse(before);
    // What orders have taken meanwhile is gone from what stood there before, too.
    const lessTaken = sql<number>`greatest(0, ${stood ?? 0}::integer + stock_left - ${given ?? 0}::integer)`;
    const counted = given === null ? stood : lessTaken;
    await trx
      .updateTable('product')
      .set({ stock_kind: kind, stock_left: kind === 'counted' ? counted : null })
      .where('code', '=', product)
      .execute();
  },
};
