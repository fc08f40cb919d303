import { randomBytes } from 'node:crypto';
import type { ChatAddress, Outgoing } from '#channels/channel.ts';
import { createBell } from '#chats/bell.ts';
import {
  type Admission,
  type ChatStore,
  type ChatStoreLimits,
  type Claim,
  defaultLimits,
  type MailClaim,
} from '#chats/chat-store.ts';
import { type Candidates, createCandidates } from './candidates.ts';
import { checkDurability, checkShards, connect, createClient } from './connection.ts';
import { createKeys } from './keys.ts';
import { asTransient, readScript, run } from './script.ts';
import { type ClaimReply, claimOf, commitArguments, itemElement, sessionAfter } from './turns.ts';

export interface RedisChatStoreOptions {
  readonly url: string;
  /** Begins every key; `bladi` unless several installations share one Redis. */
  readonly prefix?: string;
  /** `assured`: the owner of the Redis vouches for what it does not let us read. */
  readonly durability?: 'checked' | 'assured';
  readonly limits?: Partial<ChatStoreLimits>;
  /** For how many ms Redis may be silent before a call fails with a TransientError; 5,000 unless given. */
  readonly patience?: number;
}

const shards = 16;
const lookAgain = 1_000;
const lettersPerClaim = 20;

const scripts = {
  admit: readScript('turns', 'admit'),
  claim: readScript('turns', 'claim'),
  renew: readScript('turns', 'renew'),
  commit: readScript('turns', 'commit'),
  giveBack: readScript('turns', 'give-back'),
  forget: readScript('turns', 'forget'),
  claimMail: readScript('mail', 'claim-mail'),
  settleMail: readScript('mail', 'settle-mail'),
  deferMail: readScript('mail', 'defer-mail'),
};

/** Chats kept in Redis: each step is one Lua script on the keys of one chat and its shard. */
export function createRedisChatStore(options: RedisChatStoreOptions): ChatStore {
  const limits = { ...defaultLimits, ...options.limits };
  const keys = createKeys(options.prefix ?? 'bladi', shards);
  const redis = createClient(options.url, options.patience ?? 5_000);
  const listener = createClient(options.url, options.patience ?? 5_000);
  // ioredis reports each failed attempt to connect here and goes on trying; callers learn of it by their own errors.
  for (const client of [redis, listener]) client.on('error', () => {});

  const turnBell = createBell(lookAgain);
  const mailBell = createBell(lookAgain);
  const turns = createCandidates(
    redis,
    turnBell,
    keys.shards.map(({ ready, leases }) => [ready, leases]),
  );
  const post = new Map<string, Candidates>();

  const instance = randomBytes(6).toString('base64url');
  let calls = 0;
  // Names one call, so that a script which is run again for it answers as the first time.
  const newCall = (worker: string) => `${worker}/${instance}${calls++}`;

  async function claimChat(worker: string, chat: ChatAddress): Promise<Claim | undefined> {
    const reply = await run(redis, scripts.claim, keys.of(chat).turn, [
      chat,
      newCall(worker),
      limits.lease,
      keys.turnBell,
    ]);
    return reply === null ? undefined : claimOf(chat, reply as ClaimReply);
  }

  async function claimMailOf(sender: string, chat: ChatAddress): Promise<MailClaim | undefined> {
    const reply = await run(redis, scripts.claimMail, mailKeys(chat), [
      chat,
      newCall(sender),
      limits.mailLease,
      lettersPerClaim,
    ]);
    if (reply === null) return undefined;
    const [fence, attempts, elements] = reply as [number, number, string[]];
    const letters = elements.map((element) => {
      const [number, outgoing] = JSON.parse(element) as [number, Outgoing];
      return { number, key: `${chat}|${number}`, outgoing };
    });
    return { chat, fence, letters, attempts };
  }

  function mailKeys(chat: ChatAddress): string[] {
    const { turn, mail, post } = keys.of(chat);
    return [turn[0], mail, post, turn[5]];
  }

  function postOf(channels: readonly string[]): Candidates {
    const name = channels.join(' ');
    const known = post.get(name);
    if (known !== undefined) return known;
    const made = createCandidates(
      redis,
      mailBell,
      keys.shards.map((shard) => channels.map((channel) => shard.post(channel))),
    );
    post.set(name, made);
    return made;
  }

  return {
    async start() {
      await connect(redis, options.url);
      try {
        await checkDurability(redis, options.durability ?? 'checked');
        await checkShards(redis, keys.shardCount, shards);
        await connect(listener, options.url);
        listener.on('message', (channel: string) => (channel === keys.turnBell ? turnBell : mailBell).ring());
        await listener.subscribe(keys.turnBell, keys.mailBell);
      } catch (error) {
        redis.disconnect();
        listener.disconnect();
        throw error;
      }
    },

    async stop() {
      turnBell.silence();
      mailBell.silence();
      listener.disconnect();
      await redis.quit().catch(() => redis.disconnect());
    },

    async admit(chat, item, { claimFor, exempt } = {}): Promise<Admission> {
      const call = newCall(claimFor ?? 'admit');
      const element = itemElement(item);
      const reply = (await run(
        redis,
        scripts.admit,
        [...keys.of(chat).turn, keys.seen(chat, item.id)],
        [
          chat,
          element.id,
          element.item,
          limits.seenFor,
          call,
          claimFor === undefined ? 0 : limits.lease,
          item.from === 'person' && exempt !== true ? limits.floodLimit : 0,
          limits.floodWindow,
          keys.turnBell,
        ],
      )) as [Admission['outcome'], (ClaimReply | number | null)?];
      const [outcome, more] = reply;
      if (outcome === 'duplicate') return { outcome };
      if (outcome === 'flooded') return { outcome, notice: more === 1 };
      return { outcome, claim: Array.isArray(more) ? claimOf(chat, more) : undefined };
    },

    claim: (worker) => turns.first((chat) => claimChat(worker, chat as ChatAddress)),
    claimChat,

    async renew(claim) {
      const { turn } = keys.of(claim.chat);
      return (await run(redis, scripts.renew, turn, [claim.chat, claim.fence, limits.lease])) === 1;
    },

    async commit(claim, turn, { keep } = {}) {
      const of = keys.of(claim.chat);
      const args = commitArguments(claim, turn, { lease: keep === true ? limits.lease : 0, ...keys });
      const reply = await run(redis, scripts.commit, [...of.turn, of.mail, of.post, of.dead], args);
      if (!Array.isArray(reply)) return { outcome: 'stale' };
      const [next] = reply as [ClaimReply?];
      const session = { known: sessionAfter(claim, turn) };
      return { outcome: 'committed', next: next ? claimOf(claim.chat, next, session) : undefined };
    },

    async giveBack(claim, { delay, threw }) {
      const args = [claim.chat, claim.fence, delay, threw === true ? 1 : 0, keys.turnBell];
      await run(redis, scripts.giveBack, keys.of(claim.chat).turn, args);
    },

    claimMail: (sender, channels) => postOf(channels).first((chat) => claimMailOf(sender, chat as ChatAddress)),

    async settleMail(claim, number) {
      const last = claim.letters.at(-1)?.number ?? number;
      const args = [claim.chat, claim.fence, number, last, limits.mailLease, keys.mailBell];
      return (await run(redis, scripts.settleMail, mailKeys(claim.chat), args)) === 1;
    },

    async deferMail(claim, delay) {
      await run(redis, scripts.deferMail, mailKeys(claim.chat), [claim.chat, claim.fence, delay, keys.mailBell]);
    },

    waitForTurn: (atMost) => turnBell.wait(atMost),
    waitForMail: (atMost) => mailBell.wait(atMost),

    async forget(chat) {
      const of = keys.of(chat);
      await run(redis, scripts.forget, [...of.turn, of.mail, of.post, of.dead], [chat, limits.seenFor]);
    },

    async counts() {
      const total = { waiting: 0, leased: 0, mail: 0, buried: 0 };
      try {
        await Promise.all(
          keys.shards.map(async ({ ready, leases, tally }) => {
            const [waiting, leased, [letters, buried]] = await Promise.all([
              redis.zcard(ready),
              redis.zcard(leases),
              redis.hmget(tally, 'letters', 'buried') as Promise<(string | null)[]>,
            ]);
            total.waiting += waiting;
            total.leased += leased;
            total.mail += Number(letters ?? 0);
            total.buried += Number(buried ?? 0);
          }),
        );
      } catch (error) {
        throw asTransient(error);
      }
      return total;
    },
  };
}
