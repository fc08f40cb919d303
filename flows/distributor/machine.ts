import {
  answerFirst,
  deskEvents,
  homeEvents,
  late,
  noted,
  questionEvents,
  recording,
  refused,
  resting,
  sayNoLonger,
} from '../staff/desk.ts';
import { help } from '../staff/help.ts';
import { say } from '../staff/say.ts';
import { emptyContext } from './context.ts';
import * as effect from './setup.ts';

export const machine = effect.distributor.createMachine({
  id: 'distributor',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...deskEvents({ greeting: 'distributor.greeting', codeUnknown: 'distributor.codeUnknown' }),
    orders: '.round',

    take: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.takeOpen, 'close'] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.refuseOpen, 'close'] }, late],

    notice: { actions: effect.tell },
    'offer.take.done': noted('distributor.taken', 'distributor.takenNext'),
    'offer.refuse.done': noted('distributor.refused'),
    'handover.confirm.done': { target: '.resting', actions: effect.tell },
    'offer.take.refused': refused,
    'offer.refuse.refused': refused,
  },
  states: {
    resting,
    help,
    recording,
    home: { on: homeEvents },
    question: {
      initial: 'reading',
      on: { ...questionEvents, back: answerFirst },
      states: {
        reading: {
          entry: {
            type: 'read',
            params: ({ context }) => ({ name: 'offer.show', input: { offer: context.open?.[1] ?? '' } }),
          },
          on: {
            'offer.show.done': [
              { guard: 'isOffered', target: 'asking', actions: effect.show },
              { target: '#distributor.resting', actions: [sayNoLonger, 'close'] },
            ],
          },
        },
        asking: {
          on: {
            yes: { target: '#distributor.recording', actions: [effect.takeOpen, 'close'] },
            no: { target: '#distributor.recording', actions: [effect.refuseOpen, 'close'] },
          },
        },
      },
    },
    round: {
      initial: 'reading',
      states: {
        reading: {
          entry: { type: 'read', params: { name: 'round.mine', input: undefined } },
          on: {
            'round.mine.done': [
              { guard: 'isEmpty', target: '#distributor.resting', actions: say('distributor.noRound') },
              { target: 'shown', actions: effect.tell },
            ],
          },
        },
        shown: {},
      },
    },
  },
});
