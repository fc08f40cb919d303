import { z } from 'zod';
import type { Database } from '#database/database.ts';
import { settleAnswer } from '#trade/answers/settle-answer.ts';
import type { TradeTools } from '#trade/tools.ts';
import { answers } from '#trade/trade.ts';
import type { Job } from './job.ts';

const input = z.object({ answer: z.string() });

/** The time to take an answer of staff back has passed: it takes effect. */
export function answerSettleJob(
  database: Pick<Database, 'transaction'>,
  tools: TradeTools,
): Job<z.infer<typeof input>> {
  return {
    name: 'answer.settle',
    input,
    run: ({ answer }) => database.transaction((trx) => settleAnswer(trx, tools, answers, answer)),
  };
}
