/** Things to say that need nothing but the event. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { QuestionGone } from '#trade/notices.ts';
import type { Refusal } from '#trade/requests.ts';
import { goneLines, refusalLine } from './lines.ts';

export function say<Key extends SentenceKey>(key: Key) {
  return { type: 'say', params: { key } } as const;
}

export const sayRefusal = {
  type: 'say',
  params: ({ event }: { event: { reason: Refusal } }) => refusalLine(event.reason),
} as const;

/** Why the question is gone, in one sentence; nothing where a notice says it. */
export const tellGone = {
  type: 'tell',
  params: ({ event }: { event: QuestionGone }) => goneLines(event),
} as const;

export const takeBack = { type: 'command', params: { name: 'answer.undo', input: {} } } as const;

export const askHelp = { type: 'command', params: { name: 'help.ask', input: {} } } as const;

export const confirmHandOver = {
  type: 'command',
  params: ({ event }: { event: { value: string } }) =>
    ({ name: 'handover.confirm', input: { code: event.value } }) as const,
} as const;
