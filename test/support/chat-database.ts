import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import type { Database } from '#database/database.ts';
import type { Adapter } from '#test/contracts/chat-store.contract.ts';

const tables = ['chat', 'chat_item', 'chat_command', 'chat_letter', 'chat_seen', 'chat_buried'];

/** The chat store on a migrated database, emptied before each test. */
export function chatsOn(database: () => Database): () => Adapter {
  return () => ({
    async empty() {
      // On tables as small as these, deleting is a hundred times quicker than truncating.
      for (const table of tables) await database().run(`delete from ${table}`);
      return (limits) => createPostgresChatStore({ database: database(), ...(limits && { limits }) });
    },
  });
}
