/** What comes to the shelf from the cooperatives, and what lies there for customers. */
import type { ShelfOrder, ShelfPart } from '#trade/shelves/requests.ts';
import { tell } from '../staff/desk.ts';
import { say } from '../staff/say.ts';
import { listedPart } from './context.ts';
import { expectedLines, waitingLines } from './lines.ts';
import { type Asked, chosen, shelf } from './setup.ts';

const { assign } = shelf;

const keepList = assign(({ event }) =>
  event.type === 'shelf.expected.done' ? { list: event.answer.map(listedPart) } : {},
);

const noteArrival = {
  type: 'command',
  params: ({ event }: Asked) => ({ name: 'arrival.note', input: { part: chosen(event) } }) as const,
} as const;

export const expected = shelf.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'shelf.expected', input: undefined } },
      on: {
        'shelf.expected.done': [
          { guard: 'isEmpty', target: '#shelf.resting', actions: say('shelf.noneExpected') },
          {
            target: 'list',
            actions: [tell(({ answer }: { answer: readonly ShelfPart[] }) => expectedLines(answer)), keepList],
          },
        ],
      },
    },
    list: {
      on: { arrived: { guard: 'isListed', target: '#shelf.recording', actions: noteArrival } },
    },
  },
});

export const waiting = shelf.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'shelf.waiting', input: undefined } },
      on: {
        'shelf.waiting.done': [
          { guard: 'isEmpty', target: '#shelf.resting', actions: say('shelf.noneWaiting') },
          {
            target: 'list',
            actions: tell(({ answer }: { answer: readonly ShelfOrder[] }) => waitingLines(answer)),
          },
        ],
      },
    },
    list: {},
  },
});
