/** "My orders": the list, one order, and cancelling it. */
import type { OrderView } from '#trade/orders/order.ts';
import type { Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { newsActions } from '../news/news.ts';
import { say, tell } from '../saying.ts';
import { customer } from '../setup.ts';
import { cancelling, recording } from './cancelling.ts';
import { orderIn } from './guards.ts';
import { restAnswer } from './rest.ts';
import { isOpen, standingOf } from './standing.ts';
import { orderStatus } from './status.ts';

/** With the way back they fit a list on every channel. */
const mostListed = 9;

export const readOrders = { type: 'read', params: { name: 'orders.mine', input: undefined } } as const;
const readOrder = {
  type: 'read',
  params: ({ event }: { event: CustomerEvent }) => ({ name: 'order.mine', input: { order: orderIn(event) } }) as const,
} as const;

/** How the order on view stands by now, which may be other than when it was shown. */
const readShown = {
  type: 'read',
  params: ({ context }: { context: CustomerContext }) =>
    ({ name: 'order.mine', input: { order: context.order?.number ?? '' } }) as const,
} as const;

function openFirst(orders: readonly OrderView[]): readonly OrderView[] {
  return [...orders.filter(isOpen), ...orders.filter((order) => !isOpen(order))];
}

/** The order to show: the one asked for, or the first of the customer's own. */
function shown(event: CustomerEvent): OrderView | undefined {
  if (event.type === 'order.mine.done') return event.answer ?? undefined;
  return event.type === 'orders.mine.done' ? openFirst(event.answer)[0] : undefined;
}

export const keepOrder = customer.assign(({ event }): Partial<CustomerContext> => {
  const order = shown(event);
  if (order === undefined) return { order };
  const { number, total, isCancellable } = order;
  return { order: { number, total, isCancellable } };
});

const keepOrders = customer.assign(({ event }): Partial<CustomerContext> => {
  if (event.type !== 'orders.mine.done') return {};
  const listed = openFirst(event.answer).slice(0, mostListed);
  return { orders: listed.map((order) => [order.number, standingOf(order), order.total] as const) };
});

function status(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const order = shown(event);
  return order === undefined ? [] : orderStatus(order, event.shop);
}

/** What is over already says so itself. */
function lateStatus(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const order = shown(event);
  const late: readonly Statement[] = order && isOpen(order) ? [{ key: 'orders.cancelTooLate' }] : [];
  return [...late, ...status(context, event)];
}

/** News has said how it stands; what is still to be said to the question that was open. */
function lateNote(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const order = shown(event);
  return order && isOpen(order) && !order.isCancellable ? [{ key: 'orders.cancelTooLate' }] : [];
}

const isGone = { target: 'list', actions: [say('orders.unknownOrder'), readOrders] } as const;

const askToCancel = { target: '.myOrders.cancelling', actions: readOrder } as const;

export const myOrderEvents = customer.createStateConfig({
  on: {
    orders: { actions: readOrders },
    'orders.mine.done': [
      { guard: 'hasNoOrders', actions: say('orders.noOrders') },
      { guard: 'hasOneToShow', target: '.myOrders.one', actions: [keepOrder, tell(status)] },
      { target: '.myOrders.list', actions: keepOrders },
    ],
    order: { actions: readOrder },
    'order.mine.done': [
      restAnswer,
      { guard: 'isOrder', target: '.myOrders.one', actions: [keepOrder, tell(status)] },
      { actions: say('orders.unknownOrder') },
    ],
    cancel: askToCancel,
    // A yes tapped when another question is open asks this one again.
    cancelNow: askToCancel,
  },
});

export const myOrders = customer.createStateConfig({
  initial: 'list',
  exit: customer.assign({ orders: undefined, order: undefined }),
  states: {
    list: {
      on: {
        'orders.mine.done': [
          { guard: 'hasNoOrders', target: '#customer.home', actions: say('orders.noOrders') },
          { actions: keepOrders },
        ],
        back: '#customer.home',
      },
    },
    /** Its list is read anew, so that it tells how the orders stand by now. */
    one: {
      on: {
        notice: { guard: 'overtakesShown', target: 'seenAgain', actions: [newsActions, readShown] },
        // The word that takes back means this order, where one is on view.
        undo: { target: 'cancelling', actions: readShown },
        yes: { actions: say('orders.seen') },
        back: { target: 'list', actions: readOrders },
      },
    },
    cancelling: {
      ...cancelling,
      on: {
        ...cancelling.on,
        'order.mine.done': [
          restAnswer,
          { guard: 'isCancellable', actions: keepOrder },
          { guard: 'isOrder', target: 'one', actions: [keepOrder, tell(lateStatus)] },
          isGone,
        ],
        // What was asked is no longer as it was: not put again, and no yes answers it.
        notice: { guard: 'overtakesShown', target: 'overtaken', actions: [newsActions, readShown] },
      },
    },
    seenAgain: {
      on: { 'order.mine.done': [{ guard: 'isOrder', target: 'one', actions: keepOrder }, isGone] },
    },
    overtaken: {
      on: {
        'order.mine.done': [{ guard: 'isOrder', target: 'one', actions: [keepOrder, tell(lateNote)] }, isGone],
      },
    },
    recording,
  },
});
