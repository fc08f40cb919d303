import type { Transaction } from '#database/database.ts';
import { remind } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { StepDue } from '../answers/clock.ts';
import type { ClockStep } from '../notices.ts';
import { isBeingAnswered, lockOffer } from './offer-row.ts';

/** An offer has one step only, the reminder; then it lapses and the next distributor is asked. */
export const offerDue: StepDue = async (trx: Transaction, tools: TradeTools, id: string, step: ClockStep) => {
  const found = await lockOffer(trx, id);
  if (found?.offer.state !== 'open' || (await isBeingAnswered(trx, id))) return 'over';
  if (step === 'reminder') {
    const about = { kind: 'offer', id, order: found.order.number } as const;
    await remind(trx, tools, { role: 'distributor', of: found.offer.distributor }, about);
  }
  return 'waits';
};
