import type { CommandTable } from '../command.ts';
import { nothing } from '../fields.ts';
import type { AnswerCommands } from '../people/requests.ts';
import type { Answers } from './answers.ts';
import { undoAnswer } from './undo-answer.ts';

export function answerCommands(answers: Answers): CommandTable<keyof AnswerCommands> {
  return {
    'answer.undo': { input: nothing, run: (trx, actor, _, tools) => undoAnswer(trx, actor, tools, answers) },
  };
}
