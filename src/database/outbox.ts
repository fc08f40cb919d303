/** A job kept in the caller's transaction: it exists if and only if the transaction commits. */
import type { Transaction } from './database.ts';

export interface Outbox {
  /** `after`: not to be run before that moment (ms since 1970). */
  send(trx: Transaction, name: string, data: object, options?: { after?: number }): Promise<void>;
}
