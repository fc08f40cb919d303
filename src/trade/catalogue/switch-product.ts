import { z } from 'zod';
import type { InstantAnswer } from '#trade/answers/answer.ts';
import { id } from '#trade/fields.ts';
import { lockOwnProduct } from './own-products.ts';

const switched = z.object({ product: id, isOff: z.boolean() });

/** Takes a product off the shop or puts it back; its stock is kept. */
export const switchProduct: InstantAnswer<'product.switch'> = {
  input: switched,
  run: async (trx, actor, { product, isOff }) => {
    const own = await lockOwnProduct(trx, actor, product);
    if (own === undefined) return { ok: false, reason: 'notYours' };
    await trx.updateTable('product').set({ is_off: isOff }).where('code', '=', product).execute();
    return { ok: true, answer: { before: { product, isOff: own.is_off }, product } };
  },
  undo: async (trx, _, before) => {
    const { product, isOff } = switched.parse(before);
    await trx.updateTable('product').set({ is_off: isOff }).where('code', '=', product).execute();
  },
};
