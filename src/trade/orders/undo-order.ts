import type { Transaction } from '#database/database.ts';
import { findPerson } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { giveBackOrder } from './give-back.ts';
import { before, orderSteps } from './transitions.ts';

/**
 * Takes an order back. Whether that is still possible is not a matter of the clock: as long as nobody was told, it is.
 * Telling is the same conditional update, so one of the two finds nothing left to change.
 */
export async function undoOrder(
  trx: Transaction,
  actor: Actor,
  input: { order: string },
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const person = await findPerson(trx, actor.chat);
  if (person === undefined) return { ok: false, reason: 'notYours' };
  const mine = await trx
    .selectFrom('orders')
    .select(['id', 'state'])
    .where('number', '=', input.order)
    .where('person', '=', person)
    .orderBy('placed_at', 'desc')
    .executeTakeFirst();
  if (mine === undefined) return { ok: false, reason: 'notYours' };
  if (!(await takeBack(trx, tools, mine.id))) return { ok: false, reason: 'alreadyTold' };
  return { ok: true, answer: { order: input.order } };
}

/** False when somebody has been told of it. */
export async function takeBack(trx: Transaction, tools: TradeTools, order: string): Promise<boolean> {
  const undone = await trx
    .updateTable('orders')
    .set({ state: 'undone', goods: 0, fee: 0, closed_at: tools.clock.now() })
    .where('id', '=', order)
    .where('state', 'in', before(orderSteps, 'undone'))
    .returning(['id', 'shelf'])
    .executeTakeFirst();
  if (undone === undefined) return false;
  await giveBackOrder(trx, undone);
  return true;
}
