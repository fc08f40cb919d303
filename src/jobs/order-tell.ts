import { z } from 'zod';
import type { Database } from '#database/database.ts';
import { onward } from '#trade/onward.ts';
import { tellCooperatives } from '#trade/orders/tell-cooperatives.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { Job } from './job.ts';

const input = z.object({ order: z.string() });

/** The time to take an order back has passed: its cooperatives are asked. */
export function orderTellJob(database: Pick<Database, 'transaction'>, tools: TradeTools): Job<z.infer<typeof input>> {
  return {
    name: 'order.tell',
    input,
    run: ({ order }) => database.transaction((trx) => tellCooperatives(trx, tools, order, onward)),
  };
}
