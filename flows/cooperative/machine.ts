import { waitingLine } from '../staff/questions.ts';
import { askHelp, confirmHandOver, say, sayDone, sayGone, sayRefusal } from '../staff/say.ts';
import { kindWords } from '../staff/words.ts';
import { emptyContext } from './context.ts';
import * as effect from './setup.ts';

const late = { actions: effect.lateAnswer } as const;
const answerFirst = { actions: say('staff.answerFirst') } as const;
const recordRefusal = {
  guard: 'isAboutOpen',
  target: '.recording',
  actions: [effect.refuseOpen, effect.close],
} as const;
const refused = { target: '.resting', actions: sayRefusal } as const;

export const machine = effect.cooperative.createMachine({
  id: 'cooperative',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...kindWords,
    hello: { target: '.resting', actions: say('cooperative.greeting') },
    menu: { target: '.resting', actions: 'handled' },
    back: { target: '.resting', actions: 'handled' },
    orders: '.orders',
    part: '.orders.opening',
    volunteer: { target: '.recording', actions: askHelp },
    code: { target: '.recording', actions: confirmHandOver },

    accept: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.acceptOpen, effect.close] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.question.reasons' }, late],
    other: [{ guard: 'isAboutOpen', target: '.question.words' }, late],
    outOfStock: [recordRefusal, late],
    notEnoughTime: [recordRefusal, late],
    away: [recordRefusal, late],
    none: [recordRefusal, late],
    ready: late,

    question: [
      { guard: 'isKnown', actions: 'handled' },
      { actions: [effect.hold, { type: 'say', params: ({ context }) => waitingLine(context) }] },
    ],
    'question.gone': [{ guard: 'isKnown', actions: [sayGone, effect.drop] }, { actions: 'handled' }],
    notice: { actions: effect.tell },

    'part.accept.done': {
      target: '.resting',
      actions: [sayDone('cooperative.accepted'), say('cooperative.acceptedNext')],
    },
    'part.refuse.done': { target: '.resting', actions: sayDone('cooperative.refused') },
    'part.ready.done': { target: '.resting', actions: effect.tell },
    'handover.confirm.done': { target: '.resting', actions: effect.tell },
    'help.ask.done': { target: '.resting', actions: say('staff.volunteerCalled') },
    'part.accept.refused': refused,
    'part.refuse.refused': refused,
    'part.ready.refused': refused,
    'help.ask.refused': refused,
    'handover.confirm.refused': [
      { guard: 'isCodeUnknown', target: '.resting', actions: say('cooperative.codeUnknown') },
      refused,
    ],
  },
  states: {
    /** Where every conversation comes to rest: at the open question, else at the next one, else at home. */
    resting: {
      always: [
        { guard: 'hasOpen', target: 'question' },
        { guard: 'hasQueue', target: 'question', actions: effect.openNext },
        { target: 'home' },
      ],
    },
    home: {
      on: { question: { target: 'resting', actions: effect.hold } },
    },
    question: {
      initial: 'reading',
      on: {
        menu: answerFirst,
        'question.gone': { guard: 'isOpenGone', target: 'resting', actions: [sayGone, effect.drop] },
      },
      states: {
        reading: {
          entry: {
            type: 'read',
            params: ({ context }) => ({ name: 'part.show', input: { part: context.open?.[1] ?? '' } }),
          },
          on: {
            'part.show.done': [
              { guard: 'isAsked', target: 'asking', actions: effect.show },
              { target: '#cooperative.resting', actions: [effect.sayNoLonger, effect.close] },
            ],
          },
        },
        asking: {
          on: {
            yes: { target: '#cooperative.recording', actions: [effect.acceptOpen, effect.close] },
            no: 'reasons',
            back: answerFirst,
          },
        },
        reasons: {
          on: { back: 'asking' },
        },
        words: {
          on: {
            text: { target: '#cooperative.recording', actions: [effect.refuseOpen, effect.close] },
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
    recording: {},
  },
});
