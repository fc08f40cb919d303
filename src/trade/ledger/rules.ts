/**
 * What is booked when goods and cash change hands. An amount above zero is held or owed by the account's owner, below
 * zero it is owed to them; every booking adds up to zero, and no centime stays with the programme.
 */
import { type Centimes, sum } from '#base/money.ts';
import type { Holder } from './requests.ts';

export type Account =
  | `customer:${string}`
  | `cooperative:${string}`
  | `distributor:${string}`
  /** Cash in somebody's hands that is not all theirs. */
  | `cash:distributor:${string}`
  | `cash:shelf:${string}`;

export interface Posting {
  readonly account: Account;
  readonly amount: Centimes;
}

export interface Booking {
  /** Booked once, however often it is asked for. */
  readonly key: string;
  readonly kind: 'sold' | 'paid' | 'counter' | 'settled';
  /** Null for what was sold over the counter of a shelf, and for cash that went to a cooperative. */
  readonly order: string | null;
  readonly postings: readonly Posting[];
}

interface Sale {
  readonly order: string;
  readonly person: string;
  /** What the goods handed over cost. */
  readonly goods: Centimes;
  readonly parts: readonly { readonly cooperative: string; readonly amount: Centimes }[];
  /** What was paid at the hand-over, when it is not all that is owed: 0 for an order paid before. */
  readonly cash?: Centimes;
}

export interface Delivered extends Sale {
  readonly distributor: string;
  readonly fee: Centimes;
}

export interface Collected extends Sale {
  readonly shelf: string;
}

/** The customer owes goods and fee, each maker and the distributor are owed theirs, and the distributor holds the cash. */
export function deliveredBookings(fact: Delivered): readonly Booking[] {
  const { distributor, fee } = fact;
  return bookings(
    fact,
    fee,
    [{ account: `distributor:${distributor}`, amount: -fee }],
    `cash:distributor:${distributor}`,
  );
}

/** The customer owes the goods, each maker is owed theirs, and the shelf holds the cash. */
export function collectedBookings(fact: Collected): readonly Booking[] {
  return bookings(fact, 0, [], `cash:shelf:${fact.shelf}`);
}

export interface CounterSale {
  /** The evening count by which it is known. */
  readonly count: string;
  readonly shelf: string;
  readonly parts: readonly { readonly cooperative: string; readonly amount: Centimes }[];
}

/** Goods went over the counter for cash: the shelf holds it, and each maker is owed theirs. */
export function counterBooking({ count, shelf, parts }: CounterSale): Booking {
  const postings: Posting[] = [
    { account: `cash:shelf:${shelf}`, amount: sum(parts.map(({ amount }) => amount)) },
    ...parts.map(({ cooperative, amount }): Posting => ({ account: `cooperative:${cooperative}`, amount: -amount })),
  ];
  return { key: `count|${count}`, kind: 'counter', order: null, postings: postings.filter(isSomething) };
}

export interface Settled {
  /** The hand-over of the cash. */
  readonly handover: string;
  readonly holder: Holder;
  readonly cooperative: string;
  readonly amount: Centimes;
}

/** A cooperative has the cash that was its own: its holder holds so much less, and so much less is owed. */
export function settledBooking({ handover, holder, cooperative, amount }: Settled): Booking {
  const cash: Account = 'shelf' in holder ? `cash:shelf:${holder.shelf}` : `cash:distributor:${holder.distributor}`;
  const postings: Posting[] = [
    { account: cash, amount: -amount },
    { account: `cooperative:${cooperative}`, amount },
  ];
  return { key: `handover|${handover}`, kind: 'settled', order: null, postings };
}

function bookings(sale: Sale, fee: Centimes, others: readonly Posting[], holder: Account): readonly Booking[] {
  const { order, person, goods, parts } = sale;
  const shares = sum(parts.map(({ amount }) => amount));
  if (shares !== goods) throw new RangeError(`the parts of an order make ${shares} centimes, its goods ${goods}`);
  const customer: Account = `customer:${person}`;
  const total = sum([goods, fee]);
  const cash = sale.cash ?? total;
  const sold: Posting[] = [
    { account: customer, amount: total },
    ...parts.map(({ cooperative, amount }): Posting => ({ account: `cooperative:${cooperative}`, amount: -amount })),
    ...others,
  ];
  const paid: Posting[] = [
    { account: customer, amount: -cash },
    { account: holder, amount: cash },
  ];
  return [
    { key: `${order}|sold`, kind: 'sold', order, postings: sold.filter(isSomething) },
    { key: `${order}|paid`, kind: 'paid', order, postings: paid.filter(isSomething) },
  ];
}

function isSomething({ amount }: Posting): boolean {
  return amount !== 0;
}
