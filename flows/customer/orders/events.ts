/** All that is understood about orders in every state. */
import { customer } from '../setup.ts';
import { againEvents } from './again.ts';
import { myOrderEvents } from './my-orders.ts';
import { placingEvents } from './placing.ts';
import { restEvents } from './rest.ts';

export const orderEvents = customer.createStateConfig({
  on: { ...placingEvents.on, ...myOrderEvents.on, ...againEvents.on, ...restEvents.on },
});
