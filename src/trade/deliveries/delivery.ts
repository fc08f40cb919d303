/** The words of a delivery, shared by its rules, its SQL and the conversations. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { MediaReference } from '#channels/channel.ts';

export type DeliveryState =
  | 'needed'
  | 'offered'
  | 'taken'
  | 'onTheWay'
  | 'delivered'
  | 'failed'
  | 'returned'
  | 'unassigned';
export type OfferState = 'open' | 'taken' | 'refused' | 'lapsed';

/** Why goods could not be handed over. */
export type Failure = 'nobodyThere' | 'placeNotFound' | 'notWanted' | 'cannotPay' | 'breakdown' | 'other';

export interface Stop {
  readonly cooperative: string;
  readonly state: 'notReady' | 'ready' | 'pickedUp';
  /** What the distributor tells at this cooperative; known to the distributor alone, once the delivery is taken. */
  readonly code?: string;
}

/** What a distributor is asked: enough to decide, nothing of the customer but the place. */
export interface OfferView {
  readonly id: string;
  readonly order: string;
  readonly state: OfferState;
  readonly day: Day;
  readonly stops: readonly Stop[];
  readonly commune: string;
  readonly fee: Centimes;
  /** To collect at the door, fee included. */
  readonly cash: Centimes;
  /** Of all the goods, in grams. */
  readonly weight: number;
  /** Product codes that are large or awkward to carry. */
  readonly awkward: readonly string[];
  /** When the question passes on to the next distributor, ms since 1970. */
  readonly expiresAt: number;
}

/** A delivery as the distributor who took it sees it. */
export interface RoundStop {
  readonly order: string;
  readonly state: DeliveryState;
  readonly day: Day;
  readonly stops: readonly Stop[];
  readonly receiver: string;
  /** Only where the customer allowed the call, and only on that day. */
  readonly phone?: string;
  /** The customer allowed the call, and it is not the day yet. */
  readonly isCallable?: true;
  readonly commune: string;
  readonly address: string;
  readonly landmark?: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  /** The address as the customer said it. */
  readonly voice?: MediaReference;
  /** Of a delivery that failed. */
  readonly failure?: Failure;
  readonly cash: Centimes;
  readonly fee: Centimes;
}
