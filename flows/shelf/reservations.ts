/** What orders take from the shelf: the question to its keeper, and the list of those that wait for an answer. */
import type { CommandRequest } from '../kit.ts';
import { answerFirst, late, questionEvents, sayNoLonger, tell } from '../staff/desk.ts';
import { openedFirst } from '../staff/questions.ts';
import { say } from '../staff/say.ts';
import { listedReservation, type ShelfContext, shownReservation } from './context.ts';
import { closedLines } from './lines.ts';
import { type Asked, chosen, shelf } from './setup.ts';

const { assign } = shelf;

const show = assign(({ event }) =>
  event.type === 'reservation.show.done' && event.answer !== null
    ? { reservation: shownReservation(event.answer) }
    : {},
);

/** A reservation of the list becomes the open question. */
const openShown = assign(({ context, event }) => {
  if (event.type !== 'reservation.show.done' || event.answer === null) return {};
  const { id, order } = event.answer;
  return openedFirst(context, ['reservation', id, order]);
});

const keepList = assign(({ event }) =>
  event.type === 'reservations.open.done' ? { reservations: event.answer.map(listedReservation) } : {},
);

const openId = (context: ShelfContext) => context.open?.[1] ?? '';

const acceptOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({
    name: 'reservation.accept',
    input: { reservation: openId(context) },
  }),
} as const;

const refuseOpen = {
  type: 'command',
  params: ({ context, event }: Asked): CommandRequest => ({
    name: 'reservation.refuse',
    input: { reservation: openId(context), cause: event.type === 'outOfStock' ? 'outOfStock' : 'other' },
  }),
} as const;

const recordRefusal = { guard: 'isAboutOpen', target: '.recording', actions: [refuseOpen, 'close'] } as const;

export const reservationEvents = shelf.createStateConfig({
  on: {
    reservations: '.reservations',
    reservation: '.reservations.opening',
    accept: [{ guard: 'isAboutOpen', target: '.recording', actions: [acceptOpen, 'close'] }, late],
    outOfStock: [recordRefusal, late],
    other: [recordRefusal, late],
  },
});

export const question = shelf.createStateConfig({
  initial: 'reading',
  on: questionEvents,
  states: {
    reading: {
      entry: {
        type: 'read',
        params: ({ context }) => ({ name: 'reservation.show', input: { reservation: openId(context) } }),
      },
      on: {
        'reservation.show.done': [
          { guard: 'isAsked', target: 'asking', actions: show },
          { target: '#shelf.resting', actions: [sayNoLonger, 'close'] },
        ],
      },
    },
    asking: {
      on: {
        yes: { target: '#shelf.recording', actions: [acceptOpen, 'close'] },
        // There are two of them: the customer is told which.
        no: { actions: say('staff.useDigits') },
        back: answerFirst,
      },
    },
  },
});

export const reservations = shelf.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'reservations.open', input: undefined } },
      on: {
        'reservations.open.done': [
          { guard: 'isEmpty', target: '#shelf.resting', actions: say('shelf.noneReserved') },
          { target: 'list', actions: keepList },
        ],
      },
    },
    list: {},
    opening: {
      entry: {
        type: 'read',
        params: ({ event }) => ({ name: 'reservation.show', input: { reservation: chosen(event) } }),
      },
      on: {
        'reservation.show.done': [
          { guard: 'isAsked', target: '#shelf.question.asking', actions: [show, openShown] },
          {
            target: '#shelf.resting',
            actions: tell(({ answer }: { answer: Parameters<typeof closedLines>[0] }) => closedLines(answer)),
          },
        ],
      },
    },
  },
});
