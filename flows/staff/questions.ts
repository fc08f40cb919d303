/** The questions that wait in a chat: one is open at a time, the others keep their order of arrival. */
import type { Question, QuestionGone } from '#trade/notices.ts';
import type { Statement } from '../kit.ts';

/** `order` is the number by which people speak of it. */
export type Waiting = readonly [kind: Question['kind'], id: string, order: string];

export interface Questions {
  readonly queue: readonly Waiting[];
  /** Taken from the queue and not yet answered. */
  readonly open: Waiting | null;
  /** Whether home says more than its choices: not after every answer. */
  readonly isHomeExplained: boolean;
}

export const noQuestions: Questions = { queue: [], open: null, isHomeExplained: true };

/** Home was asked for, or is where the conversation begins. */
export function explainsHome(event: { readonly type: string }): boolean {
  return ['xstate.init', 'hello', 'menu', 'back'].includes(event.type);
}

export function isKnown({ queue, open }: Questions, id: string): boolean {
  return open?.[1] === id || queue.some((waiting) => waiting[1] === id);
}

/** The question at the end of the queue; one that is there already stays where it is. */
export function held(questions: Questions, { kind, id, order }: Pick<Question, 'kind' | 'id' | 'order'>): Questions {
  if (isKnown(questions, id)) return questions;
  return { ...questions, queue: [...questions.queue, [kind, id, order]] };
}

export function nextOpened({ queue }: Questions): Pick<Questions, 'queue' | 'open'> {
  return { queue: queue.slice(1), open: queue[0] ?? null };
}

/** Opens this one before all others; the one that was open waits at the head. */
export function openedFirst({ queue, open }: Questions, wanted: Waiting): Pick<Questions, 'queue' | 'open'> {
  const others = open === null ? queue : [open, ...queue];
  return { queue: others.filter(([, id]) => id !== wanted[1]), open: wanted };
}

export function dropped(
  { queue, open }: Questions,
  { id }: Pick<QuestionGone, 'id'>,
): Pick<Questions, 'queue' | 'open'> {
  return { queue: queue.filter((waiting) => waiting[1] !== id), open: open?.[1] === id ? null : open };
}

/** How many wait, with the numbers of their orders, and when they come: after the open one, or as soon as they are wanted. */
export function waitingLine({ queue, open }: Questions): Statement {
  const orders = queue.map(([, , order]) => ({ code: order }));
  return {
    key: open === null ? 'staff.waitingHere' : 'staff.waiting',
    values: { count: queue.length, orders: { list: orders } },
  };
}

/** What is said to a tap on a question that is not the open one. */
export function lateLine({ queue }: Questions, id: string): Statement {
  const waiting = queue.find((one) => one[1] === id);
  if (waiting === undefined) return { key: 'staff.oldQuestion' };
  return { key: 'staff.laterQuestion', values: { order: { code: waiting[2] } } };
}

/** The questions of a saved context of any version; the open one is asked again first. */
export function keptQuestions(saved: unknown): Questions {
  if (typeof saved !== 'object' || saved === null) return noQuestions;
  const { queue, open } = saved as Record<string, unknown>;
  const waiting = Array.isArray(queue) ? queue : [];
  return { ...noQuestions, queue: [open, ...waiting].filter(isWaiting) };
}

function isWaiting(value: unknown): value is Waiting {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [kind, ...words] = value;
  const isKind = kind === 'part' || kind === 'offer' || kind === 'reservation';
  return isKind && words.every((word) => typeof word === 'string');
}
