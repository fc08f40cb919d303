/** What a cooperative asks of its own part of the catalogue. Each change can be taken back for the time to undo. */
import type { Day } from '#base/clock.ts';
import type { Answered } from '../answers/answer.ts';
import type { Stock } from './shop.ts';

/** A product as its cooperative minds it. */
export interface OwnProduct {
  readonly product: string;
  /** Switched off by the cooperative: shown to nobody as available, its stock kept. */
  readonly isOff: boolean;
  readonly stock: Stock;
}

export interface CatalogueReads {
  /** All products of this cooperative, in the order of the catalogue; no bundles. */
  'products.mine': { input: undefined; answer: readonly OwnProduct[] };
}

export interface CatalogueCommands {
  'product.switch': { input: { product: string; isOff: boolean }; answer: Answered };
  /** `left` is the number of units that lie ready; null when it is made on demand. */
  'product.stock': { input: { product: string; left: number | null }; answer: Answered };
  /** The cooperative does not work up to and on this day; null when it is back. */
  'cooperative.away': { input: { until: Day | null }; answer: Answered };
}
