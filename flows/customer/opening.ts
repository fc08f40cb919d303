/** The first words: the language, the welcome, the menu. */
import { assign } from 'xstate';
import type { CustomerContext } from './context.ts';
import { say } from './saying.ts';
import { customer } from './setup.ts';

const greet = [say('customer.welcome'), say('customer.automatic'), say('customer.priceRule')];

const openFirst = customer.assign(({ event }): Partial<CustomerContext> => {
  if (event.type === 'product') return { product: event.value, owesWelcome: true };
  return event.type === 'category' ? { list: `category:${event.value}`, owesWelcome: true } : {};
});

/**
 * Asked only while the language is not known: whoever writes a clear word never sees it, because any first message in a
 * known language goes on from here.
 */
export const language = customer.createStateConfig({
  always: [
    { guard: 'canResume', target: 'basket' },
    { guard: 'isKnown', target: 'home' },
    { guard: 'knowsLanguage', target: 'welcome', actions: greet },
  ],
  on: {
    language: [
      {
        guard: 'hasWish',
        target: 'card',
        actions: assign(({ context }) => ({ product: context.wish, wish: undefined, owesWelcome: true })),
      },
      { actions: 'handled' },
    ],
    product: [
      { guard: 'isFirstProduct', target: 'card', actions: openFirst },
      { actions: assign({ wish: ({ event }) => event.value }) },
    ],
    category: [{ guard: 'isFirstCategory', target: 'list', actions: openFirst }, { actions: 'handled' }],
    hello: { actions: 'handled' },
    menu: { actions: 'handled' },
    basket: { actions: 'handled' },
    back: { actions: 'handled' },
  },
});

/** The menu under the first greeting; said again in the other language when that is asked for. */
export const welcome = customer.createStateConfig({
  on: { language: { actions: greet }, back: { actions: say('customer.alreadyHome') } },
});

export const home = customer.createStateConfig({ on: { back: { actions: say('customer.alreadyHome') } } });
