/** Everything that conversations can ask of the trade, by its name. */
import type { Kysely } from 'kysely';
import type { ZodType } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { refuseOffer, takeOffer } from './deliveries/answer-offer.ts';
import { confirmHandover } from './deliveries/confirm-handover.ts';
import { needDelivery } from './deliveries/need-delivery.ts';
import { beginPickups } from './deliveries/pick-up.ts';
import { roundOf, showOffer } from './deliveries/show-deliveries.ts';
import { inputs } from './inputs.ts';
import { acceptPart, readyPart, refusePart } from './orders/answer-part.ts';
import type { Onward } from './orders/everybody-answered.ts';
import { placeOrder } from './orders/place-order.ts';
import { ordersOfCustomer } from './orders/show-orders.ts';
import { openParts, showPart } from './orders/show-parts.ts';
import { undoOrder } from './orders/undo-order.ts';
import { askForHelp } from './people/ask-for-help.ts';
import type { Actor } from './people/roles.ts';
import type { CommandName, Commands, Outcome, ReadName, Reads } from './requests.ts';
import { expectAtShelf } from './shelves/expect-at-shelf.ts';
import { noteArrival } from './shelves/note-arrival.ts';
import { expectedAtShelf, waitingAtShelf } from './shelves/show-shelf.ts';
import type { ReadTools, TradeTools } from './tools.ts';

interface Command<Name extends CommandName> {
  /** What comes from a conversation's saved state is hostile until it has passed. */
  readonly input: ZodType<Commands[Name]['input']>;
  readonly run: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<Outcome<Commands[Name]['answer']>>;
}

type Read<Name extends ReadName> = (
  db: Kysely<Tables>,
  actor: Actor,
  input: Reads[Name]['input'],
  tools: ReadTools,
) => Promise<Reads[Name]['answer']>;

/** Where an order goes once its cooperatives have answered: to a distributor, or to a shelf. */
const onward: Onward = {
  answered: (trx, tools, order, live) =>
    order.way === 'delivery' ? needDelivery(trx, tools, order) : expectAtShelf(trx, tools, order, live),
  partReady: beginPickups,
};

export const commands: { readonly [Name in CommandName]: Command<Name> } = {
  'order.place': { input: inputs['order.place'], run: placeOrder },
  'order.undo': { input: inputs['order.undo'], run: undoOrder },
  'part.accept': {
    input: inputs['part.accept'],
    run: (trx, actor, input, tools) => acceptPart(trx, actor, input, tools, onward),
  },
  'part.refuse': {
    input: inputs['part.refuse'],
    run: (trx, actor, input, tools) => refusePart(trx, actor, input, tools, onward),
  },
  'part.ready': {
    input: inputs['part.ready'],
    run: (trx, actor, input, tools) => readyPart(trx, actor, input, tools, onward),
  },
  'offer.take': { input: inputs['offer.take'], run: takeOffer },
  'offer.refuse': { input: inputs['offer.refuse'], run: refuseOffer },
  'arrival.note': { input: inputs['arrival.note'], run: noteArrival },
  'handover.confirm': { input: inputs['handover.confirm'], run: confirmHandover },
  'help.ask': { input: inputs['help.ask'], run: askForHelp },
};

export const reads: { readonly [Name in ReadName]: Read<Name> } = {
  'orders.mine': ordersOfCustomer,
  'part.show': showPart,
  'parts.open': openParts,
  'offer.show': showOffer,
  'round.mine': roundOf,
  'shelf.expected': expectedAtShelf,
  'shelf.waiting': waitingAtShelf,
};

/** Carries out one command in the caller's transaction. */
export function runCommand<Name extends CommandName>(
  trx: Transaction,
  actor: Actor,
  name: Name,
  input: unknown,
  tools: TradeTools,
): Promise<Outcome<Commands[Name]['answer']>> {
  const command: Command<Name> = commands[name];
  return command.run(trx, actor, command.input.parse(input), tools);
}
