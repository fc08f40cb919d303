/** What people ask of the ledger: only what is their own. */
import type { Centimes } from '#base/money.ts';

/** Who has the cash meanwhile. */
export type Holder = { readonly distributor: string } | { readonly shelf: string };

/** What a cooperative is owed for goods that have reached their customers. */
export interface Owed {
  readonly total: Centimes;
  /** Adds up to the total; the largest first. */
  readonly heldBy: readonly { readonly holder: Holder; readonly amount: Centimes }[];
  /** The last orders in it, newest first, at most five, each with what of it has not been handed over. */
  readonly orders: readonly { readonly order: string; readonly amount: Centimes }[];
}

/** The cash in the hands of a distributor or a shelf. */
export interface CashHeld {
  readonly total: Centimes;
  /** The holder's own fees in it. */
  readonly own: Centimes;
  /** What of it belongs to which cooperative; with `own` it adds up to the total. The largest first. */
  readonly owed: readonly { readonly cooperative: string; readonly amount: Centimes }[];
  /** It lies in the till of the store: the keeper of the shelf does not hold it and cannot hand it over. */
  readonly isAtTill?: true;
}

export interface LedgerReads {
  /** For cooperatives. */
  'owed.mine': { input: undefined; answer: Owed };
  /** For distributors and shelves; said only when asked for. */
  'cash.mine': { input: undefined; answer: CashHeld };
}
