/** The evening count: what stands free on the shelf, typed in one message or in several, then confirmed. */
import type { CommandRequest } from '../kit.ts';
import { busyEvents } from '../staff/desk.ts';
import { say } from '../staff/say.ts';
import { unitsOf } from './context.ts';
import { unclearLines } from './count-lines.ts';
import { type Asked, shelf, typedCount } from './setup.ts';

const { assign } = shelf;

const begin = assign(({ event }) =>
  event.type === 'shelf.stock.done' ? { stock: event.answer.map(unitsOf), counts: [], page: 0 } : {},
);

/** What is counted again replaces what was counted before; the rest stays. */
const keepCounts = assign(({ context, event }) => {
  const counted = new Map(context.counts);
  for (const [number, left] of typedCount({ context, event }).pairs) {
    const [product] = context.stock[number - 1] ?? [];
    if (product !== undefined) counted.set(product, left);
  }
  return { counts: [...counted], count: event.freshId };
});

const renew = assign(({ event }) => ({ count: event.freshId }));
const nextPage = assign(({ context }) => ({ page: context.page + 1 }));

const tellUnclear = {
  type: 'tell',
  params: (asked: Asked) =>
    unclearLines(typedCount(asked).unclear, asked.event.type === 'text' ? asked.event.text : ''),
} as const;

const countThem = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({
    name: 'shelf.count',
    input: { counts: context.counts.map(([product, left]) => ({ product, left })) },
  }),
} as const;

/** By the books of this moment: what orders took since the list was shown is no sale. */
const countSame = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({
    name: 'shelf.count',
    input: { counts: event.type === 'shelf.stock.done' ? event.answer : [] },
  }),
} as const;

const typed = [
  { guard: 'isClear', target: 'confirming', actions: keepCounts },
  { target: 'unclear', actions: [tellUnclear, keepCounts] },
] as const;

export const count = shelf.createStateConfig({
  initial: 'reading',
  on: busyEvents,
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'shelf.stock', input: undefined } },
      on: {
        'shelf.stock.done': [
          { guard: 'isEmpty', target: '#shelf.resting', actions: say('shelf.sellsNothing') },
          { target: 'list', actions: begin },
        ],
      },
    },
    list: {
      on: {
        text: typed,
        same: 'keeping',
        // A greeting in the middle of it throws nothing away.
        hello: { actions: 'handled' },
        finish: { guard: 'isCounted', target: 'confirming', actions: renew },
        more: { actions: nextPage },
      },
    },
    /** Some of it was not understood: the list is a choice away, and not said all over again. */
    unclear: {
      on: {
        text: typed,
        same: 'keeping',
        hello: { actions: 'handled' },
        finish: { guard: 'isCounted', target: 'confirming', actions: renew },
        correct: 'list',
      },
    },
    /** Nothing has changed: that is a count, too. */
    keeping: {
      entry: { type: 'read', params: { name: 'shelf.stock', input: undefined } },
      on: {
        'shelf.stock.done': [
          { guard: 'isEmpty', target: '#shelf.resting', actions: say('shelf.sellsNothing') },
          { target: '#shelf.recording', actions: countSame },
        ],
      },
    },
    confirming: {
      on: {
        counted: { guard: 'isThisCount', target: '#shelf.recording', actions: countThem },
        yes: { target: '#shelf.recording', actions: countThem },
        text: typed,
        correct: 'list',
        no: 'list',
        back: 'list',
      },
    },
  },
});
