import { sum } from '#base/money.ts';
import { allergens } from './allergens.ts';
import type { Product, Shop } from './shop.ts';

/** What is wrong with an edition beyond what the database itself refuses; empty when it can be served. */
export function problemsOf(shop: Shop): readonly string[] {
  return [
    ...[...shop.products.values()].flatMap((product) => problemsOfProduct(shop, product)),
    ...namesMissing(shop),
    ...[...shop.cooperatives.values()].flatMap(({ slug, workingDays }) => problemsOfDays(slug, workingDays)),
    ...[...shop.distributors.values()].flatMap(({ slug, days }) => problemsOfDays(slug, days)),
  ];
}

function problemsOfProduct(shop: Shop, product: Product): string[] {
  const unknown = (product.food?.allergens ?? []).filter((name) => !allergens.some((known) => known === name));
  return [
    ...unknown.map((name) => `${product.code}: unknown allergen ${name}`),
    ...(product.parts.length > 0 ? problemsOfBundle(shop, product) : problemsOfMaker(product)),
  ];
}

function problemsOfMaker(product: Product): string[] {
  return product.cooperative === undefined ? [`${product.code}: neither a maker nor parts`] : [];
}

/** A bundle is sold at the sum of its shares, or somebody would pay or lose the difference. */
function problemsOfBundle(shop: Shop, bundle: Product): string[] {
  const total = sum(bundle.parts.map((part) => part.share));
  const nested = bundle.parts.filter((part) => shop.products.get(part.product)?.cooperative === undefined);
  return [
    ...(total === bundle.price ? [] : [`${bundle.code}: shares add up to ${total}, price is ${bundle.price}`]),
    ...(bundle.cooperative === undefined ? [] : [`${bundle.code}: has both parts and a maker`]),
    ...nested.map((part) => `${bundle.code}: part ${part.product} has no maker`),
  ];
}

function namesMissing(shop: Shop): string[] {
  const named = [
    ...shop.categories,
    ...shop.communes.values(),
    ...shop.cooperatives.values(),
    ...[...shop.products.values()].map(({ code, name }) => ({ slug: code, name })),
    ...shop.distributors.values(),
    ...shop.shelves.values(),
  ];
  return named.filter(({ name }) => !name.ar && !name.fr).map(({ slug }) => `${slug}: no name in any language`);
}

function problemsOfDays(slug: string, days: readonly number[]): string[] {
  const wrong = days.filter((day) => !Number.isInteger(day) || day < 1 || day > 7);
  return wrong.map((day) => `${slug}: ${day} is no weekday`);
}
