/** Where orders go from room to room: the one place that knows both orders and what comes after them. */
import { needDelivery } from './deliveries/need-delivery.ts';
import { beginPickups } from './deliveries/pick-up.ts';
import type { Onward } from './orders/everybody-answered.ts';
import { askKeeper } from './shelves/ask-keeper.ts';
import { expectAtShelf } from './shelves/expect-at-shelf.ts';
import { withdrawReservation } from './shelves/withdraw-reservation.ts';

export const onward: Onward = {
  told: askKeeper,
  // Nobody is looked for to bring an order before somebody has begun to make it, and then it cannot be cancelled.
  withdrawn: withdrawReservation,
  answered: (trx, tools, order, live) =>
    order.way === 'delivery' ? needDelivery(trx, tools, order) : expectAtShelf(trx, tools, order, live),
  partReady: beginPickups,
};
