/** A product in a cooperative's own words: how it stands, and what customers see of it. */
import type { PromptChoice, Statement } from '../kit.ts';
import type { ListedProduct } from './context.ts';

/** How it stands, as the detail of a row. */
export function stateDetail([, isOff, left]: ListedProduct): Statement {
  if (isOff) return { key: 'cooperative.detailHidden' };
  if (left === null) return { key: 'cooperative.detailOnDemand' };
  return { key: left === 0 ? 'cooperative.detailNone' : 'cooperative.detailLeft', values: { count: left } };
}

/** What customers see now, after a change. */
export function changedLine([product, isOff, left]: ListedProduct): Statement {
  const name = { product: { product } };
  if (isOff) return { key: 'cooperative.nowHidden', values: name };
  if (left === null) return { key: 'cooperative.nowOnDemand', values: name };
  return { key: left === 0 ? 'cooperative.nowNone' : 'cooperative.nowLeft', values: { ...name, count: left } };
}

/** How it stands, as the head of its own page. */
export function productHead([product, isOff, left]: ListedProduct): Statement {
  const name = { product: { product } };
  if (isOff) return { key: 'cooperative.isHidden', values: name };
  if (left === null) return { key: 'cooperative.isOnDemand', values: name };
  return { key: left === 0 ? 'cooperative.isNone' : 'cooperative.isLeft', values: { ...name, count: left } };
}

export function productRow(row: ListedProduct): PromptChoice {
  const [product] = row;
  const label = { key: 'cooperative.labelProduct', values: { product: { product } } } as const;
  return { event: `product:${product}`, label, detail: stateDetail(row) };
}
