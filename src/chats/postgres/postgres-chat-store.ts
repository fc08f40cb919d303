import { TransientError } from '#base/errors.ts';
import { channelOf } from '#channels/channel.ts';
import { createBell } from '#chats/bell.ts';
import { type ChatStore, type ChatStoreLimits, defaultLimits } from '#chats/chat-store.ts';
import type { Database } from '#database/database.ts';
import { isTransient } from '#database/transient.ts';
import { type ChatAnswer, claimOf, type MailAnswer, mailClaimOf } from './answers.ts';
import { createClaims } from './claims.ts';

export interface PostgresChatStoreOptions {
  readonly database: Database;
  readonly limits?: Partial<ChatStoreLimits>;
}

interface MailExpected {
  readonly chat_mail_expected: number | null;
}

/** The owners stay, so that the next claim counts a lost lease. */
const freeAbandoned = `
  update chat set due_at = chat_now() where owner is not null;
  update chat set mail_at = chat_now(), mail_owner = null where mail_owner is not null;
`;

const lookAgain = 1_000;
const sweepEvery = 3_600_000;
const lettersPerClaim = 20;

/** Chats kept in the database: each step is one function of the migration `0001-chats`. */
export function createPostgresChatStore({ database, limits: given }: PostgresChatStoreOptions): ChatStore {
  const limits = { ...defaultLimits, ...given };
  const turnBell = createBell(lookAgain);
  const mailBell = createBell(lookAgain);
  const atStop: (() => Promise<void> | void)[] = [];

  async function rowsOf<Row>(name: string, values: readonly unknown[]): Promise<Row[]> {
    const places = values.map((_, index) => `$${index + 1}`).join(', ');
    try {
      const { rows } = await database.run(`select * from ${name}(${places})`, values);
      return rows as Row[];
    } catch (error) {
      if (!isTransient(error)) throw error;
      throw new TransientError('the database does not answer at the moment', { cause: error });
    }
  }

  async function call<Row>(name: string, values: readonly unknown[]): Promise<Row> {
    const [row] = await rowsOf<Row>(name, values);
    return row as Row;
  }

  const claimLongest = (count: number) => rowsOf<ChatAnswer>('chat_claim_longest', [count, limits.lease]);
  const sweep = () => call<unknown>('chat_sweep', [limits.seenFor]);

  return {
    async start() {
      // Whoever held a lease on an embedded database is gone: one process at a time has it, and that is we.
      if (database.kind === 'pglite') await database.run(freeAbandoned);
      await sweep();
      const timer = setInterval(() => sweep().catch(() => {}), sweepEvery).unref();
      atStop.push(() => clearInterval(timer));
      for (const [channel, bell] of [['chat_turns', turnBell] as const, ['chat_mail', mailBell] as const]) {
        atStop.push(await database.listen(channel, bell.ring, bell.ring));
      }
    },

    async stop() {
      turnBell.silence();
      mailBell.silence();
      for (const end of atStop.splice(0)) await end();
    },

    async admit(chat, item, { claimFor, exempt } = {}) {
      const answer = await call<ChatAnswer>('chat_admit', [
        chat,
        channelOf(chat),
        item.id,
        JSON.stringify(item),
        limits.seenFor,
        claimFor === undefined ? 0 : limits.lease,
        item.from === 'person' && exempt !== true ? limits.floodLimit : 0,
        limits.floodWindow,
      ]);
      if (answer.outcome === 'duplicate') return { outcome: answer.outcome };
      if (answer.outcome === 'flooded') return { outcome: answer.outcome, notice: answer.notice === true };
      return { outcome: 'admitted', claim: claimOf(answer, item) };
    },

    claim: createClaims(claimLongest, turnBell),

    async claimChat(_worker, chat) {
      return claimOf(await call<ChatAnswer>('chat_claim', [chat, limits.lease]));
    },

    async renew(claim) {
      const values = [claim.chat, claim.fence, limits.lease];
      return (await call<{ chat_renew: boolean }>('chat_renew', values)).chat_renew;
    },

    async commit(claim, turn, { keep } = {}) {
      const answer = await call<ChatAnswer>('chat_commit', [
        claim.chat,
        claim.fence,
        claim.session?.version ?? 0,
        claim.head.kind,
        claim.head.id,
        turn.state ?? null,
        keep === true ? limits.lease : 0,
        turn.buried ?? null,
        turn.handOver === true,
        turn.letters.map((letter) => JSON.stringify(letter)),
        turn.commands.map((_, index) => `${claim.head.id}|${index + 1}`),
        turn.commands.map(({ name, input }, index) =>
          JSON.stringify({ key: `${claim.head.id}|${index + 1}`, name, input }),
        ),
      ]);
      if (answer.outcome !== 'committed') return { outcome: 'stale' };
      return { outcome: 'committed', next: claimOf(answer) };
    },

    async giveBack(claim, { delay, threw }) {
      await call('chat_give_back', [claim.chat, claim.fence, Math.ceil(delay), threw === true]);
    },

    async claimMail(_sender, channels) {
      mailBell.looking();
      const values = [channels, limits.mailLease, lettersPerClaim];
      const claim = mailClaimOf(await call<MailAnswer>('chat_claim_mail', values));
      if (claim !== undefined) return claim;
      const { chat_mail_expected: expected } = await call<MailExpected>('chat_mail_expected', [channels]);
      if (expected !== null) mailBell.expect(expected);
      return undefined;
    },

    async settleMail(claim, number) {
      const last = claim.letters.at(-1)?.number ?? number;
      const values = [claim.chat, claim.fence, number, last, limits.mailLease];
      return (await call<{ chat_settle_mail: boolean }>('chat_settle_mail', values)).chat_settle_mail;
    },

    async deferMail(claim, delay) {
      await call('chat_defer_mail', [claim.chat, claim.fence, Math.ceil(delay)]);
    },

    waitForTurn: (atMost) => turnBell.wait(atMost),
    waitForMail: (atMost) => mailBell.wait(atMost),

    async forget(chat) {
      await call('chat_forget', [chat]);
    },

    counts: () => call('chat_counts', []),
  };
}
