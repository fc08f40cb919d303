import { z } from 'zod';
import type { Database } from '#database/database.ts';
import { offerDelivery } from '#trade/deliveries/offer-delivery.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { Job } from './job.ts';

const input = z.object({ delivery: z.string() });

/** A delivery needs somebody: the next distributor is asked. */
export function deliveryOfferJob(
  database: Pick<Database, 'transaction'>,
  tools: TradeTools,
): Job<z.infer<typeof input>> {
  return {
    name: 'delivery.offer',
    input,
    run: ({ delivery }) => database.transaction((trx) => offerDelivery(trx, tools, delivery)),
  };
}
