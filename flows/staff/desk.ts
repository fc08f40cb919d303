/**
 * The desk of a role that is asked questions: one is open at a time, the others wait in a queue. A machine that has it
 * has the states `resting` (given here), `home`, `question` with `reading` at its head, `help` and `recording`.
 */
import type { SentenceKey } from '#locales/sentences.ts';
import type { QuestionAgain } from '#trade/notices.ts';
import type { Undone } from '#trade/people/requests.ts';
import type { Statement } from '../kit.ts';
import { voiceEvents } from '../voice.ts';
import { type AnsweredEvent, notedLines, undoneLine } from './answers.ts';
import { about } from './lines.ts';
import { isKnown, lateLine, type Questions, waitingLine } from './questions.ts';
import { confirmHandOver, say, sayRefusal, takeBack, tellGone } from './say.ts';
import { kindWords } from './words.ts';

interface Asked {
  readonly context: Questions;
  readonly event: { readonly type: string; readonly id?: string; readonly value?: string; readonly reason?: string };
}

const openId = (context: Questions) => context.open?.[1];

/** For the `guards` of the machine's `setup`. */
export const deskGuards = {
  hasOpen: ({ context }: Asked) => context.open !== null,
  hasQueue: ({ context }: Asked) => context.queue.length > 0,
  /** News about a question that is open or waits here. */
  isKnown: ({ context, event }: Asked) => event.id !== undefined && isKnown(context, event.id),
  isOpen: ({ context, event }: Asked) => event.id !== undefined && event.id === openId(context),
  /** Nothing is asked: the person is at home or looks something up. */
  isFree: ({ context }: Asked) => context.open === null,
  /** Nothing else is to be answered before it. */
  isDue: ({ context, event }: Asked) =>
    event.id !== undefined && isKnown(context, event.id) && (openId(context) ?? event.id) === event.id,
  /** An answer counts for the question that is open, never for another. */
  isAboutOpen: ({ context, event }: Asked) => event.value !== undefined && event.value === openId(context),
  isNoCode: ({ event }: Asked) => event.value?.length !== 4,
  isCodeUnknown: ({ event }: Asked) => event.reason === 'codeUnknown',
  /** Typed twice: the first time it did what it was for. */
  isCodeUsed: ({ event }: Asked) => event.reason === 'alreadyAnswered',
  isNothingToUndo: ({ event }: Asked) => event.reason === 'nothingToUndo',
};

const sayWaiting = { type: 'say', params: ({ context }: { context: Questions }) => waitingLine(context) } as const;
const sayReminder = {
  type: 'say',
  params: ({ event }: { event: QuestionAgain }) => about('staff.reminder', event.order),
} as const;

/** A tap on a question that is not, or no longer, the open one. */
export const late = {
  actions: {
    type: 'say',
    params: ({ context, event }: { context: Questions; event: { value: string } }): Statement =>
      lateLine(context, event.value),
  },
} as const;
export const answerFirst = { actions: say('staff.answerFirst') } as const;
export const refused = { target: '.resting', actions: sayRefusal } as const;

/** The open question turned out to need no answer any more. */
export const sayNoLonger = {
  type: 'say',
  params: ({ context }: { context: Questions }) => about('staff.questionGone', context.open?.[2] ?? ''),
} as const;

/** Says all that a function finds, which may be nothing. */
export function tell<Event>(statementsOf: (event: Event) => readonly Statement[]) {
  return { type: 'tell', params: ({ event }: { event: Event }) => statementsOf(event) } as const;
}

/** After an answer about an order: what it means, and for how long it can be taken back. */
export function noted(...keys: readonly SentenceKey[]) {
  return { target: '.resting', actions: tell((event: AnsweredEvent) => notedLines(keys, event)) } as const;
}

/** What is understood in every state; for the `on` of the machine's root. */
export function deskEvents({ greeting, codeUnknown }: { greeting: SentenceKey; codeUnknown: SentenceKey }) {
  return {
    ...kindWords,
    ...voiceEvents,
    hello: { target: '.resting', actions: say(greeting) },
    menu: { target: '.resting', actions: 'handled' },
    back: { target: '.resting', actions: 'handled' },
    volunteer: '.help',
    'help.ask.done': { target: '.resting', actions: say('staff.helpAdded') },
    'help.ask.refused': refused,

    undo: { target: '.recording', actions: takeBack },
    'answer.undo.done': {
      target: '.resting',
      actions: tell(({ answer }: { answer: Undone }) => [undoneLine(answer)]),
    },
    'answer.undo.refused': [
      { guard: 'isNothingToUndo', target: '.resting', actions: say('staff.nothingToUndo') },
      refused,
    ],

    code: [
      { guard: 'isNoCode', target: '.resting', actions: say(codeUnknown) },
      { target: '.recording', actions: confirmHandOver },
    ],
    'handover.confirm.refused': [
      { guard: 'isCodeUnknown', target: '.resting', actions: say(codeUnknown) },
      { guard: 'isCodeUsed', target: '.resting', actions: say('staff.codeUsed') },
      refused,
    ],

    question: [
      { guard: 'isKnown', actions: 'handled' },
      { guard: 'isFree', target: '.resting', actions: 'hold' },
      { actions: ['hold', sayWaiting] },
    ],
    'question.again': [
      { guard: 'isDue', target: '.resting', actions: sayReminder },
      { guard: 'isKnown', actions: sayReminder },
      { guard: 'isFree', target: '.resting', actions: 'hold' },
      { actions: ['hold', sayWaiting] },
    ],
    'question.gone': [{ guard: 'isKnown', actions: [tellGone, 'drop'] }, { actions: 'handled' }],
  } as const;
}

/** Where every conversation comes to rest: at the open question, else at the next one, else at home. */
export const resting = {
  always: [
    { guard: 'hasOpen', target: 'question' },
    { guard: 'hasQueue', target: 'question', actions: 'openNext' },
    { target: 'home', actions: 'explainHome' },
  ],
} as const;

/** Whoever is in the middle of something goes on with it: for the `on` of states in which something is told or typed. */
export const busyEvents = {
  question: [{ guard: 'isKnown', actions: 'handled' }, { actions: ['hold', sayWaiting] }],
  'question.again': [{ guard: 'isKnown', actions: sayReminder }, { actions: ['hold', sayWaiting] }],
} as const;

/** For the `on` of `question`. */
export const questionEvents = {
  ...busyEvents,
  menu: answerFirst,
  'question.gone': { guard: 'isOpen', target: 'resting', actions: [tellGone, 'drop'] },
} as const;

/** While a command is on its way nothing moves: what is asked meanwhile comes in a moment. */
export const recording = {
  on: {
    question: [{ guard: 'isKnown', actions: 'handled' }, { actions: ['hold', 'handled'] }],
    'question.again': [{ guard: 'isKnown', actions: sayReminder }, { actions: ['hold', 'handled'] }],
  },
} as const;
