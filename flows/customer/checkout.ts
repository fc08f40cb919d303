/** From the basket to the yes. Each answer goes to `next`, which asks for what is still missing. */
import { assign } from 'xstate';
import type { Shop } from '#trade/catalogue/shop.ts';
import { deliveryFee } from '#trade/orders/fee.ts';
import { fromShelf } from '#trade/shelves/stands-on.ts';
import { recheckLines } from './basket.ts';
import { codesOf, wantedLines } from './basket-lines.ts';
import { pageOf } from './browsing.ts';
import { longestName, questions } from './checkout-questions.ts';
import { type CustomerContext, noPlace } from './context.ts';
import { isPossibleDay } from './guards.ts';
import { placeOrder } from './place-order.ts';
import { say, tell } from './saying.ts';
import { customer } from './setup.ts';
import { whereElse } from './where-else.ts';

function startWith(way: 'delivery' | 'shelf') {
  return customer.assign(
    ({ context, event: { profile } }): Partial<CustomerContext> => ({
      ...{ way, removed: undefined },
      ...(context.name === undefined && { suggestion: context.suggestion ?? profile?.name?.slice(0, longestName) }),
      ...(typeof context.phone !== 'string' && { phone: profile?.phone ?? context.phone }),
    }),
  );
}

export const checkoutEvents = customer.createStateConfig({
  on: {
    deliver: [{ guard: 'hasLines', target: '.checkout.next', actions: startWith('delivery') }, { target: '.basket' }],
    collect: [{ guard: 'hasLines', target: '.checkout.next', actions: startWith('shelf') }, { target: '.basket' }],
    confirm: { actions: say('customer.confirmOld') },
  },
});

/** A day that has become impossible is said and asked again before anything is promised. */
const recheckDay = customer.enqueueActions(({ context, event, enqueue }) => {
  if (context.day === undefined || isPossibleDay(context, event, context.day)) return;
  enqueue.assign({ day: undefined });
  enqueue({ type: 'say', params: { key: 'common.refused_dayGone' } });
});

const openSummary = customer.assign(({ context, event }) => ({
  basketId: event.freshId,
  fee: context.way === 'shelf' ? 0 : (deliveryFee(event.shop, codesOf(context.lines), context.commune ?? '') ?? 0),
  standing: context.way === 'shelf' ? standing(context, event.shop) : undefined,
}));

function standing({ lines, shelf = '' }: CustomerContext, shop: Shop): readonly string[] {
  return fromShelf(shop, shelf, wantedLines(lines)).map(({ product }) => product);
}

const place = {
  target: '#customer.placing',
  actions: {
    type: 'command' as const,
    params: ({ context, event }: { context: CustomerContext; event: Parameters<typeof placeOrder>[1] }) => ({
      name: 'order.place' as const,
      input: placeOrder(context, event),
    }),
  },
};
const keep = { target: '#customer.basket', actions: say('customer.kept') };

export const checkout = customer.createStateConfig({
  initial: 'next',
  on: {
    communes: { target: '.commune', actions: assign({ page: ({ event }) => pageOf(event.value) }) },
    commune: {
      guard: 'isServed',
      target: '.next',
      actions: assign({ way: 'delivery', commune: ({ event }) => event.value, day: undefined }),
    },
    day: {
      guard: 'isPossibleDay',
      target: '.next',
      actions: assign({ day: ({ event }) => event.value, mayCall: undefined }),
    },
    shelf: {
      guard: 'isShelf',
      target: '.next',
      actions: assign({ way: 'shelf', shelf: ({ event }) => event.value }),
    },
    mayCall: { target: '.next', actions: assign({ mayCall: ({ event }) => event.value === 'yes' }) },
  },
  states: {
    next: {
      entry: [recheckLines, recheckDay],
      always: [
        { guard: 'hasNoLines', target: '#customer.basket' },
        {
          guard: 'isElsewhere',
          target: 'way',
          actions: [tell(whereElse), assign({ way: undefined, shelf: undefined })],
        },
        // First, so that nobody gives the name of the relative as their own.
        { guard: 'needsReceiver', target: 'receiver' },
        { guard: 'needsReceiverPhone', target: 'receiverPhone' },
        { guard: 'needsName', target: 'name' },
        { guard: 'needsWay', target: 'way' },
        { guard: 'needsShelf', target: 'shelf' },
        { guard: 'needsCommune', target: 'commune' },
        { guard: 'needsAddress', target: 'address' },
        { guard: 'needsLandmark', target: 'landmark' },
        { guard: 'needsDay', target: 'day' },
        { guard: 'needsPhone', target: 'phone' },
        { guard: 'needsMayCall', target: 'mayCall' },
        { target: 'summary' },
      ],
    },
    ...questions,
    summary: {
      entry: openSummary,
      on: {
        confirm: [{ guard: 'isThisSummary', ...place }, { actions: say('customer.confirmOld') }],
        yes: place,
        edit: 'edit',
        later: keep,
        no: keep,
        back: keep,
      },
    },
    edit: {
      on: {
        correct: [
          { guard: 'isSelection', target: '#customer.change', actions: assign({ page: 1 }) },
          { guard: 'isPlace', target: 'way', actions: assign(noPlace) },
          { guard: 'isDay', target: 'next', actions: assign({ day: undefined, mayCall: undefined }) },
          {
            guard: 'isNames',
            target: 'next',
            actions: assign(({ context }) => ({
              suggestion: context.name,
              name: undefined,
              receiver: context.receiver && {},
            })),
          },
        ],
        back: 'next',
      },
    },
  },
});
