/** The question of each state in which the customer's conversation waits, by the state's dotted path. */
import { basket, change, emptying, line, otherTotal } from './basket.ts';
import { list, products } from './browsing.ts';
import { card, otherAmount } from './card.ts';
import * as checkout from './checkout.ts';
import { writing } from './help.ts';
import { home, language, welcome } from './opening.ts';
import * as orders from './orders.ts';
import { cooperative, cooperatives, places } from './places.ts';
import * as privacy from './privacy.ts';
import { summary } from './summary.ts';

export const prompts = {
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
  'checkout.name': checkout.name,
  'checkout.receiver': checkout.receiver,
  'checkout.receiverPhone': checkout.receiverPhone,
  'checkout.way': checkout.way,
  'checkout.shelf': checkout.shelf,
  'checkout.commune': checkout.commune,
  'checkout.address': checkout.address,
  'checkout.landmark': checkout.landmark,
  'checkout.day': checkout.day,
  'checkout.phone': checkout.phone,
  'checkout.mayCall': checkout.mayCall,
  'checkout.summary': summary,
  'checkout.edit': checkout.edit,
  placing: orders.recording,
  placed: orders.placed,
  undoing: orders.recording,
  'myOrders.list': orders.list,
  'myOrders.one': orders.one,
  'myOrders.cancelling': orders.cancelling,
  'myOrders.recording': orders.recording,
  'help.writing': writing,
  'help.sending': orders.recording,
  'help.thanking': orders.recording,
  'privacy.shown': privacy.shown,
  'privacy.forgetting': privacy.forgetting,
  'privacy.erasing': orders.recording,
};
