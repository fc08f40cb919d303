/** Why a delivery failed: as a choice, and as words within a sentence. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Failure } from '#trade/deliveries/delivery.ts';

interface FailureWords {
  readonly label: SentenceKey;
  readonly reason: SentenceKey;
}

/** In the order in which they are offered. */
export const failures: Readonly<Record<Failure, FailureWords>> = {
  nobodyThere: { label: 'distributor.labelNobodyThere', reason: 'distributor.reasonNobodyThere' },
  placeNotFound: { label: 'distributor.labelPlaceNotFound', reason: 'distributor.reasonPlaceNotFound' },
  notWanted: { label: 'distributor.labelNotWanted', reason: 'distributor.reasonNotWanted' },
  cannotPay: { label: 'distributor.labelCannotPay', reason: 'distributor.reasonCannotPay' },
  breakdown: { label: 'distributor.labelBreakdown', reason: 'distributor.reasonBreakdown' },
  other: { label: 'distributor.labelOther', reason: 'distributor.reasonOther' },
};
