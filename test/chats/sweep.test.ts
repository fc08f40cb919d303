import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import type { Database } from '#database/database.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { amina, begin, text, turn } from '#test/contracts/chat-store/parts.ts';
import { until } from '#test/support/until.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ url: undefined, directory: 'memory' });
  await migrate(database);
});
afterAll(() => database.close());

async function count(table: 'chat' | 'chat_seen'): Promise<number> {
  const { rows } = await database.run(`select count(*)::integer as count from ${table}`);
  return (rows as { count: number }[])[0]?.count ?? 0;
}

test('ids seen long ago, and what was left of forgotten chats, are swept at the start', async () => {
  const store = createPostgresChatStore({ database, limits: { seenFor: 20 } });
  await store.start();
  await store.commit(await begin(store, text('m1')), turn({ state: 'one' }));
  await store.forget(amina);
  expect([await count('chat'), await count('chat_seen')]).toEqual([1, 1]);
  await store.stop();
  await until('both are swept', async () => {
    await store.start();
    await store.stop();
    return (await count('chat')) + (await count('chat_seen')) === 0;
  });
});
