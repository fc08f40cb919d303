/** The basket: looked at, changed, emptied, taken back by one word. */
import { assign } from 'xstate';
import type { Statement } from '../kit.ts';
import { quantityOf, recheck, withQuantity } from './basket-lines.ts';
import { noQuantity, pageOf, whyNot } from './browsing.ts';
import type { CustomerContext, Line } from './context.ts';
import type { CustomerEvent } from './events.ts';
import { wantedAmount } from './guards.ts';
import { tell } from './saying.ts';
import { customer } from './setup.ts';

/** Brings lines and prices up to the edition in force, and says what that changed. */
export const recheckLines = customer.enqueueActions(({ context, event, enqueue }) => {
  const { lines, changes } = recheck(context.lines, event.shop);
  if (changes.length === 0) return;
  enqueue.assign({ lines });
  for (const params of changes) enqueue({ type: 'say', params });
});

const setLine = customer.assign(({ context, event }): Partial<CustomerContext> => {
  const wanted = wantedAmount({ context, event });
  const product = wanted && event.shop.products.get(wanted.code);
  const lines = product && withQuantity(context.lines, product, wanted.quantity);
  return lines ? { lines, added: undefined, removed: undefined } : {};
});

function lineIn({ lines }: CustomerContext, event: CustomerEvent): Line | undefined {
  return lines.find(([product]) => event.type === 'remove' && product === event.value);
}

/** Said before it happens. A digit meant as a quantity may have done it: one word brings the line back. */
const remove = [
  tell((context, event) => about('customer.removed', lineIn(context, event))),
  customer.assign(({ context, event }): Partial<CustomerContext> => {
    const removed = lineIn(context, event);
    return { lines: context.lines.filter((line) => line !== removed), added: undefined, removed };
  }),
];

export const putBack = [
  tell(({ removed }) => about('customer.putBack', removed)),
  customer.assign(({ context: { lines, removed } }) => ({
    lines: removed ? [...lines, removed] : lines,
    removed: undefined,
  })),
];

function about(key: 'customer.removed' | 'customer.putBack', line: Line | undefined): readonly Statement[] {
  if (line === undefined) return [];
  const [product, quantity] = line;
  return [{ key, values: { product: { product }, amount: { amountOf: product, quantity } } }];
}

function takenBack({ added }: CustomerContext): readonly Statement[] {
  if (!added) return [];
  const values = { product: { product: added[0] }, amount: { amountOf: added[0], quantity: added[1] } };
  return [{ key: 'customer.takenBack', values }];
}

/** Said before it happens, while what was added last is still known. */
export const takeBack = [
  tell(takenBack),
  customer.assign(({ context, event }): Partial<CustomerContext> => {
    const [code, quantity] = context.added ?? ['', 0];
    const product = event.shop.products.get(code);
    if (!product) return { lines: context.lines.filter(([one]) => one !== code), added: undefined };
    const left = quantityOf(context.lines, code) - quantity;
    return { lines: withQuantity(context.lines, product, left), added: undefined };
  }),
];

export const basketEvents = customer.createStateConfig({
  on: {
    basket: { target: '.basket', actions: 'handled' },
    change: [
      {
        guard: 'hasLines',
        target: '.change',
        actions: assign({ page: ({ event }) => pageOf(event.value) }),
      },
      { target: '.basket', actions: 'handled' },
    ],
    line: {
      guard: 'hasLine',
      target: '.line',
      actions: assign({ product: ({ event }) => event.value }),
    },
    otherTotal: {
      guard: 'hasLine',
      target: '.otherTotal',
      actions: assign({ product: ({ event }) => event.value }),
    },
    set: [{ guard: 'canSet', target: '.basket', actions: setLine }, { actions: tell(whyNot) }],
    remove: { guard: 'hasLine', target: '.basket', actions: remove },
  },
});

export const basket = customer.createStateConfig({
  entry: [recheckLines, assign({ before: undefined })],
  on: { back: 'home' },
});

export const change = customer.createStateConfig({
  on: { empty: 'emptying', back: 'basket' },
});

export const line = customer.createStateConfig({
  on: {
    number: [{ guard: 'canSet', target: 'basket', actions: setLine }, { actions: tell(whyNot) }],
    text: noQuantity,
    back: { target: 'change', actions: assign({ page: 1 }) },
  },
});

export const otherTotal = customer.createStateConfig({
  on: {
    number: [{ guard: 'canSet', target: 'basket', actions: setLine }, { actions: tell(whyNot) }],
    text: noQuantity,
    back: 'line',
  },
});

const emptied = {
  target: 'basket',
  actions: customer.assign({ lines: [], added: undefined, removed: undefined, receiver: undefined }),
};

/** Only the choice of this question, or a typed yes to it, empties the basket. */
export const emptying = customer.createStateConfig({
  on: { emptyNow: emptied, yes: emptied, no: 'basket', back: 'basket' },
});
