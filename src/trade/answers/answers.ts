import type { AnswerName, InstantAnswer, WaitingAnswer } from './answer.ts';

/** Every answer that can be taken back, by its name. */
export type Answers = { readonly [Name in AnswerName]: WaitingAnswer<Name> | InstantAnswer<Name> };

export function isWaiting<Name extends AnswerName>(
  answer: WaitingAnswer<Name> | InstantAnswer<Name>,
): answer is WaitingAnswer<Name> {
  return 'check' in answer;
}
