import { z } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { WaitingAnswer } from '#trade/answers/answer.ts';
import { id } from '#trade/fields.ts';
import { soldOverTheCounter } from '#trade/ledger/ledger.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type Counted, meaningOf, sharesOf, stockAfter } from './count.ts';

const line = z.object({ product: id, left: z.int().min(0).max(9999), before: z.int().exactOptional() });

/**
 * The keeper has counted what stands free on the shelf. What the count means is settled by the books of the moment at
 * which it was made: what orders take off or give back until it takes effect is neither sold nor received.
 */
export const countShelf: WaitingAnswer<'shelf.count'> = {
  input: z.object({
    counts: z
      .array(line)
      .min(1)
      .max(200)
      .refine((lines) => new Set(lines.map(({ product }) => product)).size === lines.length, {
        error: 'each product is counted once',
      }),
  }),
  about: (_, { of }) => `count:${of}`,
  check: async (trx, { role, of }, { counts }, tools) => {
    if (role !== 'shelf') return { ok: false, reason: 'notYours' };
    const books = await booksOf(trx, of, counts);
    const counted = counts.flatMap(({ product, left }) => {
      const before = books.get(product);
      return before === undefined ? [] : [{ product, left, before: before.units + before.missing }];
    });
    if (counted.length < counts.length || !areSold(tools, counted)) return { ok: false, reason: 'productGone' };
    return { ok: true, answer: { order: '', ...meaningOf(tools.shop(), counted) } };
  },
  keep: ({ counts }, { sold, received }) => {
    const gone = new Map(sold.map(({ product, quantity }) => [product, quantity]));
    const come = new Map(received.map(({ product, quantity }) => [product, quantity]));
    const before = (product: string, left: number) => left + (gone.get(product) ?? 0) - (come.get(product) ?? 0);
    return { counts: counts.map(({ product, left }) => ({ product, left, before: before(product, left) })) };
  },
  run: async (trx, { chat, of }, { counts }, tools) => {
    const books = await booksOf(trx, of, counts);
    const counted: Counted[] = [];
    for (const { product, left, before } of counts) {
      const now = books.get(product);
      if (now === undefined) return { ok: false, reason: 'productGone' };
      counted.push({ product, left, before: before ?? now.units + now.missing });
    }
    if (!areSold(tools, counted)) return { ok: false, reason: 'productGone' };
    for (const one of counted) {
      await trx
        .updateTable('shelf_stock')
        .set(stockAfter(one, books.get(one.product) ?? { units: 0, missing: 0 }))
        .where('shelf', '=', of)
        .where('product', '=', one.product)
        .execute();
    }
    await keepAndTell(trx, tools, { chat, shelf: of, counted });
    return { ok: true, answer: {} };
  },
};

/** What the books say of these products, locked in the order in which orders take them. */
async function booksOf(trx: Transaction, shelf: string, lines: readonly { readonly product: string }[]) {
  const rows = await trx
    .selectFrom('shelf_stock')
    .select(['product', 'units', 'missing'])
    .where('shelf', '=', shelf)
    .where(
      'product',
      'in',
      lines.map(({ product }) => product),
    )
    .orderBy('product')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.product, row]));
}

function areSold(tools: TradeTools, counted: readonly Counted[]): boolean {
  return counted.every(({ product }) => tools.shop().products.has(product));
}

interface Count {
  readonly chat: string;
  readonly shelf: string;
  readonly counted: readonly Counted[];
}

/** What was sold is booked at once, and each of its makers hears of it. */
async function keepAndTell(trx: Transaction, tools: TradeTools, { chat, shelf, counted }: Count): Promise<void> {
  const count = tools.ids.next();
  await trx
    .insertInto('shelf_count')
    .values({ id: count, shelf, chat, lines: JSON.stringify(counted), counted_at: tools.clock.now() })
    .execute();
  const shares = sharesOf(tools.shop(), counted);
  await soldOverTheCounter(trx, { count, shelf, parts: shares });
  for (const { cooperative, lines, amount } of shares) {
    const to = { role: 'cooperative', of: cooperative } as const;
    await tell(trx, tools, to, { name: 'shelf.sold', shelf, lines, amount });
  }
}
