/** The part of the summary about a shelf: who is paid there, when it is open, what stands there and what is made. */
import { readyBy } from '#trade/orders/days.ts';
import type { PromptSurroundings, Statement, Value } from '../../kit.ts';
import { totalOf, wantedLines } from '../basket-lines.ts';
import { type CustomerContext, isFromShelf } from '../context.ts';
import { cashiers, whyNotSooner } from './checkout.ts';
import { money, statement } from './choices.ts';

export function collection(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  return [
    statement('customer.summaryNoFee'),
    statement('customer.summaryTotalShelf', { total: money(totalOf(context.lines)) }),
    ...place(context, around),
    ...readiness(context, around),
  ];
}

function place({ shelf = '' }: CustomerContext, { shop }: PromptSurroundings): readonly Statement[] {
  const found = shop.shelves.get(shelf);
  if (!found) return [];
  const hours: Value = { words: found.hours };
  return [
    statement(cashiers[found.cashier]),
    statement('customer.shelfPlace', { shelf: { shelf }, place: { words: found.place } }),
    statement('customer.summaryShelfOpen', { hours, access: { words: found.access } }),
  ];
}

/** What the keeper alone answers for, what is made, and which product the day waits for. */
function readiness(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  if (isFromShelf(context)) return [statement('customer.summaryShelfAll')];
  const { lines, standing = [] } = context;
  const isThere = ({ product }: { readonly product: string }) => standing.includes(product);
  const wanted = wantedLines(lines);
  const there = wanted.filter(isThere);
  const made = wanted.filter((line) => !isThere(line));
  const { day, setBy } = readyBy(around.shop, made, around.today);
  return [
    ...(there.length > 0 ? [statement('customer.summaryShelfSome', { products: namesOf(there) })] : []),
    ...(there.length > 0 ? [statement('customer.summaryShelfMade', { products: namesOf(made) })] : []),
    statement('customer.summaryShelfDay', { day: { day } }),
    ...whyNotSooner(setBy, around),
  ];
}

function namesOf(lines: readonly { readonly product: string }[]): Value {
  return { list: lines.map(({ product }): Value => ({ product })) };
}
