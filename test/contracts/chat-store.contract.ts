/** What every chat store does, asked of each adapter. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { ChatStore, ChatStoreLimits } from '#chats/chat-store.ts';
import { admission } from './chat-store/admission.ts';
import { commands } from './chat-store/commands.ts';
import { leases } from './chat-store/leases.ts';
import { mail } from './chat-store/mail.ts';
import { turns } from './chat-store/turns.ts';
import { waking } from './chat-store/waking.ts';

/** Opens a store on the data of the running test; called twice, it stands for a second process. */
export type OpenStore = (limits?: Partial<ChatStoreLimits>) => Promise<ChatStore>;

export interface Adapter {
  /** A place without any chat, for one test. */
  empty(): Promise<(limits?: Partial<ChatStoreLimits>) => ChatStore>;
}

export function chatStoreContract(name: string, adapter: () => Adapter): void {
  describe(`a chat store on ${name}`, () => {
    let create: Awaited<ReturnType<Adapter['empty']>>;
    const opened: ChatStore[] = [];

    beforeEach(async () => {
      create = await adapter().empty();
    });
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.stop();
    });

    const open: OpenStore = async (limits) => {
      const store = create(limits);
      await store.start();
      opened.push(store);
      return store;
    };

    admission(open);
    turns(open);
    commands(open);
    leases(open);
    mail(open);
    waking(open);
  });
}
