import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import { ask } from '#trade/orders/tell.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { moveDelivery } from './delivery-row.ts';
import { giveDelivery } from './give-delivery.ts';
import { endOffer, isBeingAnswered, type LockedOffer, lockOffer } from './offer-row.ts';

type OfferAnswer = Outcome<{ order: string }>;

/** Whether the offer still waits for this distributor's answer. */
export async function checkOffer(trx: Transaction, actor: Actor, input: { offer: string }): Promise<OfferAnswer> {
  const found = await ownOffer(trx, actor, input.offer);
  if (found === undefined) return { ok: false, reason: 'notYours' };
  if (found.offer.state !== 'open') return { ok: false, reason: 'offerGone' };
  return { ok: true, answer: { order: found.order.number } };
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
  const answer = { ok: true, answer: { order: found.order.number } } as const;
  // A volunteer has given it to the very one who was about to take it.
  if (found.offer.state === 'taken') return answer;
  if (!(await endOffer(trx, tools, found, 'taken', 'accepted'))) return { ok: false, reason: 'offerGone' };
  await giveDelivery(trx, tools, found, found.offer.distributor);
  return answer;
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

/** The answer was taken back: the question is put again where it was given, unless its time is over meanwhile. */
export async function askOfferAgain(
  trx: Transaction,
  actor: Actor,
  input: { offer: string },
  tools: TradeTools,
): Promise<void> {
  const found = await ownOffer(trx, actor, input.offer);
  if (found?.offer.state !== 'open') return;
  if (found.offer.expires_at <= tools.clock.now()) {
    await passOn(trx, tools, found, 'lapsed');
    return;
  }
  const { chat, role, of } = actor;
  await ask(trx, tools, { chat, role, of }, { kind: 'offer', id: found.offer.id, order: found.order.number });
}

/**
 * The offer's time is over: the next distributor is asked. Does nothing to an offer that was answered, and leaves one
 * whose answer could still be taken back to that answer.
 */
export async function lapseOffer(trx: Transaction, tools: TradeTools, offerId: string): Promise<void> {
  const found = await lockOffer(trx, offerId);
  if (found === undefined || (await isBeingAnswered(trx, offerId))) return;
  await passOn(trx, tools, found, 'lapsed');
}

async function passOn(
  trx: Transaction,
  tools: TradeTools,
  found: LockedOffer,
  state: 'refused' | 'lapsed',
): Promise<boolean> {
  if (!(await endOffer(trx, tools, found, state, state))) return false;
  await moveDelivery(trx, found.delivery.id, 'needed');
  await later(tools.outbox, trx, 'delivery.offer', { delivery: found.delivery.id });
  return true;
}

async function ownOffer(trx: Transaction, actor: Actor, id: string): Promise<LockedOffer | undefined> {
  if (actor.role !== 'distributor') return undefined;
  const found = await lockOffer(trx, id);
  return found?.offer.distributor === actor.of ? found : undefined;
}
