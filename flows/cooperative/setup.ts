/** The types, guards and actions that every part of the cooperative's machine is made with. */
import { setup } from 'xstate';
import { deskGuards } from '../staff/desk.ts';
import { deskActions } from '../staff/effects.ts';
import type { CooperativeContext, CooperativeEvent } from './context.ts';

export interface Asked {
  readonly context: CooperativeContext;
  readonly event: CooperativeEvent;
}

/** What a choice carries; empty for events that carry nothing. */
export const chosen = (event: CooperativeEvent) => ('value' in event ? event.value : '');

const isOwn = ({ products }: CooperativeContext, code: string | null) => products.some(([own]) => own === code);

export const cooperative = setup({
  types: {} as { context: CooperativeContext; events: CooperativeEvent },
  actions: deskActions<CooperativeContext, CooperativeEvent>(),
  guards: {
    ...deskGuards,
    isAboutShown: ({ context, event }: Asked) => chosen(event) === context.part?.id,
    isAsked: ({ event }: Asked) => event.type === 'part.show.done' && event.answer?.state === 'asked',
    isInHand: ({ event }: Asked) =>
      event.type === 'part.show.done' && (event.answer?.state === 'accepted' || event.answer?.state === 'ready'),
    isEmpty: ({ event }: Asked) =>
      (event.type === 'parts.open.done' || event.type === 'products.mine.done') && event.answer.length === 0,
    /** A product of the list that was shown last. */
    isListed: ({ context, event }: Asked) => isOwn(context, chosen(event)),
    isOwnProduct: ({ context, event }: Asked) =>
      event.type === 'products.mine.done' && event.answer.some(({ product }) => product === context.product),
    isAboutMissing: ({ context, event }: Asked) => chosen(event) === context.missing?.order,
    isMissing: ({ context }: Asked) => context.missing !== null,
    isHiding: ({ context }: Asked) => context.hiding.length > 0,
    isHidingMore: ({ context }: Asked) => context.hiding.length > 1,
    isDayToCome: ({ event }: Asked) => /^\d{4}-\d\d-\d\d$/.test(chosen(event)) && chosen(event) >= event.today,
  },
});
