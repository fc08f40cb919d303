import { waitingLine } from '../staff/questions.ts';
import { askHelp, confirmHandOver, say, sayDone, sayGone, sayRefusal } from '../staff/say.ts';
import { kindWords } from '../staff/words.ts';
import { emptyContext } from './context.ts';
import * as effect from './setup.ts';

const late = { actions: effect.lateAnswer } as const;
const answerFirst = { actions: say('staff.answerFirst') } as const;
const refused = { target: '.resting', actions: sayRefusal } as const;

export const machine = effect.distributor.createMachine({
  id: 'distributor',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...kindWords,
    hello: { target: '.resting', actions: say('distributor.greeting') },
    menu: { target: '.resting', actions: 'handled' },
    back: { target: '.resting', actions: 'handled' },
    orders: '.round',
    volunteer: { target: '.recording', actions: askHelp },
    code: { target: '.recording', actions: confirmHandOver },

    take: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.takeOpen, effect.close] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.recording', actions: [effect.refuseOpen, effect.close] }, late],

    question: [
      { guard: 'isKnown', actions: 'handled' },
      { actions: [effect.hold, { type: 'say', params: ({ context }) => waitingLine(context) }] },
    ],
    'question.gone': [{ guard: 'isKnown', actions: [sayGone, effect.drop] }, { actions: 'handled' }],
    notice: { actions: effect.tell },

    'offer.take.done': {
      target: '.resting',
      actions: [sayDone('distributor.taken'), say('distributor.takenNext')],
    },
    'offer.refuse.done': { target: '.resting', actions: sayDone('distributor.refused') },
    'handover.confirm.done': { target: '.resting', actions: effect.tell },
    'help.ask.done': { target: '.resting', actions: say('staff.volunteerCalled') },
    'offer.take.refused': refused,
    'offer.refuse.refused': refused,
    'help.ask.refused': refused,
    'handover.confirm.refused': [
      { guard: 'isCodeUnknown', target: '.resting', actions: say('distributor.codeUnknown') },
      refused,
    ],
  },
  states: {
    /** Where every conversation comes to rest: at the open offer, else at the next one, else at home. */
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
        back: answerFirst,
        'question.gone': { guard: 'isOpenGone', target: 'resting', actions: [sayGone, effect.drop] },
      },
      states: {
        reading: {
          entry: {
            type: 'read',
            params: ({ context }) => ({ name: 'offer.show', input: { offer: context.open?.[1] ?? '' } }),
          },
          on: {
            'offer.show.done': [
              { guard: 'isOffered', target: 'asking', actions: effect.show },
              { target: '#distributor.resting', actions: [effect.sayNoLonger, effect.close] },
            ],
          },
        },
        asking: {
          on: {
            yes: { target: '#distributor.recording', actions: [effect.takeOpen, effect.close] },
            no: { target: '#distributor.recording', actions: [effect.refuseOpen, effect.close] },
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
    recording: {},
  },
});
