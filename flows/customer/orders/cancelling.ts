/** Cancelling an order while the rule allows it: one question that names it, then one command. */
import type { CommandRequest, Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { newsActions } from '../news/news.ts';
import { tell } from '../saying.ts';
import { customer } from '../setup.ts';

function cancelBy(name: 'order.undo' | 'order.cancel', { order }: CustomerContext): CommandRequest {
  return { name, input: { order: order?.number ?? '' } };
}

const cancel = {
  target: 'recording',
  actions: {
    type: 'command',
    params: ({ context }: { context: CustomerContext }) => cancelBy(context.order?.cancel ?? 'order.cancel', context),
  },
} as const;

/** Only the choice of this question, or a typed yes to it, cancels anything. */
export const cancelling = customer.createStateConfig({
  on: {
    cancelNow: { guard: 'isThisOrder', ...cancel },
    yes: { guard: 'hasOrder', ...cancel },
    no: 'one',
    back: 'one',
  },
});

function cancelled(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'order.cancel.done' && event.type !== 'order.undo.done') return [];
  return [{ key: 'orders.cancelled', values: { order: { code: event.answer.order } } }];
}

export const sayCancelled = tell(cancelled);

const forgetPlaced = customer.assign(({ context, event }): Partial<CustomerContext> => {
  const number =
    event.type === 'order.cancel.done' || event.type === 'order.undo.done' ? event.answer.order : undefined;
  return context.placed?.number === number ? { placed: undefined } : {};
});

const isCancelled = { target: '#customer.home', actions: [forgetPlaced, sayCancelled] };
const stays = {
  target: 'one',
  actions: [
    customer.assign(({ context: { order } }) => ({ order: order && { number: order.number, total: order.total } })),
    tell((_, event) => whyNot(event)),
  ],
};

export function whyNot(event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'order.cancel.refused' && event.type !== 'order.undo.refused') return [];
  return [event.reason === 'tooLate' ? { key: 'orders.cancelTooLate' } : { key: `common.refused_${event.reason}` }];
}

/** Until the answer is in, nothing else may be begun; news still pass. */
export const recording = customer.createStateConfig({
  on: {
    'order.cancel.done': isCancelled,
    'order.undo.done': isCancelled,
    'order.cancel.refused': stays,
    'order.undo.refused': [
      // Its cooperatives were told just before: the rule for told orders says whether it can still be cancelled.
      {
        guard: 'wasTold',
        actions: {
          type: 'command',
          params: ({ context }: { context: CustomerContext }) => cancelBy('order.cancel', context),
        },
      },
      stays,
    ],
    notice: { actions: newsActions },
    '*': { actions: 'handled' },
  },
});
