/** The question whether a distributor takes a delivery. */
import type { CommandRequest } from '../kit.ts';
import { answerFirst, late, questionEvents, sayNoLonger } from '../staff/desk.ts';
import { type DistributorContext, shownOffer } from './context.ts';
import { type Asked, distributor } from './setup.ts';

const show = distributor.assign(({ event }) =>
  event.type === 'offer.show.done' && event.answer !== null ? { offer: shownOffer(event.answer) } : {},
);

const openId = (context: DistributorContext) => context.open?.[1] ?? '';

const take = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.take', input: { offer: openId(context) } }),
} as const;

const refuse = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.refuse', input: { offer: openId(context) } }),
} as const;

export const offerEvents = distributor.createStateConfig({
  on: {
    take: [{ guard: 'isAboutOpen', target: '.recording', actions: [take, 'close'] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.recording', actions: [refuse, 'close'] }, late],
  },
});

export const question = distributor.createStateConfig({
  initial: 'reading',
  on: { ...questionEvents, back: answerFirst },
  states: {
    reading: {
      entry: {
        type: 'read',
        params: ({ context }) => ({ name: 'offer.show', input: { offer: openId(context) } }),
      },
      on: {
        'offer.show.done': [
          { guard: 'isOffered', target: 'asking', actions: show },
          { target: '#distributor.resting', actions: [sayNoLonger, 'close'] },
        ],
      },
    },
    asking: {
      on: {
        yes: { target: '#distributor.recording', actions: [take, 'close'] },
        no: { target: '#distributor.recording', actions: [refuse, 'close'] },
      },
    },
  },
});
