/** Names of the keys. All keys of a chat carry its shard's hash tag, so that a script meets them on one node. */
import { crc32 } from 'node:zlib';
import { type ChatAddress, channelOf } from '#channels/channel.ts';

export interface Keys {
  readonly shards: readonly ShardKeys[];
  /** Holds the number of shards that the chats were spread over. */
  readonly shardCount: string;
  /** Channels on which workers and senders are woken. */
  readonly turnBell: string;
  readonly mailBell: string;
  of(chat: ChatAddress): ChatKeys;
  seen(chat: ChatAddress, id: string): string;
}

export interface ShardKeys {
  readonly ready: string;
  readonly leases: string;
  /** Counters: the last fence given, letters waiting, heads buried. */
  readonly tally: string;
  post(channel: string): string;
}

export interface ChatKeys {
  /** In the order in which the scripts about turns expect their first six keys. */
  readonly turn: readonly [chat: string, inbox: string, commands: string, ready: string, leases: string, tally: string];
  readonly mail: string;
  readonly post: string;
  readonly dead: string;
}

export function createKeys(prefix: string, count: number): Keys {
  const tags = Array.from({ length: count }, (_, shard) => `${prefix}:{s${shard}}`);
  const shards = tags.map((tag) => ({
    ready: `${tag}:ready`,
    leases: `${tag}:leases`,
    tally: `${tag}:tally`,
    post: (channel: string) => `${tag}:post:${channel}`,
  }));
  const shardOf = (chat: ChatAddress) => crc32(chat) % count;

  return {
    shards,
    shardCount: `${prefix}:shards`,
    turnBell: `${prefix}:turns`,
    mailBell: `${prefix}:mail`,
    of(chat) {
      const shard = shardOf(chat);
      const tag = tags[shard] as string;
      const { ready, leases, tally, post } = shards[shard] as ShardKeys;
      return {
        turn: [`${tag}:chat:${chat}`, `${tag}:inbox:${chat}`, `${tag}:commands:${chat}`, ready, leases, tally],
        mail: `${tag}:mail:${chat}`,
        post: post(channelOf(chat)),
        dead: `${tag}:dead:${chat}`,
      };
    },
    seen: (chat, id) => `${tags[shardOf(chat)]}:seen:${chat}|${id}`,
  };
}
