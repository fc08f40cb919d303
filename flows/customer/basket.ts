/** The basket: looked at, changed, emptied, taken back by one word. */
import { assign } from 'xstate';
import type { Statement } from '../kit.ts';
import { quantityOf, recheck, withQuantity } from './basket-lines.ts';
import { pageOf, whyNot } from './browsing.ts';
import type { CustomerContext } from './context.ts';
import { wantedAmount } from './guards.ts';
import { say, tell } from './saying.ts';
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
  return product ? { lines: withQuantity(context.lines, product, wanted.quantity), added: undefined } : {};
});

const removeLine = customer.assign(({ context, event }): Partial<CustomerContext> => {
  const code = event.type === 'remove' ? event.value : '';
  return { lines: context.lines.filter(([product]) => product !== code), added: undefined };
});

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
    remove: { guard: 'hasLine', target: '.basket', actions: [removeLine, say('customer.removed')] },
  },
});

export const basket = customer.createStateConfig({
  entry: recheckLines,
  on: { back: 'home' },
});

export const change = customer.createStateConfig({
  on: { empty: 'emptying', back: 'basket' },
});

export const line = customer.createStateConfig({
  on: {
    number: [{ guard: 'canSet', target: 'basket', actions: setLine }, { actions: tell(whyNot) }],
    back: { target: 'change', actions: assign({ page: 1 }) },
  },
});

export const otherTotal = customer.createStateConfig({
  on: {
    number: [{ guard: 'canSet', target: 'basket', actions: setLine }, { actions: tell(whyNot) }],
    back: 'line',
  },
});

const emptied = {
  target: 'basket',
  actions: customer.assign({ lines: [], added: undefined, receiver: undefined }),
};

/** Only the choice of this question, or a typed yes to it, empties the basket. */
export const emptying = customer.createStateConfig({
  on: { emptyNow: emptied, yes: emptied, no: 'basket', back: 'basket' },
});
