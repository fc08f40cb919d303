/** The types, questions and effects that the distributor's machine is made with. */
import { setup } from 'xstate';
import type { CommandRequest, Statement } from '../kit.ts';
import { deskGuards } from '../staff/desk.ts';
import { deskActions } from '../staff/effects.ts';
import { type DistributorContext, type DistributorEvent, shownOffer } from './context.ts';
import { handOverLines, noticeLines } from './lines.ts';
import { roundLines } from './round-lines.ts';

interface Asked {
  readonly context: DistributorContext;
  readonly event: DistributorEvent;
}

const openId = (context: DistributorContext) => context.open?.[1] ?? '';

export const distributor = setup({
  types: {} as { context: DistributorContext; events: DistributorEvent },
  actions: deskActions<DistributorContext, DistributorEvent>(),
  guards: {
    ...deskGuards,
    isOffered: ({ event }: Asked) =>
      event.type === 'offer.show.done' && event.answer?.state === 'open' && event.answer.expiresAt > event.now,
    isEmpty: ({ event }: Asked) => event.type === 'round.mine.done' && event.answer.length === 0,
  },
});

const { assign, enqueueActions } = distributor;

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

export const takeOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.take', input: { offer: openId(context) } }),
} as const;

export const refuseOpen = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => ({ name: 'offer.refuse', input: { offer: openId(context) } }),
} as const;
