import type { Clock } from '#base/clock.ts';
import type { Ids } from '#base/ids.ts';
import type { Outbox } from '#database/outbox.ts';
import type { Shop } from './catalogue/shop.ts';

/** What carrying out a command needs besides its transaction. */
export interface TradeTools {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The edition in force. */
  readonly shop: () => Shop;
  readonly settings: TradeSettings;
}

export interface TradeSettings {
  /** How long an order can be taken back, in seconds. */
  readonly undoSeconds: number;
  /** How long a distributor has to answer an offer, in minutes. */
  readonly offerMinutes: number;
  /** When somebody who is asked is reminded, whoever else is asked, and when a volunteer is called, in minutes. */
  readonly answerClocks: AnswerClocks;
  /** Clocks run from this hour to that one; at night nobody is expected to answer. */
  readonly wakingHours: WakingHours;
  /** The programme's time zone, by name. */
  readonly timeZone: string;
}

/** Minutes from the question on; each step later than the one before. */
export interface AnswerClocks {
  readonly cooperative: ClockMinutes;
  readonly keeper: ClockMinutes;
  /** Of an offer to a distributor, before `offerMinutes`. */
  readonly offerReminder: number;
}

export interface ClockMinutes {
  readonly reminder: number;
  readonly second: number;
  readonly volunteer: number;
}

/** Whole hours of the programme's day, `to` not included: 8 to 21. All day is 0 to 24. */
export interface WakingHours {
  readonly from: number;
  readonly to: number;
}

/** What answering a read needs besides the database. */
export type ReadTools = Pick<TradeTools, 'clock' | 'settings' | 'shop'>;
