/** The distributor's conversation: the deliveries that are offered, the round, and the cash. */
import type { HandOver } from '#trade/deliveries/requests.ts';
import { cashEvents, cashState } from '../staff/cash.ts';
import { deskEvents, noted, recording, refused, resting, tell } from '../staff/desk.ts';
import { help } from '../staff/help.ts';
import { emptyContext } from './context.ts';
import { cashHeldLines, handOverLines, noticeLines } from './lines.ts';
import { offerEvents, question } from './offers.ts';
import { delivery, round, roundEvents } from './round.ts';
import { type Asked, distributor } from './setup.ts';

const tellNotice = {
  type: 'tell',
  params: ({ event }: Asked) => (event.type === 'notice' ? noticeLines(event, event.shop) : []),
} as const;

export const machine = distributor.createMachine({
  id: 'distributor',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...deskEvents({ greeting: 'distributor.greeting', codeUnknown: 'distributor.codeUnknown' }),
    ...offerEvents.on,
    ...roundEvents.on,
    ...cashEvents,

    notice: { actions: tellNotice },
    'offer.take.done': noted('distributor.taken', 'distributor.takenNext'),
    'offer.refuse.done': noted('distributor.refused'),
    'delivery.fail.done': noted('distributor.failNoted', 'distributor.failNext'),
    'delivery.retry.done': noted('distributor.retryNoted'),
    'handover.confirm.done': {
      target: '.resting',
      actions: tell(({ answer }: { answer: HandOver }) => handOverLines(answer)),
    },
    'offer.take.refused': refused,
    'offer.refuse.refused': refused,
    'delivery.fail.refused': refused,
    'delivery.retry.refused': refused,
  },
  states: {
    resting,
    help,
    recording,
    home: {},
    question,
    round,
    delivery,
    cash: cashState('distributor', cashHeldLines),
  },
});
