import { addDays, type Day, weekdayOf } from '#base/clock.ts';
import type { Cooperative, Distributor, Product, Shop } from '#trade/catalogue/shop.ts';
import { madeFor, makers } from './makers.ts';

export interface DeliveryDays {
  /** The first days on which the order can be brought; empty when no distributor serves the commune. */
  readonly days: readonly Day[];
  /** The product of the basket for which the first day waits, when somebody rides there sooner. */
  readonly setBy?: string;
}

/** When all that is ordered can be ready. */
export interface Ready {
  readonly day: Day;
  /** The product that takes longest; absent when everything is ready as soon as anything can be. */
  readonly setBy?: string;
}

/** How far ahead a day is looked for, once everything is ready. */
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
  const cooperatives = makers(shop, codes);
  const days = ridingDays(shop, commune, slowestProduct(shop, codes, today).readyOn).filter((day) =>
    isEverybodyAtWork(shop, cooperatives, day),
  );
  const [soonest] = ridingDays(shop, commune, addDays(today, 1));
  const isWaitedFor = soonest !== undefined && days[0] !== soonest;
  const setBy = isWaitedFor ? lastToBeFetched(shop, codes, commune, today, soonest) : undefined;
  return { days: days.slice(0, count), ...(setBy === undefined ? {} : { setBy }) };
}

/** Whether these products can be brought to a commune on that day: one of those that `deliveryDays` may offer. */
export function isDeliveryDay(shop: Shop, codes: readonly string[], commune: string, today: Day, day: Day): boolean {
  if (day <= today || servedBy(shop, commune, day).length === 0) return false;
  if (!isEverybodyAtWork(shop, makers(shop, codes), day)) return false;
  const { readyOn } = slowestProduct(shop, codes, today);
  return day >= readyOn && day < addDays(readyOn, horizon);
}

/**
 * The first day on which all that is ordered can be ready, each maker's days counted on its own working days. It is one
 * day for the whole order, because nothing can be collected before everything lies on the shelf. What stands there
 * already is ready today.
 */
export function readyBy(
  shop: Shop,
  lines: readonly { readonly product: string; readonly fromShelf?: true }[],
  today: Day,
): Ready {
  const made = lines.filter(({ fromShelf }) => fromShelf === undefined).map(({ product }) => product);
  if (made.length === 0) return { day: today };
  const { readyOn, code } = slowestProduct(shop, made, today);
  return { day: readyOn, ...(code === undefined ? {} : { setBy: code }) };
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

/** Where no working days are known, any day is one; none is as long as the maker is away. */
function worksOn(maker: Cooperative | undefined, day: Day): boolean {
  if (maker?.awayUntil !== undefined && day <= maker.awayUntil) return false;
  const days = maker?.workingDays ?? [];
  return days.length === 0 || days.includes(weekdayOf(day));
}

function isEverybodyAtWork(shop: Shop, cooperatives: readonly string[], day: Day): boolean {
  return cooperatives.every((slug) => worksOn(shop.cooperatives.get(slug), day));
}

function ridingDays(shop: Shop, commune: string, from: Day): readonly Day[] {
  return Array.from({ length: horizon }, (_, ahead) => addDays(from, ahead)).filter(
    (day) => servedBy(shop, commune, day).length > 0,
  );
}

/** The product that could be brought last if each were ordered alone, when that is after the day on which somebody rides. */
function lastToBeFetched(
  shop: Shop,
  codes: readonly string[],
  commune: string,
  today: Day,
  soonest: Day,
): string | undefined {
  let last: { day: Day; code: string | undefined } = { day: soonest, code: undefined };
  for (const code of codes) {
    const cooperatives = makers(shop, [code]);
    const day = ridingDays(shop, commune, slowestProduct(shop, [code], today).readyOn).find((one) =>
      isEverybodyAtWork(shop, cooperatives, one),
    );
    if (day !== undefined && day > last.day) last = { day, code };
  }
  return last.code;
}
