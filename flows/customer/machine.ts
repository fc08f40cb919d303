/** The customer's conversation: its states, and what is understood in all of them. */
import { voiceEvents } from '../voice.ts';
import { basket, basketEvents, change, emptying, line, otherTotal } from './basket.ts';
import { browsingEvents, card, list, otherAmount, products } from './browsing.ts';
import { checkout, checkoutEvents } from './checkout.ts';
import { emptyContext } from './context.ts';
import { cooperative, cooperativeEvents, cooperatives, places } from './cooperatives.ts';
import { help, helpEvents } from './help.ts';
import { home, language, welcome } from './opening.ts';
import { orderEvents } from './orders/events.ts';
import { myOrders } from './orders/my-orders.ts';
import { placed, placing, undoing } from './orders/placing.ts';
import { privacy, privacyEvents } from './privacy.ts';
import { customer } from './setup.ts';
import { wordEvents } from './words.ts';

export const customerMachine = customer.createMachine({
  id: 'customer',
  context: emptyContext,
  initial: 'language',
  on: {
    ...wordEvents.on,
    ...voiceEvents,
    ...browsingEvents.on,
    ...cooperativeEvents.on,
    ...basketEvents.on,
    ...checkoutEvents.on,
    ...orderEvents.on,
    ...helpEvents.on,
    ...privacyEvents.on,
  },
  states: {
    language,
    welcome,
    home,
    products,
    places,
    cooperatives,
    cooperative,
    list,
    card,
    otherAmount,
    basket,
    change,
    line,
    otherTotal,
    emptying,
    checkout,
    placing,
    placed,
    undoing,
    myOrders,
    help,
    privacy,
  },
});
