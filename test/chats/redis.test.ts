import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { createRedisChatStore } from '#chats/redis/redis-chat-store.ts';
import { chatStoreContract } from '#test/contracts/chat-store.contract.ts';
import { freshRedis } from '#test/support/shared-servers.ts';

let url: string;
beforeAll(async () => {
  ({ url } = await freshRedis());
});

chatStoreContract('Redis', () => ({
  async empty() {
    const prefix = `test-${randomUUID()}`;
    return (limits) => createRedisChatStore({ url, prefix, ...(limits && { limits }) });
  },
}));
