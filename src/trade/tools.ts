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
  /** The programme's time zone, by name. */
  readonly timeZone: string;
}

/** What answering a read needs besides the database. */
export type ReadTools = Pick<TradeTools, 'clock' | 'settings'>;
