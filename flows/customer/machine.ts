/** The customer's conversation: its states, and what is understood in all of them. */
import { basket, basketEvents, change, emptying, line } from './basket.ts';
import { browsingEvents, card, cooperatives, list, products } from './browsing.ts';
import { checkout, checkoutEvents } from './checkout.ts';
import { emptyContext } from './context.ts';
import { home, language, welcome } from './opening.ts';
import { orderEvents, placed, placing, undoing } from './orders.ts';
import { customer } from './setup.ts';
import { wordEvents } from './words.ts';

export const customerMachine = customer.createMachine({
  id: 'customer',
  context: emptyContext,
  initial: 'language',
  on: {
    ...wordEvents.on,
    ...browsingEvents.on,
    ...basketEvents.on,
    ...checkoutEvents.on,
    ...orderEvents.on,
  },
  states: {
    language,
    welcome,
    home,
    products,
    cooperatives,
    list,
    card,
    basket,
    change,
    line,
    emptying,
    checkout,
    placing,
    placed,
    undoing,
  },
});
