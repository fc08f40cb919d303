/** The types, questions and effects that the distributor's machine is made with. */
import { setup } from 'xstate';
import { type CommandRequest, requestActions, type Statement } from '../kit.ts';
import { about } from '../staff/lines.ts';
import { dropped, held, isKnown, lateLine, nextOpened } from '../staff/questions.ts';
import { type DistributorContext, type DistributorEvent, shownOffer } from './context.ts';
import { handOverLines, noticeLines } from './lines.ts';
import { roundLines } from './round-lines.ts';

interface Asked {
  readonly context: DistributorContext;
  readonly event: DistributorEvent;
}

const chosen = (event: DistributorEvent) => ('value' in event ? event.value : '');
const openId = (context: DistributorContext) => context.open?.[1] ?? '';

export const distributor = setup({
  types: {} as { context: DistributorContext; events: DistributorEvent },
  actions: requestActions,
  guards: {
    hasOpen: ({ context }: Asked) => context.open !== null,
    hasQueue: ({ context }: Asked) => context.queue.length > 0,
    isKnown: ({ context, event }: Asked) => 'id' in event && isKnown(context, event.id),
    /** An answer counts for the offer that is open, never for another. */
    isAboutOpen: ({ context, event }: Asked) => context.open !== null && chosen(event) === context.open[1],
    isOpenGone: ({ context, event }: Asked) => event.type === 'question.gone' && event.id === context.open?.[1],
    isOffered: ({ event }: Asked) =>
      event.type === 'offer.show.done' && event.answer?.state === 'open' && event.answer.expiresAt > event.now,
    isEmpty: ({ event }: Asked) => event.type === 'round.mine.done' && event.answer.length === 0,
    isCodeUnknown: ({ event }: Asked) => event.type === 'handover.confirm.refused' && event.reason === 'codeUnknown',
  },
});

const { assign, enqueueActions } = distributor;

export const hold = assign(({ context, event }) => (event.type === 'question' ? held(context, event) : {}));
export const drop = assign(({ context, event }) => (event.type === 'question.gone' ? dropped(context, event) : {}));
export const openNext = assign(({ context }) => nextOpened(context));
export const close = assign({ open: null, offer: null });
export const show = assign(({ event }) =>
  event.type === 'offer.show.done' && event.answer !== null ? { offer: shownOffer(event.answer) } : {},
);

function told({ event }: Asked): readonly Statement[] {
  if (event.type === 'notice') return noticeLines(event, event.shop);
  if (event.type === 'round.mine.done') return roundLines(event.answer, event.shop);
  return event.type === 'handover.confirm.done' ? handOverLines(event.answer) : [];
}

/** Says all that the event tells, which may be nothing. */
export const tell = enqueueActions(({ context, event, enqueue }) => {
  for (const params of told({ context, event })) enqueue({ type: 'say', params });
  enqueue('handled');
});

export const lateAnswer = {
  type: 'say',
  params: ({ context, event }: Asked) => lateLine(context, chosen(event)),
} as const;

export const sayNoLonger = {
  type: 'say',
  params: ({ context }: Asked) => about('staff.questionGone', context.open?.[2] ?? ''),
} as const;

export const takeOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.take', input: { offer: openId(context) } }),
} as const;

export const refuseOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.refuse', input: { offer: openId(context) } }),
} as const;
