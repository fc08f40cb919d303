import type { ColumnType, Generated } from 'kysely';

export interface LedgerTables {
  account: {
    /** `cooperative:tifawt`, `cash:distributor:hassan`. */
    name: string;
  };
  ledger_transaction: {
    id: Generated<number>;
    key: string;
    kind: string;
    /** Null for what was sold over the counter of a shelf. */
    order_id: string | null;
    at: ColumnType<number, number | undefined, never>;
  };
  posting: {
    transaction_id: number;
    position: number;
    account: string;
    /** In centimes; above zero is held or owed by the account's owner, below zero is owed to them. */
    amount: number;
  };
}
