import type { Transaction } from '#database/database.ts';
import { tell } from '#trade/orders/tell.ts';
import { before, offerSteps } from '#trade/orders/transitions.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { type LockedDelivery, lockDeliveryOf } from './delivery-row.ts';
import { giveDelivery } from './give-delivery.ts';
import { endOffer, isBeingAnswered, openOfferOf } from './offer-row.ts';

interface Assignment {
  readonly order: string;
  readonly distributor: string;
}

/** Whether a volunteer may give this delivery to that distributor; not while another one is just answering. */
export async function checkAssignment(
  trx: Transaction,
  actor: Actor,
  input: Assignment,
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await assignable(trx, actor, input, tools);
  if (!found.ok) return found;
  const offer = await openOfferOf(trx, found.answer);
  if (offer && (await isBeingAnswered(trx, offer.offer.id))) return { ok: false, reason: 'alreadyAnswered' };
  return { ok: true, answer: { order: input.order } };
}

/** The delivery is the named distributor's as if they had taken it; whoever is asked at the moment need not answer. */
export async function assignDelivery(
  trx: Transaction,
  actor: Actor,
  input: Assignment,
  tools: TradeTools,
): Promise<Outcome<{ order: string }>> {
  const found = await assignable(trx, actor, input, tools);
  if (!found.ok) return found;
  const { delivery, order } = found.answer;
  const { distributor } = input;
  const offer = await openOfferOf(trx, found.answer);
  if (offer?.offer.distributor === distributor) await endOffer(trx, tools, offer, 'taken', 'told');
  else if (offer) await endOffer(trx, tools, offer, 'lapsed');
  await countAsTaken(trx, tools, delivery.id, distributor);
  const to = { role: 'distributor', of: distributor } as const;
  const { commune, day } = delivery;
  await tell(trx, tools, to, { name: 'delivery.assigned', order: order.number, commune, day });
  await giveDelivery(trx, tools, found.answer, distributor);
  return { ok: true, answer: { order: order.number } };
}

async function assignable(
  trx: Transaction,
  actor: Actor,
  { order, distributor }: Assignment,
  tools: TradeTools,
): Promise<Outcome<LockedDelivery>> {
  if (actor.role !== 'volunteer') return { ok: false, reason: 'notYours' };
  if (!tools.shop().distributors.has(distributor)) return { ok: false, reason: 'unknown' };
  const found = await lockDeliveryOf(trx, order);
  if (found === undefined) return { ok: false, reason: 'unknown' };
  switch (found.delivery.state) {
    case 'needed':
    case 'offered':
    case 'unassigned':
      return { ok: true, answer: found };
    default:
      return { ok: false, reason: 'alreadyAnswered' };
  }
}

/** Whom to ask next is chosen by what each has taken; one who said no before may have said yes to the volunteer. */
async function countAsTaken(trx: Transaction, tools: TradeTools, delivery: string, distributor: string): Promise<void> {
  const now = tools.clock.now();
  await trx
    .insertInto('offer')
    .values({
      ...{ id: tools.ids.next(), delivery_id: delivery, distributor, state: 'taken' },
      ...{ offered_at: now, expires_at: now, answered_at: now },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['delivery_id', 'distributor'])
        .doUpdateSet({ state: 'taken', answered_at: now })
        .where('offer.state', 'in', before(offerSteps, 'taken')),
    )
    .execute();
}
