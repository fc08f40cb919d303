/** From the basket to the yes. Each answer goes to `next`, which asks for what is still missing. */
import { assign } from 'xstate';
import { deliveryFee } from '#trade/orders/fee.ts';
import { recheckLines } from './basket.ts';
import { codesOf } from './basket-lines.ts';
import { pageOf } from './browsing.ts';
import { type CustomerContext, noPlace } from './context.ts';
import { possibleDays } from './guards.ts';
import { placeOrder } from './place-order.ts';
import { say } from './saying.ts';
import { customer } from './setup.ts';

/** Longer than any name or address, short enough for a session. */
const longestName = 60;
const longestAddress = 240;

function typed(text: string, longest: number): string {
  return text.trim().slice(0, longest);
}

function startWith(way: 'delivery' | 'shelf') {
  return customer.assign(
    ({ context, event: { profile } }): Partial<CustomerContext> => ({
      way,
      ...(context.name === undefined && { suggestion: profile?.name?.slice(0, longestName) }),
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
  if (context.day === undefined || possibleDays(context, event).days.includes(context.day)) return;
  enqueue.assign({ day: undefined });
  enqueue({ type: 'say', params: { key: 'common.refused_dayGone' } });
});

const openSummary = customer.assign(({ context, event }) => ({
  basketId: event.freshId,
  fee: context.way === 'shelf' ? 0 : (deliveryFee(event.shop, codesOf(context.lines), context.commune ?? '') ?? 0),
}));

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
        { guard: 'needsName', target: 'name' },
        { guard: 'needsReceiver', target: 'receiver' },
        { guard: 'needsReceiverPhone', target: 'receiverPhone' },
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
    name: {
      on: {
        text: [
          {
            guard: 'isName',
            target: 'next',
            actions: assign({ name: ({ event }) => typed(event.text, longestName) }),
          },
          { actions: say('customer.nameWrong') },
        ],
        sameName: {
          guard: 'hasSuggestion',
          target: 'next',
          actions: assign(({ context }) => ({ name: context.suggestion, suggestion: undefined })),
        },
        relative: { actions: assign({ receiver: {} }) },
        myself: { actions: assign({ receiver: undefined }) },
        back: '#customer.basket',
      },
    },
    receiver: {
      on: {
        text: [
          {
            guard: 'isName',
            target: 'next',
            actions: assign({ receiver: ({ event }) => ({ name: typed(event.text, longestName) }) }),
          },
          { actions: say('customer.nameWrong') },
        ],
        myself: { target: 'next', actions: assign({ receiver: undefined }) },
        back: 'name',
      },
    },
    receiverPhone: {
      on: {
        phone: {
          target: 'next',
          actions: assign({ receiver: ({ context, event }) => ({ ...context.receiver, phone: event.value }) }),
        },
        noPhone: {
          target: 'next',
          actions: assign({ receiver: ({ context }) => ({ ...context.receiver, phone: null }) }),
        },
        text: { actions: say('customer.phoneWrong') },
        number: { actions: say('customer.phoneWrong') },
        back: 'receiver',
      },
    },
    way: { on: { back: '#customer.basket' } },
    shelf: { on: { back: '#customer.basket' } },
    commune: { on: { back: '#customer.basket' } },
    address: {
      on: {
        text: {
          guard: 'hasWords',
          target: 'next',
          actions: assign(({ event }) => ({
            address: typed(event.text, longestAddress),
            location: undefined,
          })),
        },
        location: {
          target: 'next',
          actions: assign(({ event }) => ({
            address: '',
            location: [event.latitude, event.longitude] as const,
          })),
        },
        back: { target: 'commune', actions: assign({ page: 1 }) },
      },
    },
    landmark: {
      on: {
        text: {
          target: 'next',
          actions: assign({ landmark: ({ event }) => typed(event.text, longestAddress) }),
        },
        skip: { target: 'next', actions: assign({ landmark: null }) },
        back: 'address',
      },
    },
    day: { on: { back: 'landmark' } },
    phone: {
      on: {
        phone: { target: 'next', actions: assign({ phone: ({ event }) => event.value }) },
        noPhone: { target: 'next', actions: assign({ phone: null }) },
        text: { actions: say('customer.phoneWrong') },
        number: { actions: say('customer.phoneWrong') },
        back: 'day',
      },
    },
    mayCall: {
      on: {
        yes: { target: 'next', actions: assign({ mayCall: true }) },
        no: { target: 'next', actions: assign({ mayCall: false }) },
        back: 'day',
      },
    },
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
