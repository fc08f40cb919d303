/** The question of each state in which the customer's conversation waits, by the state's dotted path. */
import { basket, change, emptying, line } from './basket.ts';
import { cooperatives, list, products } from './browsing.ts';
import { card } from './card.ts';
import * as checkout from './checkout.ts';
import { home, language, welcome } from './opening.ts';
import { placed, recording } from './orders.ts';
import { summary } from './summary.ts';

export const prompts = {
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
  placing: recording,
  placed,
  undoing: recording,
};
