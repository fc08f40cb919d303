import type { ZodType } from 'zod';
import type { Later } from '#trade/later.ts';

/** One kind of work that happens later. Jobs are run at least once, so running one again must change nothing. */
export interface Job<Data = unknown> {
  readonly name: keyof Later;
  /** What lies in the queue may have been written by an earlier version. */
  readonly input: ZodType<Data>;
  /** `id` is the same at every attempt. */
  run(data: Data, id: string): Promise<void>;
}
