/**
 * What is kept of a chat: inbox, session, commands to carry out, and letters to send. The contract that the Redis and
 * the Postgres adapters keep, under `kill -9` at any line:
 *
 * - an item admitted is handled once, in the order of admission, by one worker at a time;
 * - a turn is all or nothing: session, letters, commands and the acknowledgement of its head are one step;
 * - a worker that comes back too late changes nothing (fence, head and version are checked at the commit);
 * - letters leave a chat in order, at least once.
 *
 * Words: an *item* is what lies in an inbox; the *head* is what the chat's next turn is about: the oldest command that
 * waits to be carried out, else the oldest item; a *claim* is the right to run that turn until its lease ends.
 */
import type { ChatAddress, Incoming, Outgoing } from '#channels/channel.ts';

/** Something that happened elsewhere and concerns this person: an answer, a deadline, a new question. */
export interface HouseEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** `id` is unique per chat for eight days; a second admission under the same id is a duplicate. */
export type Item =
  | { readonly from: 'person'; readonly id: string; readonly at: number; readonly incoming: Incoming }
  | { readonly from: 'house'; readonly id: string; readonly at: number; readonly event: HouseEvent };

/** A request of the conversation that changes the trade, carried out once under its key. */
export interface Command {
  /** `<id of the turn's head>|<n>`, unique for ever within the chat. */
  readonly key: string;
  readonly name: string;
  readonly input: unknown;
}

export type Head =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly item: Item;
      /** Number of the last letter that had left when the item was admitted. */
      readonly seen: number;
      /** True while a command of this chat waits for its answer: nothing may be commanded in this turn. */
      readonly pending: boolean;
    }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command };

export interface Session {
  /** Counts the commits of this chat. */
  readonly version: number;
  /** The conversation's own state; the store does not look into it. */
  readonly state: string;
}

export interface Claim {
  readonly chat: ChatAddress;
  readonly fence: number;
  readonly head: Head;
  readonly session: Session | undefined;
  /** Number of the last letter written to this chat's mailbox. */
  readonly written: number;
  /** How many times a turn on this head threw. */
  readonly throws: number;
  /** How many times the lease on this head was lost (its worker died or froze). */
  readonly losses: number;
}

export interface TurnOutcome {
  /** The new session, or `undefined` to leave it as it is. */
  readonly state: string | undefined;
  readonly letters: readonly Outgoing[];
  readonly commands: readonly Omit<Command, 'key'>[];
  /** Letters are handed to the caller of the turn instead of the mailbox, and count as sent. */
  readonly handOver?: boolean;
  /** Set when the head is given up: it is kept aside with this reason and the chat goes on. */
  readonly buried?: string;
}

export type Commit =
  | { readonly outcome: 'committed'; readonly next: Claim | undefined }
  /** The claim was no longer ours; nothing was changed. */
  | { readonly outcome: 'stale' };

export type Admission =
  | { readonly outcome: 'admitted'; readonly claim: Claim | undefined }
  | { readonly outcome: 'duplicate' }
  /** Refused by the arrival cap; `notice` is true once per minute, when the person should be told. */
  | { readonly outcome: 'flooded'; readonly notice: boolean };

export interface MailClaim {
  readonly chat: ChatAddress;
  readonly fence: number;
  /** The oldest letters of the chat, in order; `number` goes up by one with each letter of a chat. */
  readonly letters: readonly { readonly number: number; readonly key: string; readonly outgoing: Outgoing }[];
  /** How many attempts on the first of them failed. */
  readonly attempts: number;
}

export interface ChatStore {
  /** Checks that the store can keep its promises; throws an OperatorError that names the remedy. */
  start(): Promise<void>;
  stop(): Promise<void>;

  /**
   * Writes an item durably. With `claimFor`, and when nothing else of the chat waits or runs, the claim for its turn
   * comes back in the same round trip. Items of the house are never capped, nor those marked `exempt` (catch-up after an
   * outage).
   */
  admit(chat: ChatAddress, item: Item, options?: { claimFor?: string; exempt?: boolean }): Promise<Admission>;

  /** The turn of the chat that has waited longest, or `undefined` when there is none. */
  claim(worker: string): Promise<Claim | undefined>;
  /** The next turn of one given chat, if it is free and has work. */
  claimChat(worker: string, chat: ChatAddress): Promise<Claim | undefined>;
  /** Prolongs the lease; false when it was lost. */
  renew(claim: Claim): Promise<boolean>;
  /** One atomic step; with `keep`, the chat's next turn is claimed in the same round trip. */
  commit(claim: Claim, turn: TurnOutcome, options?: { keep?: boolean }): Promise<Commit>;
  /**
   * Gives the chat back with its head undone, not to be claimed before `delay` ms have passed. `threw` adds one to the
   * head's count. A command given back lets the chat's items be claimed meanwhile, with `pending` true.
   */
  giveBack(claim: Claim, options: { delay: number; threw?: boolean }): Promise<void>;

  /** The waiting letters of one chat of these channels whose turn to be sent has come, or `undefined`. */
  claimMail(sender: string, channels: readonly string[]): Promise<MailClaim | undefined>;
  /** Removes the letters up to and including `number`; they have left, or never will. False when the claim was lost. */
  settleMail(claim: MailClaim, number: number): Promise<boolean>;
  /** Gives the chat's letters back, not to be claimed before `delay` ms have passed; counts a failed attempt. */
  deferMail(claim: MailClaim, delay: number): Promise<void>;

  /** Resolves when there may be turns or mail to claim, or after `atMost` ms. */
  waitForTurn(atMost: number): Promise<void>;
  waitForMail(atMost: number): Promise<void>;

  /** Forgets a chat: session, inbox and mailbox. Ids already seen stay seen. */
  forget(chat: ChatAddress): Promise<void>;
  /** Counts for health and metrics. */
  counts(): Promise<{ waiting: number; leased: number; mail: number; buried: number }>;
}

/** Times and limits both adapters share, in ms unless said. */
export interface ChatStoreLimits {
  readonly lease: number;
  readonly mailLease: number;
  /** How long an id stays seen. */
  readonly seenFor: number;
  /** Messages of one person admitted within `floodWindow`. */
  readonly floodLimit: number;
  readonly floodWindow: number;
}

export const defaultLimits: ChatStoreLimits = {
  lease: 15_000,
  mailLease: 30_000,
  seenFor: 8 * 24 * 3_600_000,
  floodLimit: 40,
  floodWindow: 10_000,
};
