/** What the customer's conversation remembers: compact, because it travels with every turn. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { Standing } from './orders/standing.ts';

/** A line of the basket; the price is that of one unit, as it was shown. */
export type Line = readonly [product: string, quantity: number, price: Centimes];

/** `null` means: asked, and not given. */
export interface Receiver {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
}

/** An order in the list of the customer's own. */
export type ListedOrder = readonly [number: string, standing: Standing, total: Centimes];

export interface OpenOrder {
  readonly number: string;
  readonly total: Centimes;
  readonly isCancellable: boolean;
}

export interface CustomerContext {
  readonly lines: readonly Line[];
  /** What was added last, so that one word takes it back. */
  readonly added?: readonly [product: string, quantity: number] | undefined;
  /** The line that was taken out last, so that the same word brings it back. */
  readonly removed?: Line | undefined;
  /** The product asked for before the language was known. */
  readonly wish?: string | undefined;
  /** True while the first answer still owes the customer the words of welcome. */
  readonly owesWelcome?: true | undefined;
  /** The list on view, as the event that opens it: `category:miel`, `onShelf:benguerir`, `cooperative:nour`. */
  readonly list?: string | undefined;
  /** The list from which the cooperative on view was chosen, where it was not the one of all. */
  readonly among?: string | undefined;
  /** The cooperative on view. */
  readonly maker?: string | undefined;
  readonly page?: number | undefined;
  /** The product on view, or the one whose line is being changed. */
  readonly product?: string | undefined;

  readonly name?: string | undefined;
  /** A name that the channel knows and the customer has not yet confirmed. */
  readonly suggestion?: string | undefined;
  readonly phone?: string | null | undefined;
  /** Present when the order is for somebody else. */
  readonly receiver?: Receiver | undefined;

  readonly way?: 'delivery' | 'shelf' | undefined;
  readonly shelf?: string | undefined;
  readonly commune?: string | undefined;
  /** Empty when a pin or a voice note was sent instead of words; with neither, the distributor calls to ask. */
  readonly address?: string | undefined;
  readonly location?: readonly [latitude: number, longitude: number] | undefined;
  /** The voice note that tells the place, by its id. */
  readonly voiceNote?: string | undefined;
  readonly landmark?: string | null | undefined;
  readonly day?: Day | undefined;
  readonly mayCall?: boolean | undefined;

  /** What the checkout asked last before where to, so that one step back leads there. */
  readonly before?: 'receiverPhone' | 'name' | 'way' | undefined;

  /** Made when the summary is shown; an older summary's yes does not fit it. */
  readonly basketId?: string | undefined;
  /** The products that the summary showed as standing on the shelf. */
  readonly standing?: readonly string[] | undefined;
  /** The delivery fee that the summary showed. */
  readonly fee?: Centimes | undefined;
  /** The order just placed, as long as one word may take it back. */
  readonly placed?:
    | {
        readonly number: string;
        readonly until: number;
        readonly lines: readonly Line[];
        readonly receiver?: Receiver | undefined;
      }
    | undefined;

  /** The list of orders on view. */
  readonly orders?: readonly ListedOrder[] | undefined;
  /** The order on view. */
  readonly order?: OpenOrder | undefined;
  /** The order whose rest is to be kept, until it is known whether it still goes on. */
  readonly rest?: string | undefined;
  /** A volunteer has written and is being answered: thanks are meant for that person. */
  readonly replying?: true | undefined;
  /** What was interrupted to write to a volunteer or to see one's data. */
  readonly from?: 'checkout' | 'basket' | 'card' | 'list' | 'orders' | undefined;
}

export const emptyContext: CustomerContext = { lines: [] };

/** The place is told neither in words nor by a pin nor by voice: the distributor calls on the day and asks. */
export function isToldByPhone({ address, location, voiceNote }: CustomerContext): boolean {
  return address === '' && location === undefined && voiceNote === undefined;
}

/** All of it stands on the chosen shelf: its keeper alone is asked. */
export function isFromShelf({ way, lines, standing = [] }: CustomerContext): boolean {
  return way === 'shelf' && lines.every(([product]) => standing.includes(product));
}

/** Everything about where and when, to be asked again. */
export const noPlace = {
  shelf: undefined,
  commune: undefined,
  address: undefined,
  location: undefined,
  voiceNote: undefined,
  landmark: undefined,
  day: undefined,
  mayCall: undefined,
  standing: undefined,
} as const;

/** What goes on when the saved state is of another version: the basket, the name and the phone. */
export function carryOver(saved: unknown): CustomerContext {
  if (typeof saved !== 'object' || saved === null) return emptyContext;
  const { lines, name, phone } = saved as Record<string, unknown>;
  return {
    lines: Array.isArray(lines) ? lines.filter(isLine) : [],
    ...(typeof name === 'string' && { name }),
    ...(typeof phone === 'string' && { phone }),
  };
}

function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [product, quantity, price] = value;
  return typeof product === 'string' && Number.isSafeInteger(quantity) && quantity > 0 && Number.isSafeInteger(price);
}
