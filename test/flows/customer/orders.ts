/** Orders as the trade would answer them, and a customer who has some. */
import type { OrderView } from '#trade/orders/order.ts';
import { Customer } from './play.ts';

const delivery = {
  kind: 'delivery',
  commune: 'bouchane',
  address: 'Rue 12',
  day: '2026-11-25',
  mayCall: true,
} as const;
export const atShelf = { kind: 'shelf', shelf: 'benguerir' } as const;

export function order(changes: Partial<OrderView> = {}): OrderView {
  return {
    ...{ number: 'A7H4', state: 'told', way: delivery, total: 7500, fee: 2500, isCancellable: false },
    lines: [{ product: 'couscous', quantity: 2, price: 2500 }],
    parts: [{ cooperative: 'tazwit', state: 'asked', source: 'cooperative' }],
    ...changes,
  };
}

/** A customer greeted in a language, who has done all this. */
export function customerWho(language: 'ar' | 'fr', ...doings: Parameters<Customer['does']>[0][]): Customer {
  const customer = new Customer();
  customer.language = language;
  customer.does('hello');
  for (const doing of doings) customer.does(doing);
  return customer;
}

export const mine = (...answer: readonly OrderView[]) => ({ type: 'orders.mine.done', answer });
export const found = (answer: OrderView | null) => ({ type: 'order.mine.done', answer });
export const events = (customer: Customer) => customer.prompt.choices.map(({ event }) => event);
