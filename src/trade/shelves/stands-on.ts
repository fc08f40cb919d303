/** Which lines of a basket can be taken from what stands on a shelf: pure, for conversations and tests. */
import type { Shelf, Shop } from '#trade/catalogue/shop.ts';

interface Wanted {
  readonly product: string;
  readonly quantity: number;
}

/** Whether the shelf has all that one line wants, as far as this edition of the shop knows. */
export function standsOn(shelf: Shelf, { product, quantity }: Wanted): boolean {
  return (shelf.stock.get(product) ?? 0) >= quantity;
}

/** The lines that stand on a shelf whole; a line is never taken half from there and half from its maker. */
export function fromShelf<Line extends Wanted>(shop: Shop, shelf: string, lines: readonly Line[]): readonly Line[] {
  const chosen = shop.shelves.get(shelf);
  return chosen === undefined ? [] : lines.filter((line) => standsOn(chosen, line));
}
