import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { WaitingAnswer } from '#trade/answers/answer.ts';
import { id } from '#trade/fields.ts';
import { soldOverTheCounter } from '#trade/ledger/ledger.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type Books, type Counted, meaningOf, sharesOf, stockAfter } from './count.ts';
import type { StockLine } from './requests.ts';

const line = z.object({
  product: id,
  left: z.int().min(0).max(9999),
  before: z.int().exactOptional(),
  missing: z.int().exactOptional(),
});

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
    const books = await booksOf(trx, of);
    if (counts.some(({ product }) => !books.has(product))) return { ok: false, reason: 'productGone' };
    const counted = [...counts, ...notFound(books, counts)].map(({ product, left }) => {
      const { units, missing } = books.get(product) ?? nothing;
      return { product, left, before: units + missing, missing };
    });
    if (!areSold(tools, counted)) return { ok: false, reason: 'productGone' };
    return { ok: true, answer: { order: '', ...meaningOf(tools.shop(), counted) }, kept: { counts: counted } };
  },
  run: async (trx, { chat, of }, { counts }, tools) => {
    const books = await booksOf(trx, of);
    if (counts.some(({ product }) => !books.has(product))) return { ok: false, reason: 'productGone' };
    const counted = counts.map(({ product, left, before, missing }) => {
      const now = books.get(product) ?? nothing;
      return { product, left, before: before ?? now.units + now.missing, missing: missing ?? now.missing };
    });
    if (!areSold(tools, counted)) return { ok: false, reason: 'productGone' };
    for (const { missing, ...one } of counted) {
      await trx
        .updateTable('shelf_stock')
        .set(stockAfter(one, missing, books.get(one.product) ?? nothing))
        .where('shelf', '=', of)
        .where('product', '=', one.product)
        .execute();
    }
    await keepAndTell(trx, tools, { chat, shelf: of, counted });
    return { ok: true, answer: {} };
  },
};

const nothing: Books = { units: 0, missing: 0 };

/** What the books say of a shelf, locked in the order in which orders take from it. */
async function booksOf(trx: Transaction, shelf: string): Promise<ReadonlyMap<string, Books>> {
  const rows = await trx
    .selectFrom('shelf_stock')
    .select(['product', 'units', 'missing'])
    .where('shelf', '=', shelf)
    .orderBy(sql`product collate "C"`)
    .forUpdate()
    .execute();
  return new Map(rows.map(({ product, units, missing }) => [product, { units, missing }]));
}

/** What the keeper had not found before and does not count now is gone: otherwise it would never be owed to anybody. */
function notFound(books: ReadonlyMap<string, Books>, counts: readonly StockLine[]): readonly StockLine[] {
  const named = new Set(counts.map(({ product }) => product));
  return [...books]
    .filter(([product, { units, missing }]) => !named.has(product) && units === 0 && missing > 0)
    .map(([product]) => ({ product, left: 0 }));
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
