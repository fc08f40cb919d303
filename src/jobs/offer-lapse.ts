import { z } from 'zod';
import type { Database } from '#database/database.ts';
import { lapseOffer } from '#trade/deliveries/answer-offer.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { Job } from './job.ts';

const input = z.object({ offer: z.string() });

/** An offer's time has passed; when it was not answered, the delivery needs somebody again. */
export function offerLapseJob(database: Pick<Database, 'transaction'>, tools: TradeTools): Job<z.infer<typeof input>> {
  return {
    name: 'offer.lapse',
    input,
    run: ({ offer }) => database.transaction((trx) => lapseOffer(trx, tools, offer)),
  };
}
