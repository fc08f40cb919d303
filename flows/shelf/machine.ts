/** The shelf keeper's conversation: what is put aside, what comes, what leaves, what stands there in the evening. */
import type { HandOver } from '#trade/deliveries/requests.ts';
import type { CountResult } from '#trade/shelves/requests.ts';
import { cashEvents, cashState } from '../staff/cash.ts';
import { deskEvents, noted, recording, refused, resting, tell } from '../staff/desk.ts';
import { help } from '../staff/help.ts';
import { say } from '../staff/say.ts';
import { expected, waiting } from './arrivals.ts';
import { emptyContext } from './context.ts';
import { countedLines } from './count-lines.ts';
import { count } from './counting.ts';
import { cashLines, handOverLines, noticeLines } from './lines.ts';
import { question, reservationEvents, reservations } from './reservations.ts';
import { type Asked, shelf } from './setup.ts';

const tellNotice = {
  type: 'tell',
  params: ({ event }: Asked) => (event.type === 'notice' ? noticeLines(event) : []),
} as const;
const old = { actions: say('staff.oldQuestion') } as const;

export const machine = shelf.createMachine({
  id: 'shelf',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...deskEvents({ greeting: 'shelf.greeting', codeUnknown: 'shelf.codeUnknown' }),
    ...reservationEvents.on,
    expected: '.expected',
    orders: '.waiting',
    order: '.waiting',
    count: '.count',
    ...cashEvents,
    arrived: old,
    counted: old,
    same: old,
    finish: old,
    more: old,
    correct: old,

    notice: { actions: tellNotice },
    'reservation.accept.done': noted('shelf.accepted'),
    'reservation.refuse.done': noted('shelf.refused'),
    'arrival.note.done': noted('shelf.arrived'),
    'shelf.count.done': {
      target: '.resting',
      actions: tell((event: { answer: CountResult; now: number }) => countedLines(event)),
    },
    'handover.confirm.done': {
      target: '.resting',
      actions: tell(({ answer }: { answer: HandOver }) => handOverLines(answer)),
    },
    'reservation.accept.refused': refused,
    'reservation.refuse.refused': refused,
    'arrival.note.refused': refused,
    'shelf.count.refused': refused,
  },
  states: {
    resting,
    help,
    recording,
    home: {},
    question,
    reservations,
    expected,
    waiting,
    count,
    cash: cashState('shelf', cashLines),
  },
});
