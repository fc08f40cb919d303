import type { Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { later } from '#trade/later.ts';
import { liveParts, type OrderRow } from '#trade/orders/order-row.ts';
import { askNoMore, tell } from '#trade/orders/tell.ts';
import { before, offerSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { OfferState } from './delivery.ts';
import { type DeliveryRow, lockDelivery, moveDelivery } from './delivery-row.ts';
import { beginPickups } from './pick-up.ts';

type OfferRow = Selectable<Tables['offer']>;
type OfferAnswer = Outcome<{ order: string }>;
interface Found {
  readonly offer: OfferRow;
  readonly delivery: DeliveryRow;
  readonly order: OrderRow;
}

/** The distributor takes the delivery; it is theirs if the offer is still open. */
export async function takeOffer(
  trx: Transaction,
  actor: Actor,
  input: { offer: string },
  tools: TradeTools,
): Promise<OfferAnswer> {
  const found = await ownOffer(trx, actor, input.offer);
  if (found === undefined) return { ok: false, reason: 'notYours' };
  const { delivery, order, offer } = found;
  const now = tools.clock.now();
  if (!(await moveOffer(trx, offer.id, 'taken', now))) return { ok: false, reason: 'offerGone' };
  const { distributor } = offer;
  if (!(await moveDelivery(trx, delivery.id, 'taken', { distributor, taken_at: now }))) {
    throw new Error(`the delivery of an open offer was ${delivery.state}`);
  }
  await forget(trx, tools, found);
  const { day } = delivery;
  await tell(trx, tools, { person: order.person }, { name: 'delivery.taken', order: order.number, distributor, day });
  for (const { cooperative } of await liveParts(trx, order.id)) {
    const notice = { name: 'pickup.planned', order: order.number, distributor, day } as const;
    await tell(trx, tools, { role: 'cooperative', of: cooperative }, notice);
  }
  await beginPickups(trx, tools, order);
  return { ok: true, answer: { order: order.number } };
}

export async function refuseOffer(
  trx: Transaction,
  actor: Actor,
  input: { offer: string },
  tools: TradeTools,
): Promise<OfferAnswer> {
  const found = await ownOffer(trx, actor, input.offer);
  if (found === undefined) return { ok: false, reason: 'notYours' };
  if (!(await passOn(trx, tools, found, 'refused'))) return { ok: false, reason: 'offerGone' };
  return { ok: true, answer: { order: found.order.number } };
}

/** The offer's time is over: the next distributor is asked. Does nothing to an offer that was answered. */
export async function lapseOffer(trx: Transaction, tools: TradeTools, offerId: string): Promise<void> {
  const found = await findOffer(trx, offerId);
  if (found !== undefined) await passOn(trx, tools, found, 'lapsed');
}

async function passOn(
  trx: Transaction,
  tools: TradeTools,
  found: Found,
  state: 'refused' | 'lapsed',
): Promise<boolean> {
  if (!(await moveOffer(trx, found.offer.id, state, tools.clock.now()))) return false;
  await forget(trx, tools, found);
  await moveDelivery(trx, found.delivery.id, 'needed');
  await later(tools.outbox, trx, 'delivery.offer', { delivery: found.delivery.id });
  return true;
}

function forget(trx: Transaction, tools: TradeTools, { offer, order }: Found): Promise<void> {
  const about = { kind: 'offer', id: offer.id, order: order.number } as const;
  return askNoMore(trx, tools, { role: 'distributor', of: offer.distributor }, about);
}

async function ownOffer(trx: Transaction, actor: Actor, id: string): Promise<Found | undefined> {
  if (actor.role !== 'distributor') return undefined;
  const found = await findOffer(trx, id);
  return found?.offer.distributor === actor.of ? found : undefined;
}

async function findOffer(trx: Transaction, id: string): Promise<Found | undefined> {
  const offer = await trx.selectFrom('offer').selectAll().where('id', '=', id).executeTakeFirst();
  const found = offer === undefined ? undefined : await lockDelivery(trx, offer.delivery_id);
  return offer === undefined || found === undefined ? undefined : { offer, ...found };
}

async function moveOffer(trx: Transaction, id: string, state: OfferState, now: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('offer')
    .set({ state, answered_at: now })
    .where('id', '=', id)
    .where('state', 'in', before(offerSteps, state))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
