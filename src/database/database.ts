/** One contract over PGlite (embedded) and Postgres. */
import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Transaction = KyselyTransaction<Tables>;

export interface Database {
  /**
   * For reads and single statements outside transactions. Using it inside a transaction would wait for itself for ever
   * on PGlite, so it throws there.
   */
  readonly db: Kysely<Tables>;
  readonly kind: 'pglite' | 'postgres';
  /** Runs `work` in one transaction; everything it does goes through `trx`. Not to be nested. */
  transaction<Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
