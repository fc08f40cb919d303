import type { PlaceOrder } from '#trade/orders/order.ts';

/** Sunday. */
export const today = '2026-11-22';
/** The Monday after: all three distributors of the sample shop ride to Bouchane. */
export const monday = '2026-11-23';
/** Noon of `today` in Casablanca. */
export const noon = Date.parse('2026-11-22T11:00:00Z');

/** An order of couscous and honey to Bouchane, with what a test cares about put in its place. */
export function toBouchane(change: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    basketId: 'basket-1',
    lines: [
      { product: 'couscous', quantity: 2, price: 2500 },
      { product: 'honey', quantity: 1, price: 9000 },
    ],
    payer: { name: 'Amina', phone: '+212600000001' },
    receiver: { name: 'Amina', phone: '+212600000001' },
    payment: 'cashAtDoor',
    way: { kind: 'delivery', commune: 'bouchane', address: 'douar 3', day: monday, mayCall: true },
    fee: 3000,
    language: 'fr',
    ...change,
  };
}

/** The same goods, collected at the shelf of Youssoufia. */
export function atShelf(change: Partial<PlaceOrder> = {}): PlaceOrder {
  return toBouchane({ way: { kind: 'shelf', shelf: 'youssoufia' }, payment: 'cashAtShelf', fee: 0, ...change });
}
