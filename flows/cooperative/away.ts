/** When the women are away: until which day, and what that means meanwhile. */
import type { CommandRequest } from '../kit.ts';
import { undoLines } from '../staff/answers.ts';
import { say } from '../staff/say.ts';
import { awayLines } from './lines.ts';
import { keepProducts } from './products.ts';
import { type Asked, chosen, cooperative } from './setup.ts';

const { assign } = cooperative;

const recordAway = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'cooperative.away', input: { until: context.until } }),
} as const;

const tellAway = {
  type: 'tell',
  params: ({ context, event }: Asked) =>
    event.type === 'cooperative.away.done'
      ? [...awayLines(context.until), ...undoLines(event.answer.undoUntil, event.now)]
      : [],
} as const;

export const awayEvents = cooperative.createStateConfig({
  on: {
    absence: '.absence',
    until: [
      {
        guard: 'isDayToCome',
        target: '.recording',
        actions: [assign(({ event }) => ({ until: chosen(event) })), recordAway],
      },
      { actions: say('staff.oldQuestion') },
    ],
    present: { target: '.recording', actions: [assign({ until: null }), recordAway] },
    'cooperative.away.done': { target: '.resting', actions: tellAway },
  },
});

/** Its products tell whose conversation it is, and so until when it is away already. */
export const absence = cooperative.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'products.mine', input: undefined } },
      on: {
        'products.mine.done': {
          target: 'asking',
          actions: keepProducts,
        },
      },
    },
    asking: {},
  },
});
