import type { Transaction } from '#database/database.ts';
import { voidHandovers } from '#trade/orders/hand-over.ts';
import { tell } from '#trade/orders/tell.ts';
import { before, orderSteps, partSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { DeliveryState, Failure } from './delivery.ts';
import { type LockedDelivery, lockDeliveryOf, moveDelivery } from './delivery-row.ts';

interface Failed {
  readonly order: string;
  readonly cause: Failure;
  readonly words?: string;
}

/** What may be said of a delivery, by whom, and in which state of it. */
const answers = {
  fail: { by: ['distributor'], of: 'onTheWay' },
  retry: { by: ['distributor', 'volunteer'], of: 'failed' },
  return: { by: ['volunteer'], of: 'failed' },
  noteBack: { by: ['volunteer'], of: 'returned' },
} as const satisfies Record<string, { by: readonly Actor['role'][]; of: DeliveryState }>;

type What = keyof typeof answers;

/** Whether this may be said of the delivery now; changes nothing. */
export function checkDelivery(what: What) {
  return async (trx: Transaction, actor: Actor, input: { order: string }): Promise<Outcome<{ order: string }>> => {
    const found = await ownDelivery(trx, actor, input.order, what);
    return found.ok ? { ok: true, answer: { order: found.answer.order.number } } : found;
  };
}

/** It could not be handed over: customer and volunteers hear why; the code stays, in case it works out after all. */
export async function failDelivery(
  trx: Transaction,
  actor: Actor,
  input: Failed,
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await ownDelivery(trx, actor, input.order, 'fail');
  if (!found.ok) return found;
  const { delivery, order } = found.answer;
  const { cause, words } = input;
  const failure = { failure: cause, failure_words: words ?? null, failed_at: tools.clock.now() };
  await moveDelivery(trx, delivery.id, 'failed', failure);
  const notice = { name: 'delivery.failed', order: order.number, distributor: actor.of, cause } as const;
  await tell(trx, tools, { person: order.person }, notice);
  await tell(trx, tools, { role: 'volunteer' }, { ...notice, ...(words === undefined ? {} : { words }) });
  return { ok: true, answer: { order: order.number } };
}

/** The goods set out again, with the same code. */
export async function retryDelivery(
  trx: Transaction,
  actor: Actor,
  input: { order: string },
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await ownDelivery(trx, actor, input.order, 'retry');
  if (!found.ok) return found;
  const { delivery, order } = found.answer;
  const distributor = distributorOf(found.answer);
  await moveDelivery(trx, delivery.id, 'onTheWay');
  await tell(trx, tools, { person: order.person }, { name: 'delivery.retried', order: order.number, distributor });
  if (actor.role === 'volunteer') {
    await tell(trx, tools, { role: 'distributor', of: distributor }, { name: 'delivery.again', order: order.number });
  }
  return { ok: true, answer: { order: order.number } };
}

/**
 * The goods go back and the order is over: nothing was sold, so nothing is booked, and what had been taken from counted
 * stock stays taken until its cooperative has the goods before it and counts.
 */
export async function returnDelivery(
  trx: Transaction,
  actor: Actor,
  input: { order: string },
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await ownDelivery(trx, actor, input.order, 'return');
  if (!found.ok) return found;
  const { delivery, order } = found.answer;
  await moveDelivery(trx, delivery.id, 'returned');
  await trx
    .updateTable('orders')
    .set({ state: 'returned', version: order.version + 1, closed_at: tools.clock.now() })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, 'returned'))
    .execute();
  const parts = await trx
    .updateTable('order_part')
    .set((row) => ({ state: 'returned' as const, version: row('version', '+', 1) }))
    .where('order_id', '=', order.id)
    .where('state', 'in', before(partSteps, 'returned'))
    .returning(['cooperative', 'position'])
    .execute();
  await voidHandovers(trx, order.id);
  const about = { order: order.number };
  await tell(trx, tools, { person: order.person }, { name: 'delivery.returned', ...about });
  for (const { cooperative } of parts.sort((one, other) => one.position - other.position)) {
    await tell(trx, tools, { role: 'cooperative', of: cooperative }, { name: 'part.returned', ...about });
  }
  const distributor = { role: 'distributor', of: distributorOf(found.answer) } as const;
  await tell(trx, tools, distributor, { name: 'delivery.back', ...about });
  return { ok: true, answer: about };
}

/** What was returned is with its cooperatives again: nobody has to see to it any more. */
export async function noteBack(
  trx: Transaction,
  actor: Actor,
  input: { order: string },
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await ownDelivery(trx, actor, input.order, 'noteBack');
  if (!found.ok) return found;
  const { delivery, order } = found.answer;
  await trx.updateTable('delivery').set({ back_at: tools.clock.now() }).where('id', '=', delivery.id).execute();
  return { ok: true, answer: { order: order.number } };
}

async function ownDelivery(
  trx: Transaction,
  actor: Actor,
  number: string,
  what: What,
): Promise<Outcome<LockedDelivery>> {
  const { by, of } = answers[what];
  if (!by.some((role) => role === actor.role)) return { ok: false, reason: 'notYours' };
  const found = await lockDeliveryOf(trx, number);
  if (found === undefined) return { ok: false, reason: actor.role === 'volunteer' ? 'unknown' : 'notYours' };
  const { state, distributor, back_at } = found.delivery;
  if (actor.role === 'distributor' && distributor !== actor.of) return { ok: false, reason: 'notYours' };
  if (state === of && back_at === null) return { ok: true, answer: found };
  // What has not left cannot come back, and what is on its way has not failed.
  const isLeaving = state === 'onTheWay' || (state === 'failed' && what === 'noteBack');
  const isBefore = state === 'taken' || (isLeaving && (what === 'return' || what === 'noteBack'));
  return { ok: false, reason: isBefore ? 'notYet' : 'alreadyAnswered' };
}

function distributorOf({ delivery }: LockedDelivery): string {
  if (delivery.distributor === null) throw new Error(`a delivery that was ${delivery.state} has no distributor`);
  return delivery.distributor;
}
