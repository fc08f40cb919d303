/** The types, guards and actions that every part of the shelf keeper's machine is made with. */
import { setup } from 'xstate';
import { cashActions, cashGuards } from '../staff/cash.ts';
import { deskGuards } from '../staff/desk.ts';
import { deskActions } from '../staff/effects.ts';
import type { ShelfContext, ShelfEvent } from './context.ts';
import { readCount } from './count.ts';

export interface Asked {
  readonly context: ShelfContext;
  readonly event: ShelfEvent;
}

/** What a choice carries; empty for events that carry nothing. */
export const chosen = (event: ShelfEvent) => ('value' in event ? event.value : '');

/** A typed message as a count of what is listed. */
export function typedCount({ context, event }: Asked) {
  return readCount(event.type === 'text' ? event.text : '', context.stock.length);
}

export const shelf = setup({
  types: {} as { context: ShelfContext; events: ShelfEvent },
  actions: { ...deskActions<ShelfContext, ShelfEvent>(), ...cashActions<ShelfContext, ShelfEvent>() },
  guards: {
    ...deskGuards,
    ...cashGuards,
    isListed: ({ context, event }: Asked) => context.list.some(([part]) => part === chosen(event)),
    isEmpty: ({ event }: Asked) => 'answer' in event && Array.isArray(event.answer) && event.answer.length === 0,
    isAsked: ({ event }: Asked) => event.type === 'reservation.show.done' && event.answer?.state === 'asked',
    isClear: (asked: Asked) => {
      const { pairs, unclear } = typedCount(asked);
      return pairs.length > 0 && unclear.length === 0;
    },
    isThisCount: ({ context, event }: Asked) => chosen(event) === context.count,
    isCounted: ({ context }: Asked) => context.counts.length > 0,
  },
});
