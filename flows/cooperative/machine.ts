/** The cooperative's conversation: what it is asked, and what it asks for itself. */
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

const recordRefusal = { guard: 'isAboutOpen', target: '.recording', actions: [effect.refuseOpen, 'close'] } as const;

export const machine = effect.cooperative.createMachine({
  id: 'cooperative',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...deskEvents({ greeting: 'cooperative.greeting', codeUnknown: 'cooperative.codeUnknown' }),
    orders: '.orders',
    part: '.orders.opening',

    accept: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.acceptOpen, 'close'] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.question.reasons' }, late],
    other: [{ guard: 'isAboutOpen', target: '.question.words' }, late],
    outOfStock: [recordRefusal, late],
    notEnoughTime: [recordRefusal, late],
    away: [recordRefusal, late],
    none: [recordRefusal, late],
    ready: late,

    notice: { actions: effect.tell },
    'part.accept.done': noted('cooperative.accepted', 'cooperative.acceptedNext'),
    'part.refuse.done': noted('cooperative.refused'),
    'part.ready.done': { target: '.resting', actions: effect.tell },
    'handover.confirm.done': { target: '.resting', actions: effect.tell },
    'part.accept.refused': refused,
    'part.refuse.refused': refused,
    'part.ready.refused': refused,
  },
  states: {
    resting,
    help,
    recording,
    home: { on: homeEvents },
    question: {
      initial: 'reading',
      on: questionEvents,
      states: {
        reading: {
          entry: {
            type: 'read',
            params: ({ context }) => ({ name: 'part.show', input: { part: context.open?.[1] ?? '' } }),
          },
          on: {
            'part.show.done': [
              { guard: 'isAsked', target: 'asking', actions: effect.show },
              { target: '#cooperative.resting', actions: [sayNoLonger, 'close'] },
            ],
          },
        },
        asking: {
          on: {
            yes: { target: '#cooperative.recording', actions: [effect.acceptOpen, 'close'] },
            no: 'reasons',
            back: answerFirst,
          },
        },
        reasons: {
          on: { back: 'asking' },
        },
        words: {
          on: {
            text: { target: '#cooperative.recording', actions: [effect.refuseOpen, 'close'] },
            back: 'reasons',
          },
        },
      },
    },
    orders: {
      initial: 'reading',
      states: {
        reading: {
          entry: { type: 'read', params: { name: 'parts.open', input: undefined } },
          on: {
            'parts.open.done': [
              { guard: 'isEmpty', target: '#cooperative.resting', actions: say('cooperative.noOrders') },
              { target: 'list', actions: effect.keepList },
            ],
          },
        },
        list: {},
        opening: {
          entry: {
            type: 'read',
            params: ({ event }) => ({ name: 'part.show', input: { part: effect.chosen(event) } }),
          },
          on: {
            'part.show.done': [
              { guard: 'isAsked', target: '#cooperative.question.asking', actions: [effect.show, effect.openShown] },
              { guard: 'isInHand', target: 'one', actions: effect.show },
              { target: '#cooperative.resting', actions: effect.tell },
            ],
          },
        },
        one: {
          on: {
            ready: [{ guard: 'isAboutShown', target: '#cooperative.recording', actions: effect.markReady }, late],
            back: 'reading',
          },
        },
      },
    },
  },
});
