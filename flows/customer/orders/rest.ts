/** "I keep the rest", after a refusal of a part: true only as long as the order goes on. */
import type { Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { tell } from '../saying.ts';
import { customer } from '../setup.ts';
import { orderIn } from './guards.ts';
import { isOpen } from './standing.ts';

function keptOrOver(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const order = event.type === 'order.mine.done' ? event.answer : null;
  if (order === null || !isOpen(order)) return [{ key: 'orders.restOver' }];
  return [{ key: 'orders.restKept', values: { order: { code: order.number } } }];
}

/** Whatever was open stays open; it comes before what else an order that was read is for. */
export const restAnswer = {
  guard: 'isRest',
  actions: [tell(keptOrOver), customer.assign({ rest: undefined })],
} as const;

export const restEvents = customer.createStateConfig({
  on: {
    keepRest: {
      actions: [
        customer.assign(({ event }) => ({ rest: orderIn(event) })),
        {
          type: 'read',
          params: ({ event }: { event: CustomerEvent }) =>
            ({ name: 'order.mine', input: { order: orderIn(event) } }) as const,
        },
      ],
    },
  },
});
