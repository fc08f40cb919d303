/**
 * The shop: one immutable edition of everything a customer can be shown, held in memory. A change to the catalogue makes
 * a new edition; nothing here is ever changed in place.
 */

import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { MediaReference } from '#channels/channel.ts';

/** A text in one or both languages; where one is missing the other is shown. */
export interface Words {
  readonly ar?: string;
  readonly fr?: string;
}

export interface Category {
  readonly slug: string;
  readonly name: Words;
  /** For menus, where the name is longer than 24 characters. */
  readonly short?: Words;
}

/** A commune where goods are picked up or brought to. */
export interface Commune {
  readonly slug: string;
  readonly name: Words;
  /** For menus, where the name is longer than 24 characters. */
  readonly short?: Words;
  readonly province: 'rehamna' | 'youssoufia';
  /** What bringing an order here costs the customer, all of it the distributor's. */
  readonly deliveryFee: Centimes;
  /** What each pick-up commune after the first adds when it is this one. */
  readonly pickupFee: Centimes;
}

export interface Cooperative {
  readonly slug: string;
  readonly name: Words;
  /** For menus, where the name is longer than 24 characters. */
  readonly short?: Words;
  readonly story: Words;
  readonly commune: string;
  /** Where exactly the goods are picked up, as one would say it. */
  readonly place: Words;
  readonly members: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly workingDays: readonly number[];
  /** The last day on which it is away, by its own word; may lie in the past. */
  readonly awayUntil?: Day;
  /** E.164, for volunteers; never said to customers. */
  readonly phone?: string;
}

export type Unit = 'g' | 'kg' | 'ml' | 'L' | 'piece';

export type Stock =
  | { readonly kind: 'onDemand' }
  | { readonly kind: 'counted'; readonly left: number }
  | { readonly kind: 'out' };

/** What the law asks to be told of food; a field that is missing is shown as "not given". */
export interface FoodFacts {
  readonly ingredients?: Words;
  /** Names from `allergens.ts`; their words are in `locales/`. Empty means: none declared. */
  readonly allergens?: readonly string[];
  readonly keeping?: Words;
  readonly authorisation?: string;
}

export interface BundlePart {
  readonly product: string;
  readonly quantity: number;
  /** This part's share of the bundle's price; the shares add up to it exactly. */
  readonly share: Centimes;
}

export interface Variant {
  readonly code: string;
  readonly name: Words;
  readonly price: Centimes;
  readonly photo?: MediaReference;
  /** How many there are of exactly this one: 1 for a single piece; absent where the product's stock counts. */
  readonly left?: number;
}

export interface Product {
  readonly code: string;
  readonly name: Words;
  /** For menus, where the name is longer than 24 characters. */
  readonly short?: Words;
  readonly description: Words;
  readonly category: string;
  /** The maker; a bundle has none of its own. */
  readonly cooperative: string | undefined;
  readonly unit: { readonly amount: number; readonly unit: Unit };
  readonly price: Centimes;
  readonly photo?: MediaReference;
  readonly daysToMake: number;
  readonly mostPerWeek?: number;
  /** Of one unit, packed, in grams. */
  readonly weight: number;
  readonly size: 'small' | 'medium' | 'large';
  readonly stock: Stock;
  readonly variants: readonly Variant[];
  readonly food?: FoodFacts;
  /** Not empty for a bundle such as the solidarity basket. */
  readonly parts: readonly BundlePart[];
}

export interface Distributor {
  readonly slug: string;
  readonly name: Words;
  readonly communes: readonly string[];
  /** 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  /** E.164, for volunteers; never said to customers. */
  readonly phone?: string;
}

export interface Shelf {
  readonly slug: string;
  readonly name: Words;
  /** For menus, where the name is longer than 24 characters. */
  readonly short?: Words;
  readonly commune: string;
  readonly place: Words;
  readonly hours: Words;
  readonly access: Words;
  readonly cashier: 'keeper' | 'till' | 'before';
  /** Units that stand free on the shelf, by product code, in the order in which they are shown; absent: not sold there. */
  readonly stock: ReadonlyMap<string, number>;
  /** The keeper's, E.164, for volunteers; never said to customers. */
  readonly phone?: string;
}

export interface Programme {
  readonly name: Words;
  /** Who answers for personal data (law 09-08). */
  readonly controller: string;
  readonly isSample: boolean;
}

export interface Shop {
  readonly edition: number;
  readonly programme: Programme;
  /** In the order in which they are shown. */
  readonly categories: readonly Category[];
  readonly communes: ReadonlyMap<string, Commune>;
  readonly cooperatives: ReadonlyMap<string, Cooperative>;
  readonly products: ReadonlyMap<string, Product>;
  readonly distributors: ReadonlyMap<string, Distributor>;
  readonly shelves: ReadonlyMap<string, Shelf>;
}
