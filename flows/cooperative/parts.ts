/** The parts that a cooperative is asked for and has in hand: the question, and the list of its orders. */
import type { CommandRequest } from '../kit.ts';
import { notedLines } from '../staff/answers.ts';
import { answerFirst, late, questionEvents, sayNoLonger, tell } from '../staff/desk.ts';
import { openedFirst } from '../staff/questions.ts';
import { say } from '../staff/say.ts';
import { type CooperativeContext, listedPart, shownPart } from './context.ts';
import { closedLines, readyLines } from './lines.ts';
import { forgetMissing, keepMissing } from './off-sale.ts';
import { type Asked, chosen, cooperative } from './setup.ts';

const { assign } = cooperative;

const show = assign(({ event }) =>
  event.type === 'part.show.done' && event.answer !== null ? { part: shownPart(event.answer) } : {},
);

/** A part of the list that still waits for its answer becomes the open question. */
const openShown = assign(({ context, event }) => {
  if (event.type !== 'part.show.done' || event.answer === null) return {};
  const { id, order } = event.answer;
  return openedFirst(context, ['part', id, order]);
});

const keepList = assign(({ event }) =>
  event.type === 'parts.open.done' ? { list: event.answer.map(listedPart) } : {},
);

const openId = (context: CooperativeContext) => context.open?.[1] ?? '';

const acceptOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'part.accept', input: { part: openId(context) } }),
} as const;

/** With the reason that was chosen, or the words that were typed. */
const refuseOpen = {
  type: 'command',
  params: ({ context, event }: Asked): CommandRequest => {
    const part = openId(context);
    if (event.type === 'outOfStock' || event.type === 'notEnoughTime' || event.type === 'away') {
      return { name: 'part.refuse', input: { part, cause: event.type } };
    }
    const words = event.type === 'text' ? { words: event.text } : {};
    return { name: 'part.refuse', input: { part, cause: 'other', ...words } };
  },
} as const;

const markReady = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({ name: 'part.ready', input: { part: chosen(event) } }),
} as const;

/** After "ready": where to bring it, and for how long it can be taken back. */
export const tellReady = {
  type: 'tell',
  params: ({ context, event }: Asked) =>
    event.type === 'part.ready.done' ? [...readyLines(event.answer.order, context.part), ...notedLines([], event)] : [],
} as const;

const recordRefusal = {
  guard: 'isAboutOpen',
  target: '.recording',
  actions: [refuseOpen, forgetMissing, 'close'],
} as const;
const recordMissing = {
  guard: 'isAboutOpen',
  target: '.recording',
  actions: [refuseOpen, keepMissing, 'close'],
} as const;

export const partEvents = cooperative.createStateConfig({
  on: {
    orders: '.orders',
    order: '.orders',
    part: '.orders.opening',
    accept: [{ guard: 'isAboutOpen', target: '.recording', actions: [acceptOpen, 'close'] }, late],
    refuse: [{ guard: 'isAboutOpen', target: '.question.reasons' }, late],
    other: [{ guard: 'isAboutOpen', target: '.question.words' }, late],
    outOfStock: [recordMissing, late],
    notEnoughTime: [recordRefusal, late],
    away: [recordRefusal, late],
    none: [recordRefusal, late],
    ready: late,
  },
});

export const question = cooperative.createStateConfig({
  initial: 'reading',
  on: questionEvents,
  states: {
    reading: {
      entry: {
        type: 'read',
        params: ({ context }) => ({ name: 'part.show', input: { part: openId(context) } }),
      },
      on: {
        'part.show.done': [
          { guard: 'isAsked', target: 'asking', actions: show },
          { target: '#cooperative.resting', actions: [sayNoLonger, 'close'] },
        ],
      },
    },
    asking: {
      on: {
        yes: { target: '#cooperative.recording', actions: [acceptOpen, 'close'] },
        no: 'reasons',
        back: answerFirst,
      },
    },
    reasons: {
      on: { back: 'asking' },
    },
    words: {
      on: {
        text: { target: '#cooperative.recording', actions: [refuseOpen, forgetMissing, 'close'] },
        back: 'reasons',
      },
    },
  },
});

export const orders = cooperative.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'parts.open', input: undefined } },
      on: {
        'parts.open.done': [
          { guard: 'isEmpty', target: '#cooperative.resting', actions: say('cooperative.noOrders') },
          { target: 'list', actions: keepList },
        ],
      },
    },
    list: {},
    opening: {
      entry: {
        type: 'read',
        params: ({ event }) => ({ name: 'part.show', input: { part: chosen(event) } }),
      },
      on: {
        'part.show.done': [
          { guard: 'isAsked', target: '#cooperative.question.asking', actions: [show, openShown] },
          { guard: 'isInHand', target: 'one', actions: show },
          {
            target: '#cooperative.resting',
            actions: tell(({ answer }: { answer: Parameters<typeof closedLines>[0] }) => closedLines(answer)),
          },
        ],
      },
    },
    one: {
      on: {
        ready: [{ guard: 'isAboutShown', target: '#cooperative.recording', actions: markReady }, late],
        back: 'reading',
      },
    },
  },
});
