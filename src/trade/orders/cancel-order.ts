import type { Transaction } from '#database/database.ts';
import { findPerson } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { dropAnswers, lockAnswers } from '../answers/drop-answers.ts';
import { aboutOf } from '../answers/open-answer.ts';
import { isCancellable } from './cancelling.ts';
import type { Onward } from './everybody-answered.ts';
import { giveBackOrder } from './give-back.ts';
import { voidHandovers } from './hand-over.ts';
import { lockOrder, type OrderRow } from './order-row.ts';
import { readyOf } from './show-parts.ts';
import { askNoMore, tell } from './tell.ts';
import { before, orderSteps, partSteps } from './transitions.ts';
import { takeBack } from './undo-order.ts';

/** Cancels an order as long as nobody has begun to make it; by its customer, or by a volunteer for them. */
export async function cancelOrder(
  trx: Transaction,
  actor: Actor,
  input: { order: string },
  tools: TradeTools,
  onward: Onward,
): Promise<Outcome<{ order: string }>> {
  const found = await findOrder(trx, actor, input.order);
  if (found === undefined) return { ok: false, reason: actor.role === 'volunteer' ? 'unknown' : 'notYours' };
  const abouts = await questionsOf(trx, found);
  // Before the order itself, as an answer that takes effect locks them: neither waits for the other for ever.
  await lockAnswers(trx, abouts);
  const order = await lockOrder(trx, found);
  const parts = await trx.selectFrom('order_part').select(['state', 'source']).where('order_id', '=', found).execute();
  if (!isCancellable(order.state, parts)) return { ok: false, reason: 'tooLate' };
  if (order.state === 'confirmed') await takeBack(trx, tools, order.id);
  else {
    const givers = await dropAnswers(trx, abouts);
    await withdraw(trx, tools, order, onward);
    for (const { chat, role, of } of distinct(givers)) {
      if (role !== 'cooperative' && role !== 'shelf') continue;
      const name = role === 'cooperative' ? 'part.withdrawn' : 'reservation.withdrawn';
      await tell(trx, tools, { chat, role, of }, { name, order: order.number });
    }
  }
  if (actor.role === 'volunteer') {
    await tell(trx, tools, { person: order.person }, { name: 'order.cancelled', order: order.number });
  }
  return { ok: true, answer: { order: order.number } };
}

/** Whoever has said yes and that all is ready is told once. */
function distinct<One extends { readonly chat: string; readonly of: string }>(givers: readonly One[]): readonly One[] {
  return [...new Map(givers.map((giver) => [`${giver.chat} ${giver.of}`, giver])).values()];
}

async function findOrder(trx: Transaction, actor: Actor, number: string): Promise<string | undefined> {
  const orders = trx.selectFrom('orders').select('id').where('number', '=', number).orderBy('placed_at', 'desc');
  if (actor.role === 'volunteer') return (await orders.executeTakeFirst())?.id;
  const person = await findPerson(trx, actor.chat);
  if (person === undefined) return undefined;
  return (await orders.where('person', '=', person).executeTakeFirst())?.id;
}

/** What the staff was asked about an order, and what it may have said before its yes took effect. */
async function questionsOf(trx: Transaction, order: string): Promise<readonly string[]> {
  const parts = await trx.selectFrom('order_part').select('id').where('order_id', '=', order).execute();
  const reservations = await trx.selectFrom('reservation').select('id').where('order_id', '=', order).execute();
  return [
    ...parts.flatMap(({ id }) => [aboutOf('part', id), readyOf(id)]),
    ...reservations.map(({ id }) => aboutOf('reservation', id)),
  ];
}

async function withdraw(trx: Transaction, tools: TradeTools, order: OrderRow, onward: Onward): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'cancelled', goods: 0, fee: 0, version: order.version + 1, closed_at: tools.clock.now() })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, 'cancelled'))
    .execute();
  const parts = await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'withdrawn' as const, version: row('version', '+', 1) }))
    .where('order_id', '=', order.id)
    .where('state', 'in', before(partSteps, 'withdrawn'))
    .returning(['id', 'position', 'cooperative', 'source', 'asked_at'])
    .execute();
  await voidHandovers(trx, order.id);
  await giveBackOrder(trx, order);
  for (const { id, cooperative, source, asked_at } of parts.sort((a, b) => a.position - b.position)) {
    if (source !== 'cooperative' || asked_at === null) continue;
    const to = { role: 'cooperative', of: cooperative, contacts: 'all' } as const;
    await askNoMore(trx, tools, to, { kind: 'part', id, order: order.number, why: 'cancelled' });
  }
  await onward.withdrawn(trx, tools, order);
}
