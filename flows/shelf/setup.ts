/** The types, questions and effects that the shelf keeper's machine is made with. */
import { setup } from 'xstate';
import { type CommandRequest, requestActions, type Statement } from '../kit.ts';
import { about } from '../staff/lines.ts';
import { listedPart, type ShelfContext, type ShelfEvent } from './context.ts';
import { expectedLines, handOverLines, noticeLines, waitingLines } from './lines.ts';

interface Asked {
  readonly context: ShelfContext;
  readonly event: ShelfEvent;
}

export const shelf = setup({
  types: {} as { context: ShelfContext; events: ShelfEvent },
  actions: requestActions,
  guards: {
    isListed: ({ context, event }: Asked) =>
      event.type === 'arrived' && context.list.some(([part]) => part === event.value),
    isNothingExpected: ({ event }: Asked) => event.type === 'shelf.expected.done' && event.answer.length === 0,
    isNothingWaiting: ({ event }: Asked) => event.type === 'shelf.waiting.done' && event.answer.length === 0,
    isCodeUnknown: ({ event }: Asked) => event.type === 'handover.confirm.refused' && event.reason === 'codeUnknown',
  },
});

const { assign, enqueueActions } = shelf;

export const keepList = assign(({ event }) =>
  event.type === 'shelf.expected.done' ? { list: event.answer.map(listedPart) } : {},
);

function told(event: ShelfEvent): readonly Statement[] {
  switch (event.type) {
    case 'notice':
      return noticeLines(event);
    case 'shelf.expected.done':
      return expectedLines(event.answer);
    case 'shelf.waiting.done':
      return waitingLines(event.answer);
    case 'handover.confirm.done':
      return handOverLines(event.answer);
    case 'arrival.note.done': {
      const { order, complete } = event.answer;
      return [about(complete ? 'shelf.arrivedAll' : 'shelf.arrived', order)];
    }
    default:
      return [];
  }
}

/** Says all that the event tells, which may be nothing. */
export const tell = enqueueActions(({ event, enqueue }) => {
  for (const params of told(event)) enqueue({ type: 'say', params });
  enqueue('handled');
});

export const noteArrival = {
  type: 'command',
  params: ({ event }: { event: { value: string } }): CommandRequest => ({
    name: 'arrival.note',
    input: { part: event.value },
  }),
} as const;
