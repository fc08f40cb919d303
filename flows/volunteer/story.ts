/** An order on view: its five lines, and what a volunteer can do about it. */
import * as effect from './setup.ts';

const answerFor = { guard: 'isAboutSilent', target: '#volunteer.recording', actions: effect.answerFor } as const;
const doIt = { guard: 'isMeant', target: '#volunteer.recording', actions: effect.carryOutIntent } as const;

export const story = {
  initial: 'reading',
  states: {
    reading: {
      entry: effect.readStory,
      on: {
        'order.story.done': [
          { guard: 'isUnknownOrder', target: '#volunteer.finding', actions: effect.tell },
          { target: 'open', actions: [effect.tell, effect.keepStory] },
        ],
      },
    },
    open: {},
    answering: {
      on: {
        accept: answerFor,
        outOfStock: answerFor,
        other: answerFor,
        yes: { target: '#volunteer.recording', actions: effect.answerFor },
        back: 'open',
      },
    },
    distributors: {
      on: {
        distributor: { guard: 'isDistributor', target: 'confirming', actions: effect.intendAssign },
        more: { actions: effect.nextPage },
        back: 'open',
      },
    },
    confirming: {
      on: {
        retry: doIt,
        return: doIt,
        noteBack: doIt,
        cancel: doIt,
        assign: doIt,
        yes: { target: '#volunteer.recording', actions: effect.carryOutIntent },
        no: 'open',
        back: 'open',
      },
    },
  },
} as const;
