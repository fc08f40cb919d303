import type { DatabaseConnection, Dialect, Driver, TransactionSettings } from 'kysely';
import { refuseInsideTransaction, refuseUnguardedBegin } from './transaction-guard.ts';

/**
 * A dialect with the guard in front of it. The guard must come before any waiting for a connection, so the turn-taking
 * that kysely does for single-connection engines is done here, behind it.
 */
export function guardedDialect(dialect: Dialect): Dialect {
  const single = dialect.createAdapter().supportsMultipleConnections === false;
  return {
    createAdapter() {
      const adapter = dialect.createAdapter();
      Object.defineProperty(adapter, 'supportsMultipleConnections', { value: true });
      return adapter;
    },
    createDriver: () => guardedDriver(dialect.createDriver(), single ? takeTurns() : undefined),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

interface Turns {
  take(): Promise<void>;
  pass(): void;
}

function takeTurns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    take() {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    pass() {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
}

function guardedDriver(driver: Driver, turns: Turns | undefined): Driver {
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options): Promise<DatabaseConnection> {
      refuseInsideTransaction();
      await turns?.take();
      try {
        return await driver.acquireConnection(options);
      } catch (error) {
        turns?.pass();
        throw error;
      }
    },
    async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
      refuseUnguardedBegin();
      await driver.beginTransaction(connection, settings);
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    async releaseConnection(connection, options) {
      try {
        await driver.releaseConnection(connection, options);
      } finally {
        turns?.pass();
      }
    },
    destroy: (options) => driver.destroy(options),
  };
}
