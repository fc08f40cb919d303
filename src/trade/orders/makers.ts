import type { Product, Shop } from '#trade/catalogue/shop.ts';

/** What must be made for one unit of a product: the product itself, or the parts of a bundle. */
export function madeFor(shop: Shop, code: string): readonly Product[] {
  const product = shop.products.get(code);
  if (product === undefined) return [];
  if (product.parts.length === 0) return [product];
  return product.parts.flatMap((part) => shop.products.get(part.product) ?? []);
}

/** The cooperatives that make these products, each once, in the order in which they first appear. */
export function makers(shop: Shop, codes: readonly string[]): readonly string[] {
  const found = codes.flatMap((code) => madeFor(shop, code).flatMap((product) => product.cooperative ?? []));
  return [...new Set(found)];
}
