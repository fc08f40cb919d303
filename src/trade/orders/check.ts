import type { Day } from '#base/clock.ts';
import type { Product, Shop } from '#trade/catalogue/shop.ts';
import type { Refusal } from '#trade/requests.ts';
import { isDeliveryDay } from './days.ts';
import { feeFrom } from './fee.ts';
import { madeFor, makers } from './makers.ts';
import type { PlaceOrder } from './order.ts';

export const mostOfOne = 99;

/**
 * Whether an order still says what the shop says: the customer agreed to a summary that may be an edition old. Gives the
 * first reason why not. Stock is not looked at beyond `out`: only the database knows what is left.
 */
export function checkOrder(shop: Shop, order: PlaceOrder, today: Day): Refusal | undefined {
  return checkLines(shop, order) ?? checkWay(shop, order, today);
}

function checkLines(shop: Shop, { lines, way }: PlaceOrder): Refusal | undefined {
  const shelf = way.kind === 'shelf' ? shop.shelves.get(way.shelf) : undefined;
  if (lines.length === 0) return 'basketEmpty';
  for (const line of lines) {
    const product = shop.products.get(line.product);
    if (product === undefined || !canBeMade(shop, product)) return 'productGone';
    if (!Number.isInteger(line.quantity) || line.quantity < 1) return 'basketEmpty';
    if (line.quantity > mostOfOne) return 'outOfStock';
    // What stands on the shelf is sold there whatever its makers have left.
    if (line.fromShelf === true) {
      if (shelf !== undefined && !shelf.stock.has(line.product)) return 'shelfGone';
    } else if (isOut(shop, product)) return 'outOfStock';
    if (line.price !== product.price) return 'priceChanged';
  }
  return undefined;
}

function isOut(shop: Shop, product: Product): boolean {
  return [product, ...madeFor(shop, product.code)].some(({ stock }) => stock.kind === 'out');
}

function canBeMade(shop: Shop, product: Product): boolean {
  const made = madeFor(shop, product.code);
  const whole = product.parts.length === 0 || made.length === product.parts.length;
  return (
    whole &&
    made.every(({ cooperative }) => cooperative !== undefined && shop.cooperatives.get(cooperative) !== undefined)
  );
}

function checkWay(shop: Shop, order: PlaceOrder, today: Day): Refusal | undefined {
  const { way } = order;
  if (way.kind === 'shelf') {
    if (!shop.shelves.has(way.shelf)) return 'placeNotServed';
    return order.fee === 0 ? undefined : 'priceChanged';
  }
  const codes = order.lines.map((line) => line.product);
  const fee = feeFrom(shop, makers(shop, codes), way.commune);
  const served = [...shop.distributors.values()].some(({ communes }) => communes.includes(way.commune));
  if (fee === undefined || !served) return 'placeNotServed';
  if (!isDeliveryDay(shop, codes, way.commune, today, way.day)) return 'dayGone';
  return fee > order.fee ? 'priceChanged' : undefined;
}
