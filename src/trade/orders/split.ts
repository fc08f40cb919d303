import { type Centimes, share, sum } from '#base/money.ts';
import type { Product, Shop } from '#trade/catalogue/shop.ts';
import type { OrderLine, PartSource } from './order.ts';

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
  readonly source: PartSource;
  readonly lines: readonly MadeLine[];
  readonly amount: Centimes;
}

/** A line as it was ordered; `fromShelf` where it stands on the shelf already. */
export type OrderedLine = OrderLine & { readonly fromShelf?: true };

/**
 * Splits an order into shares by cooperative and by who is asked, in the order in which they first appear. The amounts
 * add up to what the customer pays for the goods, to the centime.
 */
export function split(shop: Shop, lines: readonly OrderedLine[]): readonly Share[] {
  const gathered = new Map<string, { cooperative: string; source: PartSource; lines: MadeLine[] }>();
  for (const line of lines) {
    const source: PartSource = line.fromShelf === true ? 'shelf' : 'cooperative';
    for (const made of takeApart(shop, line)) {
      const cooperative = shop.products.get(made.product)?.cooperative;
      if (cooperative === undefined) throw new Error(`nobody makes ${made.product}`);
      const key = `${source}:${cooperative}`;
      const share = gathered.get(key) ?? { cooperative, source, lines: [] };
      share.lines.push(made);
      gathered.set(key, share);
    }
  }
  return [...gathered.values()].map((share) => ({ ...share, amount: amountOf(share.lines) }));
}

/** What lines cost together. */
export function amountOf(lines: readonly OrderLine[]): Centimes {
  return sum(lines.map((line) => line.quantity * line.price));
}

function takeApart(shop: Shop, { fromShelf: _, ...line }: OrderedLine): readonly MadeLine[] {
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
