/** Looking around by place and by who makes things: shelves, provinces, cooperatives and their stories. */
import { assign } from 'xstate';
import { openPage, pageOf } from './browsing.ts';
import type { CustomerContext } from './context.ts';
import { slugOf } from './guards.ts';
import { customer } from './setup.ts';

const openCooperative = customer.assign(({ event }): Partial<CustomerContext> => {
  if (event.type !== 'cooperative') return {};
  const maker = slugOf(event.value);
  const page = event.value.includes('/') ? pageOf(event.value) : 1;
  return { maker, page, list: `cooperative:${maker}`, among: undefined };
});

export const cooperativeEvents = customer.createStateConfig({
  on: {
    places: { target: '.places', actions: openPage },
    cooperatives: { target: '.cooperatives', actions: openPage },
    cooperative: { guard: 'isCooperative', target: '.cooperative', actions: openCooperative },
  },
});

export const places = customer.createStateConfig({
  on: { back: { target: 'products', actions: assign({ page: 1 }) } },
});

export const cooperatives = customer.createStateConfig({
  on: { back: { target: 'places', actions: assign({ page: 1 }) } },
});

/** A cooperative's card: its story, its days, its products. */
export const cooperative = customer.createStateConfig({
  on: {
    cooperative: { guard: 'isMakerOnView', actions: openPage },
    product: {
      guard: 'isOfMaker',
      target: 'card',
      actions: assign(({ context, event }) => ({ product: event.value, list: `cooperative:${context.maker ?? ''}` })),
    },
    back: [
      { guard: 'isFromCard', target: 'card' },
      { guard: 'hasAmong', target: 'list', actions: assign(({ context }) => ({ list: context.among, page: 1 })) },
      { target: 'cooperatives', actions: assign({ page: 1 }) },
    ],
  },
});
