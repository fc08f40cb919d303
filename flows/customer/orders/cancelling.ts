/** Cancelling an order while the rule allows it: one question that names it, then one command. */
import type { CommandRequest, Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { newsActions } from '../news/news.ts';
import { tell } from '../saying.ts';
import { customer } from '../setup.ts';

function cancelOrder({ context }: { context: CustomerContext }): CommandRequest {
  return { name: 'order.cancel', input: { order: context.order?.number ?? '' } };
}

const cancel = { target: 'recording', actions: { type: 'command', params: cancelOrder } } as const;

function kept({ order }: CustomerContext): readonly Statement[] {
  return order ? [{ key: 'orders.orderKept', values: { order: { code: order.number } } }] : [];
}

const keep = { target: 'one', actions: tell(kept) } as const;

/** Only the choice of this question, or a typed yes to it, cancels anything. */
export const cancelling = customer.createStateConfig({
  on: {
    cancelNow: { guard: 'isThisOrder', ...cancel },
    yes: { guard: 'hasOrder', ...cancel },
    // Not yet a yes: the question is put again.
    undo: { actions: 'handled' },
    no: keep,
    back: keep,
  },
});

function cancelled(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'order.cancel.done') return [];
  return [{ key: 'orders.cancelled', values: { order: { code: event.answer.order } } }];
}

/** Nothing is left for one word to take back. */
const forgetPlaced = customer.assign(({ context: { placed }, event }) =>
  event.type === 'order.cancel.done' && event.answer.order === placed?.number ? { placed: undefined } : {},
);

const keepOnly = customer.assign(({ context: { order } }) => ({ order: order && { ...order, isCancellable: false } }));

export function whyNot(event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'order.cancel.refused' && event.type !== 'order.undo.refused') return [];
  return [event.reason === 'tooLate' ? { key: 'orders.cancelTooLate' } : { key: `common.refused_${event.reason}` }];
}

/** Until the answer is in, nothing else may be begun; news still pass. */
export const recording = customer.createStateConfig({
  on: {
    'order.cancel.done': { target: '#customer.home', actions: [forgetPlaced, tell(cancelled)] },
    'order.cancel.refused': { target: 'one', actions: [keepOnly, tell((_, event) => whyNot(event))] },
    notice: { actions: newsActions },
    '*': { actions: 'handled' },
  },
});
