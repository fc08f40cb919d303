/** Everything that conversations can ask of the trade, by its name. */
import type { Transaction } from '#database/database.ts';
import { answered } from './answers/answered.ts';
import { answerCommands } from './answers/commands.ts';
import { catalogueAnswers, catalogueReads } from './catalogue/commands.ts';
import type { CommandTable, ReadTable } from './command.ts';
import { deliveryAnswers, deliveryCommands, deliveryReads } from './deliveries/commands.ts';
import { ledgerReads } from './ledger/commands.ts';
import { orderAnswers, orderCommands, orderReads } from './orders/commands.ts';
import { peopleCommands, peopleReads } from './people/commands.ts';
import type { Actor } from './people/roles.ts';
import type { CommandName, Commands, Outcome, ReadName } from './requests.ts';
import { shelfAnswers, shelfCommands, shelfReads } from './shelves/commands.ts';
import type { TradeTools } from './tools.ts';
import { volunteerReads } from './volunteers/commands.ts';

/** All answers of staff that can be taken back. */
export const answers = { ...orderAnswers, ...deliveryAnswers, ...shelfAnswers, ...catalogueAnswers };

export const commands: CommandTable<CommandName> = {
  ...orderCommands,
  ...deliveryCommands,
  ...shelfCommands,
  ...peopleCommands,
  ...answered(answers),
  ...answerCommands(answers),
};

export const reads: ReadTable<ReadName> = {
  ...orderReads,
  ...deliveryReads,
  ...shelfReads,
  ...catalogueReads,
  ...ledgerReads,
  ...peopleReads,
  ...volunteerReads,
};

/** Carries out one command in the caller's transaction. */
export function runCommand<Name extends CommandName>(
  trx: Transaction,
  actor: Actor,
  name: Name,
  input: unknown,
  tools: TradeTools,
): Promise<Outcome<Commands[Name]['answer']>> {
  const command: CommandTable<CommandName>[Name] = commands[name];
  return command.run(trx, actor, command.input.parse(input), tools);
}
