/** "The same again": the basket as an earlier order had it, to be looked at before anything is ordered. */
import type { ReadRequest, Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { servedCommunes } from '../guards.ts';
import { statement } from '../prompts/choices.ts';
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
  const place = lines.length > context.lines.length ? placeOfThen(context, event) : {};
  enqueue.assign({ lines, added: undefined, removed: undefined, ...place });
  for (const params of [...said, ...placeLines(place)]) enqueue({ type: 'say', params });
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

/** Said where it is not chosen yet, so that nobody wonders why it is not asked. */
function placeLines({ receiver, commune, shelf }: Partial<CustomerContext>): readonly Statement[] {
  return [
    ...(receiver?.name ? [statement('orders.againReceiver', { name: { typed: receiver.name } })] : []),
    ...(commune ? [statement('orders.againPlace', { commune: { commune } })] : []),
    ...(shelf ? [statement('orders.againShelf', { shelf: { shelf } })] : []),
  ];
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
