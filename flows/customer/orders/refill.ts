/** An earlier order laid into the basket at today's prices; every difference has its sentence, nothing is substituted. */
import type { Product, Shop } from '#trade/catalogue/shop.ts';
import { makers } from '#trade/orders/makers.ts';
import type { OrderAgain, OrderLine } from '#trade/orders/order.ts';
import type { Statement, Surroundings, Value } from '../../kit.ts';
import { mostLines, quantityOf, unitsLeft } from '../basket-lines.ts';
import type { Line } from '../context.ts';

export interface Refilled {
  readonly lines: readonly Line[];
  readonly said: readonly Statement[];
}

/** What lies in the basket already stays as it is, also where the order held the same product. */
export function refill(
  basket: readonly Line[],
  again: OrderAgain,
  { shop, today }: Pick<Surroundings, 'shop' | 'today'>,
): Refilled {
  const wanted = again.lines.filter(({ product }) => quantityOf(basket, product) === 0);
  const looked = wanted.map((line) => lookedAt(line, shop));
  const found = looked.flatMap(({ line }) => (line ? [line] : []));
  const room = Math.max(mostLines - basket.length, 0);
  const added = found.slice(0, room);
  const gone = wanted.filter(({ product }) => !shop.products.has(product)).length;
  return {
    lines: [...basket, ...added],
    said: [
      added.length > 0
        ? { key: 'orders.againFilled', values: { order: { code: again.order } } }
        : { key: 'orders.againNothing', values: { order: { code: again.order } } },
      ...(gone > 0 ? [{ key: 'orders.againGone', values: { count: gone } } as const] : []),
      ...looked.flatMap(({ said }) => said),
      ...awayLines(added, shop, today),
      ...(basket.length > 0 ? [{ key: 'orders.againKept' } as const] : []),
      ...(found.length > room ? [noRoom(found.slice(room))] : []),
    ],
  };
}

/** The line as it can be had today, and what is no longer as it was. */
function lookedAt({ product: code, quantity, price }: OrderLine, shop: Shop): { line?: Line; said: Statement[] } {
  const product = shop.products.get(code);
  if (product === undefined) return { said: [] };
  const values = { product: { product: code } };
  const left = unitsLeft(shop, product);
  if (left === 0) return { said: [{ key: 'orders.againOut', values }] };
  const amount: Value = { amountOf: code, quantity: left };
  const old = { old: { money: price }, price: { money: product.price } };
  return {
    line: [code, Math.min(quantity, left), product.price],
    said: [
      ...(left < quantity ? [{ key: 'orders.againLess', values: { ...values, amount } } as const] : []),
      ...(product.price !== price ? [{ key: 'orders.againPrice', values: { ...values, ...old } } as const] : []),
    ],
  };
}

function awayLines(lines: readonly Line[], shop: Shop, today: string): readonly Statement[] {
  const slugs = makers(
    shop,
    lines.map(([code]: Line): Product['code'] => code),
  );
  return slugs.flatMap((slug): readonly Statement[] => {
    const day = shop.cooperatives.get(slug)?.awayUntil;
    if (day === undefined || day < today) return [];
    return [{ key: 'orders.againAway', values: { cooperative: { cooperative: slug }, day: { day } } }];
  });
}

function noRoom(lines: readonly Line[]): Statement {
  return { key: 'orders.againNoRoom', values: { products: { list: lines.map(([product]) => ({ product })) } } };
}
