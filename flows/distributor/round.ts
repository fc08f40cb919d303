/** The round, and what can be said of each of its deliveries: that it failed and why, that it sets out again. */
import type { RoundStop } from '#trade/deliveries/delivery.ts';
import type { CommandRequest } from '../kit.ts';
import { busyEvents } from '../staff/desk.ts';
import { say } from '../staff/say.ts';
import { listedDelivery, shownDelivery } from './context.ts';
import { deliveryLines, roundLines, todayFirst } from './round-lines.ts';
import { type Asked, chosen, distributor } from './setup.ts';

const { assign } = distributor;

const readRound = { type: 'read', params: { name: 'round.mine', input: undefined } } as const;
const keepRound = assign(({ event }) =>
  event.type === 'round.mine.done' ? { round: todayFirst(event.answer, event.today).map(listedDelivery) } : {},
);

/** The delivery that is wanted, as far as its number tells; the round says the rest. */
const want = assign(({ event }) => ({ delivery: shownDelivery({ order: chosen(event), state: 'needed' }) }));

function wanted({ context, event }: Asked): RoundStop | undefined {
  if (event.type !== 'round.mine.done') return undefined;
  return event.answer.find(({ order }) => order === context.delivery?.order);
}

const show = assign(({ context, event }) => {
  const stop = wanted({ context, event });
  return stop === undefined ? {} : { delivery: shownDelivery(stop) };
});

const tellRound = {
  type: 'tell',
  params: ({ event }: Asked) => {
    if (event.type !== 'round.mine.done') return [];
    return roundLines(todayFirst(event.answer, event.today), event.shop);
  },
} as const;

const tellDelivery = {
  type: 'tell',
  params: ({ context, event }: Asked) => {
    const stop = wanted({ context, event });
    return stop === undefined ? [] : deliveryLines(stop, event.shop);
  },
} as const;

/** With the reason that was chosen, or the words that were typed. */
const fail = {
  type: 'command',
  params: ({ context, event }: Asked): CommandRequest => {
    const order = context.delivery?.order ?? '';
    switch (event.type) {
      case 'nobodyThere':
      case 'placeNotFound':
      case 'notWanted':
      case 'cannotPay':
      case 'breakdown':
        return { name: 'delivery.fail', input: { order, cause: event.type } };
      default: {
        const words = event.type === 'text' ? { words: event.text } : {};
        return { name: 'delivery.fail', input: { order, cause: 'other', ...words } };
      }
    }
  },
} as const;

const retry = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({ name: 'delivery.retry', input: { order: chosen(event) } }),
} as const;

/** A tap on what an older menu said of a delivery shows the delivery as it is now. */
const asItIs = { target: '.delivery', actions: want } as const;
const recordFailure = [{ guard: 'isUnderWay', target: '.recording', actions: fail }, asItIs] as const;

export const roundEvents = distributor.createStateConfig({
  on: {
    orders: '.round',
    deliveryOf: asItIs,
    order: asItIs,
    notHanded: [{ guard: 'isUnderWay', target: '.delivery.reasons' }, asItIs],
    nobodyThere: recordFailure,
    placeNotFound: recordFailure,
    notWanted: recordFailure,
    cannotPay: recordFailure,
    breakdown: recordFailure,
    other: [{ guard: 'isUnderWay', target: '.delivery.words' }, asItIs],
    none: recordFailure,
    tryAgain: [{ guard: 'hasFailed', target: '.recording', actions: retry }, asItIs],
  },
});

export const round = distributor.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: readRound,
      on: {
        'round.mine.done': [
          { guard: 'isEmpty', target: '#distributor.resting', actions: say('distributor.noRound') },
          { target: 'shown', actions: [keepRound, tellRound] },
        ],
      },
    },
    shown: {},
  },
});

export const delivery = distributor.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: readRound,
      on: {
        'round.mine.done': [
          { guard: 'isInRound', target: 'one', actions: [show, tellDelivery] },
          { target: '#distributor.resting', actions: say('distributor.notInRound') },
        ],
      },
    },
    one: {
      on: { back: '#distributor.round' },
    },
    reasons: {
      on: { ...busyEvents, back: 'one' },
    },
    words: {
      on: {
        ...busyEvents,
        text: { target: '#distributor.recording', actions: fail },
        back: 'reasons',
      },
    },
  },
});
