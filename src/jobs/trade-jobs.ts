import type { Database } from '#database/database.ts';
import type { TradeTools } from '#trade/tools.ts';
import { answerDueJob } from './answer-due.ts';
import { answerSettleJob } from './answer-settle.ts';
import { deliveryOfferJob } from './delivery-offer.ts';
import type { Job } from './job.ts';
import { offerLapseJob } from './offer-lapse.ts';
import { orderTellJob } from './order-tell.ts';

/** All that the trade does later, besides telling people. */
export function tradeJobs(database: Pick<Database, 'transaction'>, tools: TradeTools): readonly Job[] {
  return [
    orderTellJob(database, tools),
    answerSettleJob(database, tools),
    answerDueJob(database, tools),
    deliveryOfferJob(database, tools),
    offerLapseJob(database, tools),
  ];
}
