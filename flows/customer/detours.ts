/** What is done in passing, such as writing to a volunteer, and the way back to what was interrupted. */
import { stateIn } from 'xstate';
import { readOrders } from './orders/my-orders.ts';
import { customer } from './setup.ts';

const fromCheckout = customer.assign({ from: 'checkout' });
const fromBasket = customer.assign({ from: 'basket' });
const fromCard = customer.assign({ from: 'card' });
const fromList = customer.assign({ from: 'list' });
const fromOrders = customer.assign({ from: 'orders' });
const fromElsewhere = customer.assign({ from: undefined });

/** The transitions of one event; a detour begun within another keeps the way back of the first. */
export function detour<Target extends string, Action>(target: Target, actions: readonly Action[] = []) {
  return [
    { guard: stateIn('#customer.help'), target, actions: [...actions] },
    { guard: stateIn('#customer.privacy'), target, actions: [...actions] },
    { guard: stateIn('#customer.checkout'), target, actions: [fromCheckout, ...actions] },
    { guard: stateIn('#customer.basket'), target, actions: [fromBasket, ...actions] },
    { guard: stateIn('#customer.card'), target, actions: [fromCard, ...actions] },
    { guard: stateIn('#customer.list'), target, actions: [fromList, ...actions] },
    { guard: stateIn('#customer.myOrders'), target, actions: [fromOrders, ...actions] },
    { target, actions: [fromElsewhere, ...actions] },
  ];
}

/** The checkout asks what is still missing; the orders are read anew. */
export function wayBack<Action>(actions: readonly Action[] = []) {
  return [
    { guard: 'cameFromCheckout' as const, target: '#customer.checkout.next', actions: [...actions, fromElsewhere] },
    { guard: 'cameFromBasket' as const, target: '#customer.basket', actions: [...actions, fromElsewhere] },
    { guard: 'cameFromCard' as const, target: '#customer.card', actions: [...actions, fromElsewhere] },
    { guard: 'cameFromList' as const, target: '#customer.list', actions: [...actions, fromElsewhere] },
    { guard: 'cameFromOrders' as const, target: '#customer.home', actions: [...actions, fromElsewhere, readOrders] },
    { target: '#customer.home', actions: [...actions, fromElsewhere] },
  ];
}
