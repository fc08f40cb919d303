import { addDays, type Day, weekdayOf } from '#base/clock.ts';
import type { Cooperative, Distributor, Product, Shop } from '#trade/catalogue/shop.ts';
import { madeFor, makers } from './makers.ts';

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
 * make, counted on its own working days, and only on days on which a distributor rides there and finds every maker at
 * work, because the goods are fetched on the day on which they are brought.
 */
export function deliveryDays(
  shop: Shop,
  codes: readonly string[],
  commune: string,
  today: Day,
  count: number,
): DeliveryDays {
  const slowest = slowestProduct(shop, codes, today);
  const rides = ridingDays(shop, codes, commune, today);
  const days = rides.filter((day) => day >= slowest.readyOn).slice(0, count);
  const ridesSooner = rides[0] !== undefined && rides[0] < slowest.readyOn;
  return slowest.code !== undefined && ridesSooner ? { days, setBy: slowest.code } : { days };
}

/** Whether these products can be brought to a commune on that day: one of those that `deliveryDays` may offer. */
export function isDeliveryDay(shop: Shop, codes: readonly string[], commune: string, today: Day, day: Day): boolean {
  if (day <= today || day > addDays(today, horizon)) return false;
  if (servedBy(shop, commune, day).length === 0 || !isEverybodyAtWork(shop, makers(shop, codes), day)) return false;
  return day >= slowestProduct(shop, codes, today).readyOn;
}

/**
 * The first day on which all that is ordered can be ready, each maker's days counted on its own working days. It is one
 * day for the whole order, because nothing can be collected before everything lies on the shelf.
 */
export function readyDay(shop: Shop, codes: readonly string[], today: Day): Day {
  return slowestProduct(shop, codes, today).readyOn;
}

/** The distributors who ride to this commune on that weekday. */
export function servedBy(shop: Shop, commune: string, day: Day): readonly Distributor[] {
  const weekday = weekdayOf(day);
  return [...shop.distributors.values()].filter(
    (distributor) => distributor.communes.includes(commune) && distributor.days.includes(weekday),
  );
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
  let missing = Math.max(1, daysToMake);
  let day = today;
  while (missing > 0) {
    day = addDays(day, 1);
    if (worksOn(maker, day)) missing -= 1;
  }
  return day;
}

/** Where no working days are known, any day is one. */
function worksOn(maker: Cooperative | undefined, day: Day): boolean {
  const days = maker?.workingDays ?? [];
  return days.length === 0 || days.includes(weekdayOf(day));
}

function isEverybodyAtWork(shop: Shop, cooperatives: readonly string[], day: Day): boolean {
  return cooperatives.every((slug) => worksOn(shop.cooperatives.get(slug), day));
}

function ridingDays(shop: Shop, codes: readonly string[], commune: string, today: Day): readonly Day[] {
  const cooperatives = makers(shop, codes);
  return Array.from({ length: horizon }, (_, ahead) => addDays(today, ahead + 1)).filter(
    (day) => servedBy(shop, commune, day).length > 0 && isEverybodyAtWork(shop, cooperatives, day),
  );
}
