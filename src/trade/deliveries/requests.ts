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
  /** `settled`: cash went to the cooperative whose it is. */
  readonly what: 'pickedUp' | 'delivered' | 'collected' | 'settled';
  /** Empty for a settlement. */
  readonly order: string;
  /** The cash that changed hands. */
  readonly cash: Centimes;
  /** Pick-ups that remain for this order. */
  readonly left: number;
  /** After a pick-up: who has the goods now. */
  readonly distributor?: string;
  /** What the cooperative will be paid for what was picked up, or has been paid in a settlement. */
  readonly amount?: Centimes;
  /** After a collection: who takes the cash at that shelf. */
  readonly cashier?: Shelf['cashier'];
  /** After a settlement: who received the amount, and all the cash that is left with the giver. */
  readonly cooperative?: string;
  readonly held?: Centimes;
}

/** Cash is about to go to a cooperative, which has been told the code. */
export interface CashGiven {
  readonly cooperative: string;
  /** All that the giver holds for it, fixed for this hand-over. */
  readonly amount: Centimes;
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
  /** A volunteer notes that the goods of a returned delivery are with their cooperatives again. */
  'delivery.noteBack': { input: { order: string }; answer: Answered };
  /** A volunteer gives a delivery that nobody took to a distributor who has told them yes. */
  'delivery.assign': { input: { order: string; distributor: string }; answer: Answered };
  /**
   * A distributor or a keeper is about to hand a cooperative its cash; asked again, the same code is told again as long
   * as the amount is the same. It is settled by `handover.confirm`.
   */
  'cash.give': { input: { cooperative: string }; answer: CashGiven };
  /** The giver enters the code the receiver told; which hand-over it settles follows from who enters it. */
  'handover.confirm': { input: { code: string }; answer: HandOver };
}
