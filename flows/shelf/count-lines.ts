/** What a count means, in sentences: what was sold, with its price, and what has come. */
import type { Shop } from '#trade/catalogue/shop.ts';
import type { CountResult } from '#trade/shelves/requests.ts';
import type { Statement, Surroundings } from '../kit.ts';
import { undoLines } from '../staff/answers.ts';
import type { ShelfContext } from './context.ts';

type Meaning = Pick<CountResult, 'sold' | 'received' | 'total'>;

/** By the books that the keeper was shown. */
export function meaningOf({ stock, counts }: ShelfContext, shop: Shop): Meaning {
  const books = new Map(stock);
  const changes = counts.map(([product, left]) => ({ product, less: (books.get(product) ?? left) - left }));
  const sold = changes
    .filter(({ less }) => less > 0)
    .map(({ product, less }) => {
      return { product, quantity: less, amount: less * (shop.products.get(product)?.price ?? 0) };
    });
  return {
    sold,
    received: changes.filter(({ less }) => less < 0).map(({ product, less }) => ({ product, quantity: -less })),
    total: sold.reduce((total, { amount }) => total + amount, 0),
  };
}

export function meaningLines({ sold, received, total }: Meaning): readonly Statement[] {
  if (sold.length === 0 && received.length === 0) return [{ key: 'shelf.countNothing' }];
  return [
    ...sold.map(({ product, quantity, amount }): Statement => {
      const values = { product: { product }, amount: { amountOf: product, quantity }, price: { money: amount } };
      return { key: 'shelf.countSold', values };
    }),
    ...(sold.length === 0 ? [] : [{ key: 'shelf.countTotal', values: { total: { money: total } } } as const]),
    ...received.map(({ product, quantity }): Statement => {
      return { key: 'shelf.countReceived', values: { product: { product }, amount: { amountOf: product, quantity } } };
    }),
  ];
}

/** By the books of the moment in which it was noted. */
export function countedLines({ answer, now }: { answer: CountResult } & Pick<Surroundings, 'now'>) {
  return [{ key: 'shelf.countNoted' } as const, ...meaningLines(answer), ...undoLines(answer.undoUntil, now)];
}

/** More than this beside the books is more likely a slip of the finger than a delivery. */
const isStrange = (left: number, books: number) => left > 2 * books + 10;

/** Asks in words about each line that counts far more than the books. */
export function strangeLines({ stock, counts }: ShelfContext): readonly Statement[] {
  const books = new Map(stock);
  return counts.flatMap(([product, left]): readonly Statement[] => {
    const before = books.get(product) ?? left;
    if (!isStrange(left, before)) return [];
    const amountOf = (quantity: number) => ({ amountOf: product, quantity });
    const values = { product: { product }, amount: amountOf(left), books: amountOf(before) };
    return [{ key: 'shelf.countStrange', values }];
  });
}

const mostNamed = 5;

/** What was not understood; the whole message where nothing in it was a count. */
export function unclearLines(unclear: readonly string[], text: string): readonly Statement[] {
  const named = unclear.length === 0 ? [text] : unclear.slice(0, mostNamed);
  const words = { list: named.map((typed) => ({ typed })) };
  return [{ key: 'shelf.countUnclear', values: { words } }];
}
