import type { Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { GoneCause } from '#trade/notices.ts';
import { askNoMore } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { aboutOf, openAnswers } from '../answers/open-answer.ts';
import type { OfferState } from './delivery.ts';
import { type LockedDelivery, lockDelivery } from './delivery-row.ts';

export type OfferRow = Selectable<Tables['offer']>;

/** An offer with its delivery and its order, which is locked. */
export interface LockedOffer extends LockedDelivery {
  readonly offer: OfferRow;
}

export async function lockOffer(trx: Transaction, id: string): Promise<LockedOffer | undefined> {
  const offers = trx.selectFrom('offer').selectAll().where('id', '=', id);
  const known = await offers.executeTakeFirst();
  const found = known && (await lockDelivery(trx, known.delivery_id));
  return found && { ...found, offer: await offers.executeTakeFirstOrThrow() };
}

/** Ends an open offer, saying why where the distributor is asked; false when it is not open any more. */
export async function endOffer(
  trx: Transaction,
  tools: TradeTools,
  { offer, order }: LockedOffer,
  state: Exclude<OfferState, 'open'>,
  why?: GoneCause,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('offer')
    .set({ state, answered_at: tools.clock.now() })
    .where('id', '=', offer.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const about = { kind: 'offer', id: offer.id, order: order.number, ...(why && { why }) } as const;
  await askNoMore(trx, tools, { role: 'distributor', of: offer.distributor }, about);
  return true;
}

/** The offer of a delivery that waits for an answer now; its order is locked already. */
export async function openOfferOf(trx: Transaction, locked: LockedDelivery): Promise<LockedOffer | undefined> {
  const offer = await trx
    .selectFrom('offer')
    .selectAll()
    .where('delivery_id', '=', locked.delivery.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return offer && { ...locked, offer };
}

/** Whether the distributor has answered, and the answer could still be taken back. */
export async function isBeingAnswered(trx: Transaction, offer: string): Promise<boolean> {
  return (await openAnswers(trx, [aboutOf('offer', offer)])).size > 0;
}
