/** A request for help on view: taken over, answered in as many messages as it needs, and closed. */
import { say } from '../staff/say.ts';
import * as effect from './setup.ts';

const take = { guard: 'isAboutHelp', target: 'taking', actions: effect.takeHelp } as const;
const close = { guard: 'isAboutHelp', target: '#volunteer.recording', actions: effect.closeHelp } as const;
/** A greeting alone is not what somebody who asked for help waits for. */
const wholeSentence = { actions: say('volunteer.wholeSentence') } as const;

export const request = {
  initial: 'reading',
  states: {
    reading: {
      entry: effect.readHelp,
      on: {
        'help.show.done': [
          { guard: 'isUnknownHelp', target: '#volunteer.resting', actions: effect.tell },
          { target: 'open', actions: [effect.tell, effect.keepHelp] },
        ],
      },
    },
    open: { on: { take, write: { guard: 'isAboutHelp', target: 'writing' }, close } },
    taking: { on: { 'help.take.done': { target: 'writing', actions: effect.tell } } },
    writing: {
      on: {
        text: [
          { guard: 'isOrderNumber', target: '#volunteer.story', actions: effect.want },
          { target: 'sending', actions: effect.sendWords },
        ],
        close,
        hello: wholeSentence,
        thanks: wholeSentence,
        yes: wholeSentence,
        no: wholeSentence,
      },
    },
    sending: { on: { 'help.reply.done': { target: 'writing', actions: effect.tell } } },
  },
} as const;
