/** The questions about orders placed, and about what is done beside them. */
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { isOpen } from './standing.ts';

interface Asked {
  readonly context: CustomerContext;
  readonly event: CustomerEvent;
}

/** The number that a choice or typed words name. */
export function orderIn(event: CustomerEvent): string {
  return 'value' in event && typeof event.value === 'string' ? event.value : '';
}

const found = ({ event }: Asked) => (event.type === 'order.mine.done' ? event.answer : null);

export const orderGuards = {
  hasNoOrders: ({ event }: Asked) => event.type === 'orders.mine.done' && event.answer.length === 0,
  /** One that is open, or the only one at all, needs no list to choose from. */
  hasOneToShow: ({ event }: Asked) =>
    event.type === 'orders.mine.done' && (event.answer.length === 1 || event.answer.filter(isOpen).length === 1),
  /** It was read to answer that its rest is wanted; one that is not found answers that too. */
  isRest: (asked: Asked) =>
    asked.context.rest !== undefined && (found(asked)?.number ?? asked.context.rest) === asked.context.rest,
  isOrder: (asked: Asked) => found(asked) !== null,
  isCancellable: (asked: Asked) => found(asked)?.isCancellable === true,
  /** A yes belongs to the order that is asked about, not to another one. */
  isThisOrder: ({ context, event }: Asked) => context.order !== undefined && orderIn(event) === context.order.number,
  /** News after which it no longer stands as shown; silence changes nothing. */
  overtakesShown: ({ context, event }: Asked) =>
    event.type === 'notice' &&
    event.notice.name !== 'order.silent' &&
    'order' in event.notice &&
    event.notice.order === context.order?.number,
  hasOrder: ({ context }: Asked) => context.order !== undefined,
  isRepeatable: ({ event }: Asked) => event.type === 'order.again.done' && event.answer !== null,
  /** One word was too late by a moment. */
  wasTold: ({ event }: Asked) => event.type === 'order.undo.refused' && event.reason === 'alreadyTold',

  cameFromCheckout: ({ context }: Asked) => context.from === 'checkout',
  cameFromBasket: ({ context }: Asked) => context.from === 'basket',
  cameFromCard: ({ context }: Asked) => context.from === 'card',
  cameFromList: ({ context }: Asked) => context.from === 'list',
  cameFromOrders: ({ context }: Asked) => context.from === 'orders',

  hasOpenOrders: ({ event }: Asked) => event.type === 'data.mine.done' && event.answer.openOrders.length > 0,
  blamesOpenOrders: ({ event }: Asked) => event.type === 'person.forget.refused' && event.reason === 'ordersOpen',
};
