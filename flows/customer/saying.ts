/** Short ways to write "say this" in a machine. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Statement } from '../kit.ts';
import type { CustomerContext } from './context.ts';
import type { CustomerEvent } from './events.ts';
import { customer } from './setup.ts';

export function say(key: SentenceKey) {
  return { type: 'say' as const, params: { key } satisfies Statement };
}

/** Says what a function finds to say, in its order. */
export function tell(statementsOf: (context: CustomerContext, event: CustomerEvent) => readonly Statement[]) {
  return customer.enqueueActions(({ context, event, enqueue }) => {
    for (const params of statementsOf(context, event)) enqueue({ type: 'say', params });
  });
}
