/** What orders can be asked and told. */
import { z } from 'zod';
import type { WaitingAnswers } from '../answers/answer.ts';
import { aboutOf } from '../answers/open-answer.ts';
import type { CommandTable, ReadTable } from '../command.ts';
import { cause, id, typed } from '../fields.ts';
import { onward } from '../onward.ts';
import { acceptPart, askPartAgain, checkPart, readyPart, refusePart } from './answer-part.ts';
import { cancelOrder } from './cancel-order.ts';
import { placeOrder } from './place-order.ts';
import { placeOrderInput } from './place-order-input.ts';
import { repeatOrder } from './repeat-order.ts';
import type { OrderCommands, OrderReads } from './requests.ts';
import { orderOfCustomer, ordersOfCustomer } from './show-orders.ts';
import { openParts, readyOf, showPart } from './show-parts.ts';
import { undoOrder } from './undo-order.ts';

type PartAnswerName = 'part.accept' | 'part.refuse' | 'part.ready';

const part = z.object({ part: id });
const order = z.object({ order: id });

export const orderAnswers: WaitingAnswers<PartAnswerName> = {
  'part.accept': {
    input: part,
    about: (input) => aboutOf('part', input.part),
    check: (trx, actor, input) => checkPart(trx, actor, input.part, 'accepted'),
    run: (trx, actor, input, tools) => acceptPart(trx, actor, input, tools, onward),
    askAgain: askPartAgain,
  },
  'part.refuse': {
    input: z.object({ part: id, cause, words: typed.exactOptional() }),
    about: (input) => aboutOf('part', input.part),
    check: (trx, actor, input) => checkPart(trx, actor, input.part, 'refused'),
    run: (trx, actor, input, tools) => refusePart(trx, actor, input, tools, onward),
    askAgain: askPartAgain,
  },
  'part.ready': {
    input: part,
    about: (input) => readyOf(input.part),
    check: (trx, actor, input) => checkPart(trx, actor, input.part, 'ready'),
    run: (trx, actor, input, tools) => readyPart(trx, actor, input, tools, onward),
  },
};

export const orderCommands: CommandTable<Exclude<keyof OrderCommands, PartAnswerName>> = {
  'order.place': { input: placeOrderInput, run: placeOrder },
  'order.undo': { input: order, run: undoOrder },
  'order.cancel': {
    input: order,
    run: (trx, actor, input, tools) => cancelOrder(trx, actor, input, tools, onward),
  },
};

export const orderReads: ReadTable<keyof OrderReads> = {
  'orders.mine': ordersOfCustomer,
  'order.mine': orderOfCustomer,
  'order.again': repeatOrder,
  'part.show': showPart,
  'parts.open': openParts,
};
