import { addDays, type Day, weekdayOf } from '#base/clock.ts';
import type { Cooperative, Distributor, Product, Shop } from '#trade/catalogue/shop.ts';
import { madeFor } from './makers.ts';

export interface DeliveryDays {
  /** The first days on which the order can be brought; empty when no distributor serves the commune. */
  readonly days: readonly Day[];
  /** The product of the basket that takes longest, when it is the making that sets the first day. */
  readonly setBy?: string;
}

/** How far ahead a day is looked for. */
const horizon = 60;

/**
 * The first `count` days on which these products can be brought to a commune: not before every maker has had its days to
 * make, counted on its own working days, and only on days on which a distributor rides there.
 */
export function deliveryDays(
  shop: Shop,
  codes: readonly string[],
  commune: string,
  today: Day,
  count: number,
): DeliveryDays {
  const slowest = slowestProduct(shop, codes, today);
  const days: Day[] = [];
  for (let ahead = 1; ahead <= horizon && days.length < count; ahead += 1) {
    const day = addDays(today, ahead);
    if (day >= slowest.readyOn && servedBy(shop, commune, day).length > 0) days.push(day);
  }
  const servedSooner = firstServedDay(shop, commune, today) < slowest.readyOn;
  return slowest.code !== undefined && servedSooner ? { days, setBy: slowest.code } : { days };
}

/** The distributors who ride to this commune on that weekday. */
export function servedBy(shop: Shop, commune: string, day: Day): readonly Distributor[] {
  const weekday = weekdayOf(day);
  return [...shop.distributors.values()].filter(
    (distributor) => distributor.communes.includes(commune) && distributor.days.includes(weekday),
  );
}

/** The day by which all these products are made. */
export function readyDay(shop: Shop, codes: readonly string[], today: Day): Day {
  return slowestProduct(shop, codes, today).readyOn;
}

function slowestProduct(shop: Shop, codes: readonly string[], today: Day): { readyOn: Day; code: string | undefined } {
  let slowest: { readyOn: Day; code: string | undefined } = { readyOn: addDays(today, 1), code: undefined };
  for (const code of codes) {
    const whole = shop.products.get(code);
    for (const product of whole === undefined ? [] : [whole, ...madeFor(shop, code)]) {
      const readyOn = productReadyOn(shop, product, today);
      if (readyOn > slowest.readyOn) slowest = { readyOn, code };
    }
  }
  return slowest;
}

function productReadyOn(shop: Shop, product: Product, today: Day): Day {
  const maker = product.cooperative === undefined ? undefined : shop.cooperatives.get(product.cooperative);
  return afterWorkingDays(maker, today, product.daysToMake);
}

/** Even what lies ready is handed over on the maker's next working day, because today's answer may come at night. */
function afterWorkingDays(maker: Cooperative | undefined, today: Day, daysToMake: number): Day {
  const worksSometimes = maker !== undefined && maker.workingDays.length > 0;
  let missing = Math.max(1, daysToMake);
  let day = today;
  while (missing > 0) {
    day = addDays(day, 1);
    if (!worksSometimes || maker.workingDays.includes(weekdayOf(day))) missing -= 1;
  }
  return day;
}

function firstServedDay(shop: Shop, commune: string, today: Day): Day {
  for (let ahead = 1; ahead <= horizon; ahead += 1) {
    const day = addDays(today, ahead);
    if (servedBy(shop, commune, day).length > 0) return day;
  }
  return addDays(today, horizon + 1);
}
