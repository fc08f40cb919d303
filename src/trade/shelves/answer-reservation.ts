import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { WaitingAnswer } from '#trade/answers/answer.ts';
import { aboutOf } from '#trade/answers/open-answer.ts';
import { cause, id } from '#trade/fields.ts';
import { onward } from '#trade/onward.ts';
import { everybodyAnswered } from '#trade/orders/everybody-answered.ts';
import { giveBackFromShelf, missFromShelf } from '#trade/orders/give-back.ts';
import type { RefusalCause } from '#trade/orders/order.ts';
import { lockOrder, type OrderRow } from '#trade/orders/order-row.ts';
import { ask, askNoMore, tell } from '#trade/orders/tell.ts';
import { before, partSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';

interface Named {
  readonly reservation: string;
}

type NamedReservation = Selectable<Tables['reservation']> & { readonly number: string };

const shared = {
  about: ({ reservation }: Named) => aboutOf('reservation', reservation),
  check: async (trx: Transaction, actor: Actor, { reservation }: Named): Promise<Outcome<{ order: string }>> => {
    const asked = await ownReservation(trx, actor, reservation);
    if (asked === undefined) return { ok: false, reason: 'notYours' };
    if (asked.state !== 'asked') return { ok: false, reason: 'alreadyAnswered' };
    return { ok: true, answer: { order: asked.number } };
  },
  askAgain: async (trx: Transaction, actor: Actor, { reservation }: Named, tools: TradeTools): Promise<void> => {
    const asked = await ownReservation(trx, actor, reservation);
    if (asked?.state !== 'asked') return;
    const about = { kind: 'reservation', id: asked.id, order: asked.number } as const;
    await ask(trx, tools, { role: 'shelf', of: asked.shelf }, about);
  },
};

/** The keeper has put aside what an order takes from the shelf. */
export const acceptReservation: WaitingAnswer<'reservation.accept'> = {
  ...shared,
  input: z.object({ reservation: id }),
  run: (trx, actor, { reservation }, tools) => answer(trx, actor, reservation, tools, undefined),
};

/** What an order takes from the shelf cannot be put aside. */
export const refuseReservation: WaitingAnswer<'reservation.refuse'> = {
  ...shared,
  input: z.object({ reservation: id, cause }),
  run: (trx, actor, input, tools) => answer(trx, actor, input.reservation, tools, input.cause),
};

/** `refusal` is absent for a yes. */
async function answer(
  trx: Transaction,
  actor: Actor,
  reservation: string,
  tools: TradeTools,
  refusal: RefusalCause | undefined,
): Promise<Outcome<unknown>> {
  const asked = await ownReservation(trx, actor, reservation);
  if (asked === undefined) return { ok: false, reason: 'notYours' };
  const order = await lockOrder(trx, asked.order_id);
  const state = refusal === undefined ? 'accepted' : 'refused';
  const change = { state, answered_at: tools.clock.now(), refusal_cause: refusal ?? null } as const;
  const { numUpdatedRows } = await trx
    .updateTable('reservation')
    .set(change)
    .where('id', '=', reservation)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return { ok: false, reason: 'alreadyAnswered' };
  await trx
    .updateTable('order_part')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('order_id', '=', order.id)
    .where('source', '=', 'shelf')
    .where('state', 'in', before(partSteps, state))
    .execute();
  await giveUp(trx, order, refusal);
  const why = actor.role === 'volunteer' ? 'told' : refusal === undefined ? 'accepted' : 'refused';
  const about = { kind: 'reservation', id: reservation, order: order.number, why } as const;
  await askNoMore(trx, tools, { role: 'shelf', of: asked.shelf, contacts: 'all' }, about);
  await tellAnswered(trx, actor, tools, asked, refusal === undefined);
  await everybodyAnswered(trx, tools, order, onward);
  return { ok: true, answer: {} };
}

/** The keeper hears what a volunteer wrote down; volunteers who were told of a silence hear that it is over. */
async function tellAnswered(
  trx: Transaction,
  { role }: Actor,
  tools: TradeTools,
  { shelf, number: order, escalated_at }: NamedReservation,
  isAccepted: boolean,
): Promise<void> {
  if (role === 'volunteer') {
    const to = { role: 'shelf', of: shelf, contacts: 'all' } as const;
    await tell(trx, tools, to, { name: 'reservation.answeredFor', order, isAccepted });
  } else if (escalated_at !== null) {
    await tell(trx, tools, { role: 'volunteer' }, { name: 'silence.over', order, who: { shelf }, isAccepted });
  }
}

async function giveUp(trx: Transaction, order: OrderRow, refusal: RefusalCause | undefined): Promise<void> {
  if (refusal === 'outOfStock') await missFromShelf(trx, order);
  else if (refusal !== undefined) await giveBackFromShelf(trx, order);
}

/** The keeper's own, or any for a volunteer who has the keeper's word. */
async function ownReservation(
  trx: Transaction,
  { role, of }: Actor,
  reservation: string,
): Promise<NamedReservation | undefined> {
  const row = await trx
    .selectFrom('reservation')
    .innerJoin('orders', 'orders.id', 'reservation.order_id')
    .selectAll('reservation')
    .select('orders.number')
    .where('reservation.id', '=', reservation)
    .executeTakeFirst();
  const isOwn = role === 'volunteer' || (role === 'shelf' && row?.shelf === of);
  return isOwn ? row : undefined;
}
