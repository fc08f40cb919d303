import { type Centimes, share, sum } from '#base/money.ts';
import type { Product, Shop } from '#trade/catalogue/shop.ts';
import type { OrderLine } from './order.ts';

/** What a cooperative is asked to make; bundles are taken apart. */
export interface MadeLine extends OrderLine {
  /** The bundle it belongs to. */
  readonly bundle?: string;
  /** Of one unit, packed, in grams. */
  readonly weight: number;
  readonly size: Product['size'];
}

export interface Share {
  readonly cooperative: string;
  readonly lines: readonly MadeLine[];
  readonly amount: Centimes;
}

/**
 * Splits an order into one share per cooperative, in the order in which they first appear. The amounts add up to what
 * the customer pays for the goods, to the centime.
 */
export function split(shop: Shop, lines: readonly OrderLine[]): readonly Share[] {
  const byCooperative = new Map<string, MadeLine[]>();
  for (const line of lines) {
    for (const made of takeApart(shop, line)) {
      const cooperative = shop.products.get(made.product)?.cooperative;
      if (cooperative === undefined) throw new Error(`nobody makes ${made.product}`);
      const gathered = byCooperative.get(cooperative) ?? [];
      gathered.push(made);
      byCooperative.set(cooperative, gathered);
    }
  }
  return [...byCooperative].map(([cooperative, made]) => ({ cooperative, lines: made, amount: amountOf(made) }));
}

/** What lines cost together. */
export function amountOf(lines: readonly OrderLine[]): Centimes {
  return sum(lines.map((line) => line.quantity * line.price));
}

function takeApart(shop: Shop, line: OrderLine): readonly MadeLine[] {
  const product = shop.products.get(line.product);
  if (product === undefined) throw new Error(`the shop has no ${line.product}`);
  if (product.parts.length === 0) return [{ ...line, weight: product.weight, size: product.size }];
  const shares = share(
    line.price,
    product.parts.map((part) => part.share),
  );
  return product.parts.flatMap((part, index) => {
    const made = shop.products.get(part.product);
    if (made === undefined) throw new Error(`the shop has no ${part.product}`);
    return evenPrices(shares[index] ?? 0, part.quantity).map(({ quantity, price }) => ({
      product: part.product,
      quantity: quantity * line.quantity,
      price,
      bundle: line.product,
      weight: made.weight,
      size: made.size,
    }));
  });
}

/** Three jars for 25 DH have no price of their own in whole centimes: one is 8,34 DH and two are 8,33 DH. */
function evenPrices(total: Centimes, quantity: number): readonly { quantity: number; price: Centimes }[] {
  const low = Math.floor(total / quantity);
  const high = total - low * quantity;
  return [
    { quantity: high, price: low + 1 },
    { quantity: quantity - high, price: low },
  ].filter((line) => line.quantity > 0);
}
