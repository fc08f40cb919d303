import type { Day } from '#base/clock.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { servedBy } from '#trade/orders/days.ts';

/** What counts for fairness, from the offers made to one distributor. */
export interface Past {
  /** Deliveries taken in the last thirty days. */
  readonly taken: number;
  /** When the last offer was made, ms since 1970; absent when there was none. */
  readonly lastOffer?: number;
}

export const fairnessWindow = 30 * 24 * 3_600_000;

/**
 * Whom to ask next: among those who ride to the commune on that weekday and were not asked for this delivery, the one who
 * took the fewest deliveries in the last thirty days; when equal, who was offered nothing for longest; then by name.
 */
export function chooseDistributor(
  shop: Shop,
  commune: string,
  day: Day,
  asked: ReadonlySet<string>,
  past: ReadonlyMap<string, Past>,
): string | undefined {
  const candidates = servedBy(shop, commune, day)
    .map(({ slug }) => slug)
    .filter((slug) => !asked.has(slug));
  return candidates.sort((a, b) => compare(a, b, past))[0];
}

function compare(a: string, b: string, past: ReadonlyMap<string, Past>): number {
  const [one, other] = [past.get(a), past.get(b)];
  const byTaken = (one?.taken ?? 0) - (other?.taken ?? 0);
  if (byTaken !== 0) return byTaken;
  const byLastOffer = (one?.lastOffer ?? 0) - (other?.lastOffer ?? 0);
  if (byLastOffer !== 0) return byLastOffer;
  return a < b ? -1 : 1;
}
