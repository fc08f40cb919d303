/** The types, questions and effects that the cooperative's machine is made with. */
import { setup } from 'xstate';
import type { CommandRequest, Statement } from '../kit.ts';
import { deskGuards } from '../staff/desk.ts';
import { deskActions } from '../staff/effects.ts';
import { openedFirst } from '../staff/questions.ts';
import { type CooperativeContext, type CooperativeEvent, listedPart, shownPart } from './context.ts';
import { closedLines, handOverLines, noticeLines, readyLines } from './lines.ts';

interface Asked {
  readonly context: CooperativeContext;
  readonly event: CooperativeEvent;
}

/** The id that a choice carries; empty for events that carry none. */
export const chosen = (event: CooperativeEvent) => ('value' in event ? event.value : '');

export const cooperative = setup({
  types: {} as { context: CooperativeContext; events: CooperativeEvent },
  actions: deskActions<CooperativeContext, CooperativeEvent>(),
  guards: {
    ...deskGuards,
    isAboutShown: ({ context, event }: Asked) => chosen(event) === context.part?.id,
    isAsked: ({ event }: Asked) => event.type === 'part.show.done' && event.answer?.state === 'asked',
    isInHand: ({ event }: Asked) =>
      event.type === 'part.show.done' && (event.answer?.state === 'accepted' || event.answer?.state === 'ready'),
    isEmpty: ({ event }: Asked) => event.type === 'parts.open.done' && event.answer.length === 0,
  },
});

const { assign, enqueueActions } = cooperative;

export const show = assign(({ event }) =>
  event.type === 'part.show.done' && event.answer !== null ? { part: shownPart(event.answer) } : {},
);
/** A part of the list that still waits for its answer becomes the open question. */
export const openShown = assign(({ context, event }) => {
  if (event.type !== 'part.show.done' || event.answer === null) return {};
  const { id, order } = event.answer;
  return openedFirst(context, ['part', id, order]);
});
export const keepList = assign(({ event }) =>
  event.type === 'parts.open.done' ? { list: event.answer.map(listedPart) } : {},
);

function told({ context, event }: Asked): readonly Statement[] {
  if (event.type === 'notice') return noticeLines(event, event.shop);
  if (event.type === 'part.show.done') return closedLines(event.answer);
  if (event.type === 'part.ready.done') return readyLines(event.answer.order, context.part);
  return event.type === 'handover.confirm.done' ? handOverLines(event.answer) : [];
}

/** Says all that the event tells, which may be nothing. */
export const tell = enqueueActions(({ context, event, enqueue }) => {
  for (const params of told({ context, event })) enqueue({ type: 'say', params });
  enqueue('handled');
});

const openId = (context: CooperativeContext) => context.open?.[1] ?? '';

export const acceptOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'part.accept', input: { part: openId(context) } }),
} as const;

/** With the reason that was chosen, or the words that were typed. */
export const refuseOpen = {
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

export const markReady = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({ name: 'part.ready', input: { part: chosen(event) } }),
} as const;
