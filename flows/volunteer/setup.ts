/** The types, questions and effects that the volunteers' machine is made with. */
import { setup } from 'xstate';
import { isOrderNumber } from '#trade/orders/number.ts';
import { type CommandRequest, type ReadRequest, requestActions, type Statement } from '../kit.ts';
import { notedLines, undoneLine } from '../staff/answers.ts';
import { about } from '../staff/lines.ts';
import { explainsHome } from '../staff/questions.ts';
import { rowsOf, shownHelp, shownStory, type VolunteerContext, type VolunteerEvent } from './context.ts';
import { helpLines, newsOf } from './lines.ts';
import { storyLines } from './story-lines.ts';

interface Asked {
  readonly context: VolunteerContext;
  readonly event: VolunteerEvent;
}

/** What a choice or a typed word carries; empty for events that carry nothing. */
const chosen = (event: VolunteerEvent) => ('value' in event ? String(event.value) : '');

/** An order's number may have been typed in small letters or with spaces. */
const asNumber = (text: string) => text.replace(/\s/g, '').toUpperCase();

/** What the yes to the open question carries. */
export function meant({ intent, story, distributor }: VolunteerContext): string {
  const order = story?.order ?? '';
  return intent === 'assign' ? `${order}/${distributor}` : order;
}

export const volunteer = setup({
  types: {} as { context: VolunteerContext; events: VolunteerEvent },
  actions: requestActions,
  guards: {
    isNothingStuck: ({ event }: Asked) => event.type === 'stuck.list.done' && event.answer.length === 0,
    isNothingMine: ({ event }: Asked) => event.type === 'stuck.list.done' && event.answer.every((one) => !isMine(one)),
    isUnknownOrder: ({ event }: Asked) => event.type === 'order.story.done' && event.answer === null,
    isUnknownHelp: ({ event }: Asked) => event.type === 'help.show.done' && event.answer === null,
    isAboutStory: ({ context, event }: Asked) => chosen(event) === context.story?.order,
    isSilent: ({ context, event }: Asked) => context.story?.silent.some(({ id }) => id === chosen(event)) ?? false,
    /** An answer counts for whoever was named in the question, never for another. */
    isAboutSilent: ({ context, event }: Asked) => chosen(event) === context.silent?.id,
    isDistributor: ({ event }: Asked) => event.shop.distributors.has(chosen(event)),
    isMeant: ({ context, event }: Asked) => event.type === context.intent && chosen(event) === meant(context),
    isOrderNumber: ({ event }: Asked) => event.type === 'text' && isOrderNumber(asNumber(event.text)),
    isAboutHelp: ({ context, event }: Asked) => chosen(event) === context.help?.request,
    isTooLate: ({ event }: Asked) => event.type === 'order.cancel.refused' && event.reason === 'tooLate',
    isNothingToUndo: ({ event }: Asked) => event.type === 'answer.undo.refused' && event.reason === 'nothingToUndo',
  },
});

const { assign, enqueueActions } = volunteer;

const isMine = (one: VolunteerContext['list'][number]) => one.kind === 'help' && one.isMine;

export const keepWaiting = assign(({ event }) =>
  event.type === 'stuck.list.done' ? { waiting: rowsOf(event.answer).length } : {},
);
export const keepStuck = assign(({ event }) =>
  event.type === 'stuck.list.done' ? { list: rowsOf(event.answer) } : {},
);
export const keepMine = assign(({ event }) =>
  event.type === 'stuck.list.done' ? { list: event.answer.filter(isMine) } : {},
);
export const want = assign(({ event }) => {
  if (event.type === 'text') return { wanted: asNumber(event.text).slice(0, 8) };
  return { wanted: chosen(event) };
});
export const leaveHelp = assign(({ event }) => ({ help: null, isHomeExplained: explainsHome(event) }));
export const keepStory = assign(({ event }) =>
  event.type === 'order.story.done' && event.answer !== null ? { story: shownStory(event.answer) } : {},
);
export const keepHelp = assign(({ event }) =>
  event.type === 'help.show.done' && event.answer !== null ? { help: shownHelp(event.answer) } : {},
);
export const keepSilent = assign(({ context, event }) => ({
  silent: context.story?.silent.find(({ id }) => id === chosen(event)) ?? null,
}));
export const intendRetry = assign({ intent: 'retry' });
export const intendReturn = assign({ intent: 'return' });
export const intendNoteBack = assign({ intent: 'noteBack' });
export const intendCancel = assign({ intent: 'cancel' });
export const intendAssign = assign(({ event }) => ({ intent: 'assign' as const, distributor: chosen(event) }));
export const firstPage = assign({ page: 0 });
export const nextPage = assign(({ context }) => ({ page: context.page + 1 }));

export const readStory = {
  type: 'read',
  params: ({ context }: Asked): ReadRequest => ({ name: 'order.story', input: { order: context.wanted } }),
} as const;
export const readHelp = {
  type: 'read',
  params: ({ context }: Asked): ReadRequest => ({ name: 'help.show', input: { request: context.wanted } }),
} as const;
export const readStuck = { type: 'read', params: { name: 'stuck.list', input: undefined } } as const;

const noted = {
  'part.accept.done': 'volunteer.notedYes',
  'reservation.accept.done': 'volunteer.notedYes',
  'part.refuse.done': 'volunteer.notedNo',
  'reservation.refuse.done': 'volunteer.notedNo',
  'delivery.retry.done': 'volunteer.notedRetry',
  'delivery.return.done': 'volunteer.notedReturn',
  'delivery.noteBack.done': 'volunteer.notedBack',
  'delivery.assign.done': 'volunteer.notedAssign',
} as const;

function told({ context, event }: Asked): readonly Statement[] {
  switch (event.type) {
    case 'order.story.done':
      if (event.answer !== null) return storyLines(event.answer);
      return [{ key: 'volunteer.unknownOrder', values: { order: { typed: context.wanted } } }];
    case 'help.show.done':
      return event.answer === null ? [{ key: 'volunteer.unknownHelp' }] : helpLines(event.answer);
    case 'part.accept.done':
    case 'part.refuse.done':
    case 'reservation.accept.done':
    case 'reservation.refuse.done':
    case 'delivery.retry.done':
    case 'delivery.return.done':
    case 'delivery.noteBack.done':
    case 'delivery.assign.done':
      return notedLines([noted[event.type]], event);
    case 'order.cancel.done':
      return [about('volunteer.cancelled', event.answer.order)];
    case 'answer.undo.done':
      return [undoneLine(event.answer)];
    case 'help.take.done':
      return [{ key: 'volunteer.taken', values: { who: { typed: event.answer.who } } }];
    case 'help.reply.done':
      return [{ key: 'volunteer.sent', values: { who: { typed: event.answer.who } } }];
    case 'help.close.done':
      return [{ key: 'volunteer.closed', values: { who: { typed: event.answer.who } } }];
    default:
      return [];
  }
}

export const tell = enqueueActions(({ context, event, enqueue }) => {
  for (const params of told({ context, event })) enqueue({ type: 'say', params });
  enqueue('handled');
});

export const tellNews = enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'notice') return;
  const { lines, aside } = newsOf(event, event.shop, context.help?.request);
  for (const params of lines) enqueue({ type: 'say', params });
  if (aside !== undefined) enqueue({ type: 'aside', params: aside });
  enqueue('handled');
});

/** The word of whoever was silent, as the volunteer has it. */
export const answerFor = {
  type: 'command',
  params: ({ context, event }: Asked): CommandRequest => {
    const { kind, id } = context.silent ?? { kind: 'part', id: '' };
    if (event.type === 'outOfStock' || event.type === 'other') {
      if (kind === 'part') return { name: 'part.refuse', input: { part: id, cause: event.type } };
      return { name: 'reservation.refuse', input: { reservation: id, cause: event.type } };
    }
    if (kind === 'part') return { name: 'part.accept', input: { part: id } };
    return { name: 'reservation.accept', input: { reservation: id } };
  },
} as const;

export const carryOutIntent = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => {
    const { intent, distributor } = context;
    const order = context.story?.order ?? '';
    if (intent === 'assign') return { name: 'delivery.assign', input: { order, distributor } };
    if (intent === 'retry' || intent === 'return' || intent === 'noteBack') {
      return { name: `delivery.${intent}`, input: { order } };
    }
    return { name: 'order.cancel', input: { order } };
  },
} as const;

export const takeHelp = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({ name: 'help.take', input: { request: chosen(event) } }),
} as const;
export const closeHelp = {
  type: 'command',
  params: ({ event }: Asked): CommandRequest => ({ name: 'help.close', input: { request: chosen(event) } }),
} as const;
export const sendWords = {
  type: 'command',
  params: ({ context, event }: Asked): CommandRequest => ({
    name: 'help.reply',
    input: { request: context.help?.request ?? '', words: event.type === 'text' ? event.text : '' },
  }),
} as const;
