/** The cooperative's conversation: what it is asked, and what it sees to itself. */
import type { Owed } from '#trade/ledger/requests.ts';
import { deskEvents, noted, recording, refused, resting, tell } from '../staff/desk.ts';
import { help } from '../staff/help.ts';
import { say } from '../staff/say.ts';
import { absence, awayEvents } from './away.ts';
import { emptyContext } from './context.ts';
import { handOverLines, noticeLines, owedLines } from './lines.ts';
import { forgetMissing, offSaleEvents } from './off-sale.ts';
import { orders, partEvents, question, tellReady } from './parts.ts';
import { productEvents, products } from './products.ts';
import { type Asked, cooperative } from './setup.ts';

const tellNotice = {
  type: 'tell',
  params: ({ event }: Asked) => (event.type === 'notice' ? noticeLines(event, event.shop) : []),
} as const;

export const machine = cooperative.createMachine({
  id: 'cooperative',
  context: emptyContext,
  initial: 'resting',
  on: {
    ...deskEvents({ greeting: 'cooperative.greeting', codeUnknown: 'cooperative.codeUnknown' }),
    ...partEvents.on,
    ...productEvents.on,
    ...awayEvents.on,
    ...offSaleEvents.on,
    owed: '.owed',
    stop: { actions: say('cooperative.stop') },

    notice: { actions: tellNotice },
    'part.accept.done': noted('cooperative.accepted', 'cooperative.acceptedNext'),
    'part.ready.done': { target: '.resting', actions: tellReady },
    'handover.confirm.done': {
      target: '.resting',
      actions: tell(({ answer }: { answer: Parameters<typeof handOverLines>[0] }) => handOverLines(answer)),
    },
    'part.accept.refused': refused,
    'part.refuse.refused': refused,
    'part.ready.refused': refused,
    'product.switch.refused': { ...refused, actions: [refused.actions, forgetMissing] },
    'product.stock.refused': refused,
    'cooperative.away.refused': refused,
  },
  states: {
    resting,
    help,
    recording,
    home: {},
    question,
    orders,
    products,
    absence,
    /** What the cooperative is owed is told in one message, before whatever waits. */
    owed: {
      entry: { type: 'read', params: { name: 'owed.mine', input: undefined } },
      on: {
        'owed.mine.done': { target: 'resting', actions: tell(({ answer }: { answer: Owed }) => owedLines(answer)) },
      },
    },
  },
});
