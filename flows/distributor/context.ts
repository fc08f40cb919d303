/** What a distributor's conversation remembers, and what a distributor can choose. */
import type { OfferView } from '#trade/deliveries/delivery.ts';
import type { FlowEvent } from '../kit.ts';
import { keptQuestions, noQuestions, type Questions } from '../staff/questions.ts';
import type { VoiceChoice } from '../voice.ts';

/** The facts of an offer as they are shown; the stops are cooperatives, in the order of the ride. */
export interface ShownOffer extends Omit<OfferView, 'id' | 'order' | 'state' | 'stops'> {
  readonly stops: readonly string[];
}

export interface DistributorContext extends Questions {
  readonly offer: ShownOffer | null;
}

export const emptyContext: DistributorContext = { ...noQuestions, offer: null };

export function carryOver(saved: unknown): DistributorContext {
  return { ...emptyContext, ...keptQuestions(saved) };
}

/** The value is the id of the offer, so that a late tap never takes another delivery. */
export type DistributorChoice =
  | { readonly type: 'take' | 'refuse'; readonly value: string }
  | { readonly type: 'yes' | 'no' };
export type DistributorEvent = FlowEvent<DistributorChoice | VoiceChoice>;

export function shownOffer(offer: OfferView): ShownOffer {
  const { day, stops, commune, fee, cash, weight, awkward, expiresAt } = offer;
  const cooperatives = stops.map(({ cooperative }) => cooperative);
  return { day, stops: cooperatives, commune, fee, cash, weight, awkward, expiresAt };
}
