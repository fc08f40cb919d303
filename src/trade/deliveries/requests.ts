/** What conversations ask of offers, rounds and hand-overs. */
import type { Centimes } from '#base/money.ts';
import type { Answered } from '../answers/answer.ts';
import type { Shelf } from '../catalogue/shop.ts';
import type { Failure, OfferView, RoundStop } from './delivery.ts';

export interface DeliveryReads {
  'offer.show': { input: { offer: string }; answer: OfferView | null };
  /** The deliveries this distributor took and has not finished, by day, at most nine. */
  'round.mine': { input: undefined; answer: readonly RoundStop[] };
}

/** What a hand-over code settled. */
export interface HandOver {
  readonly what: 'pickedUp' | 'delivered' | 'collected';
  readonly order: string;
  /** The cash that changed hands with the goods. */
  readonly cash: Centimes;
  /** Pick-ups that remain for this order. */
  readonly left: number;
  /** After a pick-up: who has the goods now, and what their cooperative will be paid for them. */
  readonly distributor?: string;
  readonly amount?: Centimes;
  /** After a collection: who takes the cash at that shelf. */
  readonly cashier?: Shelf['cashier'];
}

export interface DeliveryCommands {
  'offer.take': { input: { offer: string }; answer: Answered };
  'offer.refuse': { input: { offer: string }; answer: Answered };
  /** The distributor who has the goods could not hand them over. */
  'delivery.fail': { input: { order: string; cause: Failure; words?: string }; answer: Answered };
  /** The goods of a failed delivery set out again, with the same distributor and code; by them or by a volunteer. */
  'delivery.retry': { input: { order: string }; answer: Answered };
  /** A volunteer ends a failed delivery: the goods go back, nothing is owed. */
  'delivery.return': { input: { order: string }; answer: Answered };
  /** A volunteer gives a delivery that nobody took to a distributor who has told them yes. */
  'delivery.assign': { input: { order: string; distributor: string }; answer: Answered };
  /** The giver enters the code the receiver told; which hand-over it settles follows from who enters it. */
  'handover.confirm': { input: { code: string }; answer: HandOver };
}
