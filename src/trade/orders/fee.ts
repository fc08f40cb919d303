import type { Centimes } from '#base/money.ts';
import { sum } from '#base/money.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { makers } from './makers.ts';

/**
 * What bringing these products to a commune costs the customer, all of it the distributor's; `undefined` for a commune
 * that the shop does not know.
 */
export function deliveryFee(shop: Shop, codes: readonly string[], commune: string): Centimes | undefined {
  return feeFrom(shop, makers(shop, codes), commune);
}

/**
 * The commune's own fee, and the pick-up fee of each pick-up commune after the first. Which one counts as the first is
 * not left to the order of the basket: it is the dearest, so that the customer pays the least.
 */
export function feeFrom(shop: Shop, cooperatives: readonly string[], commune: string): Centimes | undefined {
  const drop = shop.communes.get(commune);
  if (drop === undefined) return undefined;
  const pickups = new Set(cooperatives.flatMap((slug) => shop.cooperatives.get(slug)?.commune ?? []));
  const fees = [...pickups].map((slug) => shop.communes.get(slug)?.pickupFee ?? 0).sort((a, b) => b - a);
  return drop.deliveryFee + sum(fees.slice(1));
}
