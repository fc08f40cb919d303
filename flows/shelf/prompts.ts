import type { Prompt, PromptChoice } from '../kit.ts';
import { cashPrompts } from '../staff/cash.ts';
import { helpPrompts } from '../staff/help.ts';
import { about, backChoice, recordingPrompt, volunteerChoice } from '../staff/lines.ts';
import type { ListedPart, ListedReservation, ShelfContext } from './context.ts';
import { countPrompts } from './count-prompts.ts';
import { goodsLine } from './lines.ts';

function home({ isHomeExplained }: ShelfContext): Prompt {
  return {
    lines: [{ key: 'shelf.home' }],
    choices: [
      { event: 'expected', label: { key: 'shelf.expected' } },
      { event: 'orders', label: { key: 'shelf.waiting' } },
      { event: 'reservations', label: { key: 'shelf.reserved' } },
      { event: 'count', label: { key: 'shelf.count' } },
      { event: 'cash', label: { key: 'shelf.cash' } },
      volunteerChoice,
    ],
    after: isHomeExplained ? [{ key: 'shelf.homeCode' }] : [],
  };
}

function asking({ reservation, open }: ShelfContext): Prompt {
  const id = open?.[1] ?? '';
  const { order = '', receiver = '', lines = [] } = reservation ?? {};
  return {
    lines: [
      { key: 'shelf.askHead', values: { order: { code: order }, receiver: { typed: receiver } } },
      ...lines.map(goodsLine),
      { key: 'shelf.askAside' },
    ],
    choices: [
      { event: `accept:${id}`, label: { key: 'shelf.accept' } },
      { event: `outOfStock:${id}`, label: { key: 'shelf.outOfStock' } },
      { event: `other:${id}`, label: { key: 'shelf.other' } },
    ],
    binding: true,
  };
}

function listedReservation([id, order, receiver]: ListedReservation): PromptChoice {
  return {
    event: `reservation:${id}`,
    label: about('shelf.arrival', order),
    detail: { key: 'shelf.detailFor', values: { receiver: { typed: receiver } } },
  };
}

function reservations(context: ShelfContext): Prompt {
  return {
    lines: [{ key: 'shelf.reservedList' }],
    choices: [...context.reservations.map(listedReservation), backChoice],
  };
}

function listed([part, order, cooperative, ready]: ListedPart): PromptChoice {
  return {
    event: `arrived:${part}`,
    label: about('shelf.arrival', order),
    detail: { key: ready ? 'shelf.ready' : 'shelf.notReady', values: { cooperative: { cooperative } } },
  };
}

function expected({ list }: ShelfContext): Prompt {
  return { lines: [{ key: 'shelf.askArrival' }], choices: [...list.map(listed), backChoice], binding: true };
}

function waiting(): Prompt {
  return { lines: [{ key: 'shelf.homeCode' }], choices: [backChoice] };
}

export const prompts = {
  home,
  'question.asking': asking,
  'reservations.list': reservations,
  'expected.list': expected,
  'waiting.list': waiting,
  ...countPrompts,
  ...cashPrompts,
  ...helpPrompts,
  recording: recordingPrompt,
};
