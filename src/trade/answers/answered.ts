import type { Command, CommandTable } from '../command.ts';
import type { AnswerName } from './answer.ts';
import { type Answers, isWaiting } from './answers.ts';
import { giveInstantAnswer } from './give-instant-answer.ts';
import { giveWaitingAnswer } from './give-waiting-answer.ts';

/** Makes commands of answers: what they are given is checked and kept, and can be taken back for a while. */
export function answered(answers: Answers): CommandTable<AnswerName> {
  const names = Object.keys(answers) as AnswerName[];
  return Object.fromEntries(names.map((name) => [name, commandOf(name, answers)])) as CommandTable<AnswerName>;
}

function commandOf<Name extends AnswerName>(name: Name, answers: Answers): Command<Name> {
  const answer: Answers[Name] = answers[name];
  return {
    input: answer.input,
    run: (trx, actor, input, tools) =>
      isWaiting<Name>(answer)
        ? giveWaitingAnswer(trx, actor, name, answer, input, tools)
        : giveInstantAnswer(trx, actor, name, answer, input, tools),
  };
}
