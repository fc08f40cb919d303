/** One contract over PGlite (embedded) and Postgres. */
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Transaction = KyselyTransaction<Tables>;

export interface Database {
  /**
   * For reads and single statements outside transactions. Using it inside a transaction would wait for itself for ever
   * on PGlite, so it throws there; `db.transaction()` throws everywhere, use `transaction` below.
   */
  readonly db: Kysely<Tables>;
  readonly kind: 'pglite' | 'postgres';
  /** Runs `work` in one transaction; everything it does goes through `trx`. Not to be nested. */
  transaction<Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result>;
  /** Plain SQL outside transactions, for libraries that bring their own; several statements when there are no values. */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /**
   * Calls `heard` for every `pg_notify` on the channel until the returned function is called. A notification is a hint:
   * those sent while the connection was down are gone, so `resumed` is called after every (re)connection.
   */
  listen(channel: string, heard: (payload: string) => void, resumed?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
