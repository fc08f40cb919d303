/**
 * Refuses what would wait for itself: on PGlite the one connection is held by the open transaction, so the root handle
 * used inside it never answers. Postgres would answer, from outside the transaction, which is as wrong. So both throw.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** `opening`: a transaction may begin; `open`: one runs; `closed`: it ended, and work it left behind may go on. */
interface Scope {
  state: 'opening' | 'open' | 'closed';
}

const scopes = new AsyncLocalStorage<Scope>();

/** Throws when called, however deep, from within the work of an open transaction. */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.state === 'open') {
    throw new Error('the root database was used inside a transaction: use its `trx` for everything it does');
  }
}

/** Throws when a transaction is begun other than through `Database.transaction`, where nothing could guard it. */
export function refuseUnguardedBegin(): void {
  if (scopes.getStore()?.state !== 'opening') {
    throw new Error('a transaction was begun on the root database: use `Database.transaction`');
  }
}

/** Lets `begin` begin transactions; what they run is guarded from the moment `enter` is called. */
export async function guarded<Result>(begin: (enter: () => void) => Promise<Result>): Promise<Result> {
  refuseInsideTransaction();
  const scope: Scope = { state: 'opening' };
  try {
    return await scopes.run(scope, () =>
      begin(() => {
        scope.state = 'open';
      }),
    );
  } finally {
    scope.state = 'closed';
  }
}

/** Calls back as if from nowhere, for notifications that arrive during somebody's statement. */
export function outsideTransaction(call: () => void): void {
  scopes.exit(call);
}
