import { type Kysely, sql } from 'kysely';
import { type Centimes, sum } from '#base/money.ts';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import {
  type Booking,
  type Collected,
  type CounterSale,
  collectedBookings,
  counterBooking,
  type Delivered,
  deliveredBookings,
  type Settled,
  settledBooking,
} from './rules.ts';

/** Books a delivery paid at the door. */
export async function deliveredAndPaid(trx: Transaction, fact: Delivered): Promise<void> {
  for (const booking of deliveredBookings(fact)) await book(trx, booking);
}

/** Books a collection paid at the shelf. */
export async function collectedAndPaid(trx: Transaction, fact: Collected): Promise<void> {
  for (const booking of collectedBookings(fact)) await book(trx, booking);
}

/** Books what an evening count says was sold over the counter of a shelf, once for each count. */
export async function soldOverTheCounter(trx: Transaction, fact: CounterSale): Promise<void> {
  await book(trx, counterBooking(fact));
}

/** Books cash that went from its holder to the cooperative whose it is, once for each hand-over. */
export async function settled(trx: Transaction, fact: Settled): Promise<void> {
  await book(trx, settledBooking(fact));
}

/** Writes one booking; false when its key is booked already. The database refuses a commit that does not balance. */
export async function book(trx: Transaction, { key, kind, order, postings }: Booking): Promise<boolean> {
  const difference = sum(postings.map(({ amount }) => amount));
  if (difference !== 0) throw new RangeError(`the booking ${kind} is off by ${difference} centimes`);
  if (postings.length === 0) return false;
  const written = await trx
    .insertInto('ledger_transaction')
    .values({ key, kind, order_id: order })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) return false;
  // Always in the same order, so that two bookings that open the same accounts wait for each other but never both.
  const accounts = [...new Set(postings.map(({ account }) => account))].sort();
  await trx
    .insertInto('account')
    .values(accounts.map((name) => ({ name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('posting')
    .values(postings.map((posting, position) => ({ transaction_id: written.id, position, ...posting })))
    .execute();
  return true;
}

/** What every account holds, owes (above zero) or is owed (below zero). */
export async function balances(db: Kysely<Tables>): Promise<ReadonlyMap<string, Centimes>> {
  const rows = await db
    .selectFrom('posting')
    .select(['account', sql<number>`sum(amount)::bigint`.as('amount')])
    .groupBy('account')
    .orderBy('account')
    .execute();
  return new Map(rows.map(({ account, amount }) => [account, amount]));
}

/** True when every transaction ever booked adds up to zero. */
export async function isBalanced(db: Kysely<Tables>): Promise<boolean> {
  const off = await db
    .selectFrom('posting')
    .select('transaction_id')
    .groupBy('transaction_id')
    .having(sql<number>`sum(amount)`, '<>', 0)
    .executeTakeFirst();
  return off === undefined;
}
