/** What an evening count means: pure. */
import { type Centimes, sum } from '#base/money.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { split } from '#trade/orders/split.ts';
import type { CountResult } from './requests.ts';

/** A product with what stood there and what should have, by the books of that moment. */
export interface Counted {
  readonly product: string;
  readonly left: number;
  readonly before: number;
}

/** What a shelf's books say of one product. */
export interface Books {
  readonly units: number;
  /** Known to the books and not found by the keeper. */
  readonly missing: number;
}

export interface CounterShare {
  readonly cooperative: string;
  readonly lines: readonly { readonly product: string; readonly quantity: number }[];
  readonly amount: Centimes;
}

/** What is missing was sold over the counter, what is more has come in. */
export function meaningOf(shop: Shop, counted: readonly Counted[]): Pick<CountResult, 'sold' | 'received' | 'total'> {
  const sold = soldLines(shop, counted).map(({ product, quantity, price }) => ({
    ...{ product, quantity, amount: quantity * price },
  }));
  const received = counted
    .filter(({ left, before }) => left > before)
    .map(({ product, left, before }) => ({ product, quantity: left - before }));
  return { sold, received, total: sum(sold.map(({ amount }) => amount)) };
}

/** What each cooperative is owed of what was sold, bundles by their shares. */
export function sharesOf(shop: Shop, counted: readonly Counted[]): readonly CounterShare[] {
  return split(shop, soldLines(shop, counted)).map(({ cooperative, lines, amount }) => {
    const quantities = new Map<string, number>();
    for (const { product, quantity } of lines) quantities.set(product, (quantities.get(product) ?? 0) + quantity);
    return { cooperative, amount, lines: [...quantities].map(([product, quantity]) => ({ product, quantity })) };
  });
}

/**
 * The books after the count, whatever orders took off or gave back since it was made. Should they have taken more than
 * the keeper then found, the books owe these units to the shelf until they come back. Where more is missing than the
 * count knew of, the keeper has said twice that it is not there: it stays missing.
 */
export function stockAfter({ left, before }: Counted, known: number, { units, missing }: Books): Books {
  const standing = units + missing + left - before;
  const unfound = missing > Math.max(0, known) ? Math.max(0, units + missing - before) : 0;
  const free = Math.max(0, standing - unfound);
  return { units: free, missing: standing - free };
}

function soldLines(shop: Shop, counted: readonly Counted[]) {
  return counted
    .filter(({ left, before }) => left < before)
    .map(({ product, left, before }) => {
      const price = shop.products.get(product)?.price ?? 0;
      return { product, quantity: before - left, price };
    });
}
