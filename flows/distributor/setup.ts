/** The types, guards and actions that every part of the distributor's machine is made with. */
import { setup } from 'xstate';
import { cashActions, cashGuards } from '../staff/cash.ts';
import { deskGuards } from '../staff/desk.ts';
import { deskActions } from '../staff/effects.ts';
import type { DistributorContext, DistributorEvent } from './context.ts';

export interface Asked {
  readonly context: DistributorContext;
  readonly event: DistributorEvent;
}

/** What a choice carries; empty for events that carry nothing. */
export const chosen = (event: DistributorEvent) => ('value' in event ? event.value : '');

export const distributor = setup({
  types: {} as { context: DistributorContext; events: DistributorEvent },
  actions: {
    ...deskActions<DistributorContext, DistributorEvent>(),
    ...cashActions<DistributorContext, DistributorEvent>(),
  },
  guards: {
    ...deskGuards,
    ...cashGuards,
    isOffered: ({ event }: Asked) =>
      event.type === 'offer.show.done' && event.answer?.state === 'open' && event.answer.expiresAt > event.now,
    isEmpty: ({ event }: Asked) => event.type === 'round.mine.done' && event.answer.length === 0,
    /** The delivery that was wanted is still in the round. */
    isInRound: ({ context, event }: Asked) =>
      event.type === 'round.mine.done' && event.answer.some(({ order }) => order === context.delivery?.order),
    isUnderWay: ({ context: { delivery }, event }: Asked) =>
      delivery?.isUnderWay === true && chosen(event) === delivery.order,
    hasFailed: ({ context: { delivery }, event }: Asked) =>
      delivery?.hasFailed === true && chosen(event) === delivery.order,
  },
});
