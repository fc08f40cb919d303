/** What a customer browses, in the order in which it is shown. */
import type { Cooperative, Product, Shop } from './shop.ts';

/** The products of a category; those that are out come last. */
export function productsOfCategory(shop: Shop, category: string): readonly Product[] {
  return availableFirst(shop, (product) => product.category === category);
}

/** What a cooperative makes, bundles with a part of its own left out; those that are out come last. */
export function productsOfCooperative(shop: Shop, cooperative: string): readonly Product[] {
  return availableFirst(shop, (product) => product.cooperative === cooperative);
}

/** The cooperatives that make something, each once: of a product its maker, of a bundle the makers of its parts. */
export function makersOf(shop: Shop, product: Product): readonly Cooperative[] {
  const codes = product.parts.length > 0 ? product.parts.map((part) => part.product) : [product.code];
  const slugs = new Set(codes.map((code) => shop.products.get(code)?.cooperative));
  return [...shop.cooperatives.values()].filter((cooperative) => slugs.has(cooperative.slug));
}

function availableFirst(shop: Shop, belongs: (product: Product) => boolean): readonly Product[] {
  const products = [...shop.products.values()].filter(belongs);
  return [...products.filter((product) => !isOut(product)), ...products.filter(isOut)];
}

function isOut({ stock }: Product): boolean {
  return stock.kind === 'out' || (stock.kind === 'counted' && stock.left === 0);
}
