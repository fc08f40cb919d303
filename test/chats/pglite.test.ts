import { afterAll, beforeAll } from 'vitest';
import type { Database } from '#database/database.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { chatStoreContract } from '#test/contracts/chat-store.contract.ts';
import { chatsOn } from '#test/support/chat-database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ url: undefined, directory: 'memory' });
  await migrate(database);
});
afterAll(() => database.close());

chatStoreContract(
  'PGlite',
  chatsOn(() => database),
);
