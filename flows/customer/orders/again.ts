/** "The same again": the basket as an earlier order had it, to be looked at before anything is ordered. */
import type { ReadRequest } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { servedCommunes } from '../guards.ts';
import { say } from '../saying.ts';
import { customer } from '../setup.ts';
import { orderIn } from './guards.ts';
import { refill } from './refill.ts';

function readAgain({ event }: { event: CustomerEvent }): ReadRequest {
  const order = orderIn(event);
  return { name: 'order.again', input: order === '' ? {} : { order } };
}

const refillBasket = customer.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'order.again.done' || event.answer === null) return;
  const { lines, said } = refill(context.lines, event.answer, event);
  enqueue.assign({ lines, added: undefined, ...placeOfThen(context, event) });
  for (const params of said) enqueue({ type: 'say', params });
});

/** For whom and where, to be changed at the summary; not the day, and nothing where a place is chosen already. */
function placeOfThen(context: CustomerContext, event: CustomerEvent): Partial<CustomerContext> {
  if (event.type !== 'order.again.done' || event.answer === null || context.way !== undefined) return {};
  const { way, receiver: other } = event.answer;
  const receiver = context.receiver ?? (other && { name: other.name, phone: other.phone ?? null });
  if (way.kind === 'shelf') return event.shop.shelves.has(way.shelf) ? { receiver, shelf: way.shelf } : { receiver };
  if (!servedCommunes(event).includes(way.commune)) return { receiver };
  const { commune, address, landmark = null, location, voiceNote } = way;
  return {
    ...{ receiver, commune, address, landmark, voiceNote, day: undefined, mayCall: undefined },
    location: location && [location.latitude, location.longitude],
  };
}

export const againEvents = customer.createStateConfig({
  on: {
    again: { actions: { type: 'read', params: readAgain } },
    'order.again.done': [
      { guard: 'isRepeatable', target: '.basket', actions: refillBasket },
      { actions: say('orders.nothingAgain') },
    ],
  },
});
