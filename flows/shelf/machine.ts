import { askHelp, confirmHandOver, say, sayRefusal } from '../staff/say.ts';
import { kindWords } from '../staff/words.ts';
import { emptyContext } from './context.ts';
import { keepList, noteArrival, shelf, tell } from './setup.ts';

const refused = { target: '.home', actions: sayRefusal } as const;

export const machine = shelf.createMachine({
  id: 'shelf',
  context: emptyContext,
  initial: 'home',
  on: {
    ...kindWords,
    hello: { target: '.home', actions: say('shelf.greeting') },
    menu: { target: '.home', actions: 'handled' },
    back: { target: '.home', actions: 'handled' },
    expected: '.expected',
    orders: '.waiting',
    volunteer: { target: '.recording', actions: askHelp },
    code: { target: '.recording', actions: confirmHandOver },
    arrived: { actions: say('staff.oldQuestion') },

    question: { actions: 'handled' },
    'question.gone': { actions: 'handled' },
    notice: { actions: tell },

    'arrival.note.done': { target: '.home', actions: tell },
    'handover.confirm.done': { target: '.home', actions: tell },
    'help.ask.done': { target: '.home', actions: say('staff.volunteerCalled') },
    'arrival.note.refused': refused,
    'help.ask.refused': refused,
    'handover.confirm.refused': [
      { guard: 'isCodeUnknown', target: '.home', actions: say('shelf.codeUnknown') },
      refused,
    ],
  },
  states: {
    home: {},
    expected: {
      initial: 'reading',
      states: {
        reading: {
          entry: { type: 'read', params: { name: 'shelf.expected', input: undefined } },
          on: {
            'shelf.expected.done': [
              { guard: 'isNothingExpected', target: '#shelf.home', actions: say('shelf.noneExpected') },
              { target: 'list', actions: [tell, keepList] },
            ],
          },
        },
        list: {
          on: { arrived: { guard: 'isListed', target: '#shelf.recording', actions: noteArrival } },
        },
      },
    },
    waiting: {
      initial: 'reading',
      states: {
        reading: {
          entry: { type: 'read', params: { name: 'shelf.waiting', input: undefined } },
          on: {
            'shelf.waiting.done': [
              { guard: 'isNothingWaiting', target: '#shelf.home', actions: say('shelf.noneWaiting') },
              { target: 'list', actions: tell },
            ],
          },
        },
        list: {},
      },
    },
    recording: {},
  },
});
