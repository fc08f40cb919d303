/** What becomes of the basket's lines; every function gives new lines and leaves the old ones alone. */
import { type Centimes, sum } from '#base/money.ts';
import type { Product, Shelf, Shop, Stock } from '#trade/catalogue/shop.ts';
import type { Statement } from '../kit.ts';
import type { CustomerContext, Line } from './context.ts';

/** More of one product than this is an order for a volunteer to talk about. */
export const mostUnits = 99;
/** A basket of this many lines still fits a session and a message. */
export const mostLines = 20;

/** How many units of a product can be had today: from those who make it, or from one of these shelves. */
export function unitsLeft(shop: Shop, product: Product, shelves: Iterable<Shelf> = shop.shelves.values()): number {
  const standing = Array.from(shelves, ({ stock }) => Math.min(stock.get(product.code) ?? 0, mostUnits));
  return Math.max(unitsMade(shop, product), ...standing);
}

/** The shelves from which this order may take: the chosen one; none where it is brought; any while that is open. */
export function shelvesFor({ way, shelf }: CustomerContext, { shelves }: Shop): readonly Shelf[] {
  if (way === 'delivery') return [];
  const chosen = way === 'shelf' && shelf !== undefined ? shelves.get(shelf) : undefined;
  return chosen ? [chosen] : [...shelves.values()];
}

/** The lines that cannot be had where this order goes, though a shelf has them. */
export function linesElsewhere(context: CustomerContext, shop: Shop): readonly Line[] {
  const shelves = shelvesFor(context, shop);
  return context.lines.filter(([code, quantity]) => {
    const product = shop.products.get(code);
    return product !== undefined && unitsLeft(shop, product, shelves) < quantity;
  });
}

/** How many units its makers can give; for a bundle, as many as its scarcest part allows. */
export function unitsMade(shop: Shop, product: Product): number {
  const own = leftOf(product.stock);
  return product.parts.reduce(
    (least, part) => {
      const made = shop.products.get(part.product);
      return Math.min(least, made ? Math.floor(leftOf(made.stock) / part.quantity) : 0);
    },
    Math.min(own, mostUnits),
  );
}

function leftOf(stock: Stock): number {
  switch (stock.kind) {
    case 'out':
      return 0;
    case 'counted':
      return stock.left;
    case 'onDemand':
      return Number.POSITIVE_INFINITY;
  }
}

/** `miel-thym/3` as its two parts; undefined when the quantity is not a whole number from 1. */
export function parseAmount(value: string): { code: string; quantity: number } | undefined {
  const slash = value.lastIndexOf('/');
  const quantity = wholeNumber(value.slice(slash + 1));
  return slash > 0 && quantity !== undefined ? { code: value.slice(0, slash), quantity } : undefined;
}

export function wholeNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

export function quantityOf(lines: readonly Line[], code: string): number {
  return lines.find(([product]) => product === code)?.[1] ?? 0;
}

/** The line keeps the price it was shown at; a change since then is told when the basket is looked at. */
export function withQuantity(lines: readonly Line[], product: Product, quantity: number): readonly Line[] {
  if (quantity <= 0) return lines.filter(([code]) => code !== product.code);
  if (quantityOf(lines, product.code) === 0) return [...lines, [product.code, quantity, product.price]];
  return lines.map((line): Line => (line[0] === product.code ? [line[0], quantity, line[2]] : line));
}

export function totalOf(lines: readonly Line[]): Centimes {
  return sum(lines.map(([, quantity, price]) => quantity * price));
}

/** The lines as the trade speaks of them. */
export function wantedLines(lines: readonly Line[]): readonly { product: string; quantity: number; price: Centimes }[] {
  return lines.map(([product, quantity, price]) => ({ product, quantity, price }));
}

export function codesOf(lines: readonly Line[]): readonly string[] {
  return lines.map(([code]) => code);
}

/** The lines as the edition in force allows them, and what must be said of each change. */
export function recheck(lines: readonly Line[], shop: Shop): { lines: readonly Line[]; changes: readonly Statement[] } {
  const changes: Statement[] = [];
  const kept = lines.flatMap((line): readonly Line[] => {
    const [code, quantity, price] = line;
    const product = shop.products.get(code);
    const left = product === undefined ? 0 : unitsLeft(shop, product);
    if (product === undefined || left === 0) {
      changes.push(product === undefined ? { key: 'customer.lineGone' } : lineOut(code));
      return [];
    }
    if (left < quantity)
      changes.push({
        key: 'customer.lineLess',
        values: { product: { product: code }, amount: { amountOf: code, quantity: left } },
      });
    if (product.price !== price) {
      const money = { old: { money: price }, price: { money: product.price } };
      changes.push({ key: 'customer.linePrice', values: { product: { product: code }, ...money } });
    }
    return left < quantity || product.price !== price ? [[code, Math.min(left, quantity), product.price]] : [line];
  });
  return changes.length === 0 ? { lines, changes } : { lines: kept, changes };
}

function lineOut(code: string): Statement {
  return { key: 'customer.lineOut', values: { product: { product: code } } };
}
