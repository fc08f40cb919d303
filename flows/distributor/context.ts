/** What a distributor's conversation remembers, and what a distributor can choose. */
import type { Day } from '#base/clock.ts';
import type { DeliveryState, Failure, OfferView, RoundStop } from '#trade/deliveries/delivery.ts';
import type { FlowEvent } from '../kit.ts';
import { type Cash, type CashChoice, noCash } from '../staff/cash.ts';
import { keptQuestions, noQuestions, type Questions } from '../staff/questions.ts';
import type { VoiceChoice } from '../voice.ts';

/** The facts of an offer as they are shown; the stops are cooperatives, in the order of the ride. */
export interface ShownOffer extends Omit<OfferView, 'id' | 'order' | 'state' | 'stops'> {
  readonly stops: readonly string[];
}

/** A row of the round. Where customers live is told and never kept. */
export type ListedDelivery = readonly [order: string, state: DeliveryState, commune: string, day: Day];

/** The delivery on view, and what can be said of it. */
export interface ShownDelivery {
  readonly order: string;
  readonly isUnderWay: boolean;
  readonly hasFailed: boolean;
}

export interface DistributorContext extends Questions, Cash {
  readonly offer: ShownOffer | null;
  readonly round: readonly ListedDelivery[];
  readonly delivery: ShownDelivery | null;
}

export const emptyContext: DistributorContext = {
  ...{ ...noQuestions, ...noCash },
  ...{ offer: null, round: [], delivery: null },
};

export function carryOver(saved: unknown): DistributorContext {
  return { ...emptyContext, ...keptQuestions(saved) };
}

/** The value is the id of the offer or the number of the order, so that a late tap never speaks of another. */
export type DistributorChoice =
  | { readonly type: 'take' | 'refuse'; readonly value: string }
  | { readonly type: 'deliveryOf' | 'notHanded' | 'tryAgain' | Failure | 'none'; readonly value: string }
  | CashChoice
  | { readonly type: 'yes' | 'no' };
export type DistributorEvent = FlowEvent<DistributorChoice | VoiceChoice>;

export function shownOffer(offer: OfferView): ShownOffer {
  const { day, stops, commune, fee, cash, weight, awkward, expiresAt } = offer;
  const cooperatives = stops.map(({ cooperative }) => cooperative);
  return { day, stops: cooperatives, commune, fee, cash, weight, awkward, expiresAt };
}

export function listedDelivery({ order, state, commune, day }: RoundStop): ListedDelivery {
  return [order, state, commune, day];
}

export function shownDelivery({ order, state }: Pick<RoundStop, 'order' | 'state'>): ShownDelivery {
  return { order, isUnderWay: state === 'onTheWay', hasFailed: state === 'failed' };
}
