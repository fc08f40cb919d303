/** An order placed: recorded, and taken back by one word as long as nobody has been told. */
import { assign } from 'xstate';
import type { Statement } from '../../kit.ts';
import { putBack, takeBack } from '../basket.ts';
import { type CustomerContext, noPlace } from '../context.ts';
import type { CustomerEvent } from '../events.ts';
import { newsActions } from '../news/news.ts';
import { say, tell } from '../saying.ts';
import { customer } from '../setup.ts';
import { goneSince } from '../where-else.ts';
import { whyNot } from './cancelling.ts';

const keepPlaced = customer.assign(({ context, event }): Partial<CustomerContext> => {
  if (event.type !== 'order.place.done') return {};
  const { number, undoUntil } = event.answer;
  const fresh = {
    lines: [],
    added: undefined,
    removed: undefined,
    receiver: undefined,
    way: undefined,
    basketId: undefined,
    fee: undefined,
  };
  return {
    ...fresh,
    ...noPlace,
    placed: { number, until: undoUntil, lines: context.lines, receiver: context.receiver },
  };
});

function placedStatements(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'order.place.done') return [];
  const { number, total, undoUntil } = event.answer;
  return [
    { key: 'orders.placed', values: { order: { code: number }, total: { money: total } } },
    ...undoTime(undoUntil - event.now),
    { key: isFromShelf(context) ? 'orders.placedNextShelf' : 'orders.placedNext' },
  ];
}

/** All of it stood on the shelf: its keeper alone is asked. */
function isFromShelf({ way, lines, standing = [] }: CustomerContext): boolean {
  return way === 'shelf' && lines.every(([product]) => standing.includes(product));
}

/** In minutes, or in seconds where a minute would promise too much. */
function undoTime(left: number): readonly Statement[] {
  const seconds = Math.round(left / 1000);
  if (seconds <= 0) return [];
  if (seconds < 60) return [{ key: 'orders.undoForSeconds', values: { count: seconds } }];
  return [{ key: 'orders.undoFor', values: { count: Math.round(seconds / 60) } }];
}

const sayReason = tell((_, event) =>
  event.type === 'order.place.refused' ? [{ key: `common.refused_${event.reason}` }] : whyNot(event),
);

/** Said before the fresh summary, so that nobody has to look for what has changed. */
function gone(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  return event.type === 'order.place.refused' && event.reason === 'shelfGone' ? goneSince(context, event) : [];
}

/** What was taken back lies in the basket again, for the person whom it was for; one begun since stays as it is. */
const restoreLines = customer.assign(({ context }) => {
  const { lines, receiver, placed } = context;
  if (lines.length > 0 || placed === undefined) return { placed: undefined };
  return { lines: placed.lines, receiver: receiver ?? placed.receiver, placed: undefined };
});

function numberPlaced({ context }: { context: CustomerContext }): { order: string } {
  return { order: context.placed?.number ?? '' };
}

const undoPlaced = {
  type: 'command',
  params: (asked: { context: CustomerContext }) => ({ name: 'order.undo', input: numberPlaced(asked) }) as const,
} as const;
const readPlaced = {
  type: 'read',
  params: (asked: { context: CustomerContext }) => ({ name: 'order.mine', input: numberPlaced(asked) }) as const,
} as const;
const settlePlaced = customer.assign({ placed: undefined });

/** How a command ended; heard in every state, because the answer may come late. */
const answers = customer.createStateConfig({
  on: {
    'order.place.done': { target: '#customer.placed', actions: [tell(placedStatements), keepPlaced] },
    'order.place.refused': [
      { guard: 'blamesPlace', target: '#customer.checkout.next', actions: [sayReason, assign(noPlace)] },
      { guard: 'blamesSummary', target: '#customer.checkout.next', actions: [sayReason, tell(gone)] },
      { target: '#customer.basket', actions: sayReason },
    ],
    'order.undo.done': { target: '#customer.basket', actions: [restoreLines, say('orders.undone')] },
    'order.undo.refused': [
      // One word no longer does it; where the rule still allows it, one question does.
      { guard: 'wasTold', target: '#customer.myOrders.cancelling', actions: [readPlaced, settlePlaced] },
      { target: '#customer.home', actions: [settlePlaced, sayReason] },
    ],
    notice: { actions: newsActions },
  },
});

export const placingEvents = customer.createStateConfig({
  on: {
    ...answers.on,
    undo: [
      { guard: 'canPutBack', target: '.basket', actions: putBack },
      { guard: 'hasAdded', target: '.basket', actions: takeBack },
      { guard: 'hasPlaced', target: '.undoing', actions: undoPlaced },
      { actions: say('orders.nothingToUndo') },
    ],
  },
});

/** Until the answer is in, nothing else may be begun; news still pass. */
const onlyTheAnswer = customer.createStateConfig({ on: { ...answers.on, '*': { actions: 'handled' } } });

export const placing = onlyTheAnswer;
export const undoing = onlyTheAnswer;
/** A yes or an agreement after the thanks is met with kindness; there is nothing left to confirm. */
export const placed = customer.createStateConfig({
  on: { yes: { actions: say('orders.placedYes') }, back: 'home' },
});
