import { dayOf } from '#base/clock.ts';
import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import type { OrderRow } from '#trade/orders/order-row.ts';
import { ask, tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import { afterWakingMinutes } from '#trade/waking.ts';
import { startClock } from '../answers/clock.ts';
import { chooseDistributor, fairnessWindow, type Past } from './choose-distributor.ts';
import { type DeliveryRow, lockDelivery, moveDelivery } from './delivery-row.ts';

/** Asks the next distributor, or a volunteer when none is left. Does nothing unless the delivery needs somebody. */
export async function offerDelivery(trx: Transaction, tools: TradeTools, deliveryId: string): Promise<void> {
  const found = await lockDelivery(trx, deliveryId);
  if (found === undefined || found.delivery.state !== 'needed') return;
  const { delivery, order } = found;
  const offers = await trx
    .selectFrom('offer')
    .select(['distributor', 'state'])
    .where('delivery_id', '=', delivery.id)
    .orderBy('offered_at', 'desc')
    .orderBy('answered_at', 'desc')
    .execute();
  const asked = new Set(offers.map(({ distributor }) => distributor));
  const now = tools.clock.now();
  const past = await pastOffers(trx, now);
  // Answers may have come so late that the day is over: nobody can promise that one any more.
  const isOver = delivery.day < dayOf(now, tools.settings.timeZone);
  const distributor = isOver ? undefined : chooseDistributor(tools.shop(), delivery.commune, delivery.day, asked, past);
  if (distributor === undefined) return giveUp(trx, tools, delivery, order);
  await offer(trx, tools, delivery, order, distributor);
  const last = offers[0]?.state;
  if (last !== 'refused' && last !== 'lapsed') return;
  await tell(trx, tools, { person: order.person }, { name: 'delivery.searching', order: order.number, cause: last });
}

async function offer(
  trx: Transaction,
  tools: TradeTools,
  delivery: DeliveryRow,
  order: OrderRow,
  distributor: string,
): Promise<void> {
  if (!(await moveDelivery(trx, delivery.id, 'offered'))) return;
  const id = tools.ids.next();
  const now = tools.clock.now();
  const { offerMinutes, wakingHours, timeZone } = tools.settings;
  const expires = afterWakingMinutes(now, offerMinutes, wakingHours, timeZone);
  await trx
    .insertInto('offer')
    .values({ id, delivery_id: delivery.id, distributor, state: 'open', offered_at: now, expires_at: expires })
    .execute();
  await later(tools.outbox, trx, 'offer.lapse', { offer: id }, { after: expires });
  await startClock(trx, tools, 'offer', id);
  await ask(trx, tools, { role: 'distributor', of: distributor }, { kind: 'offer', id, order: order.number });
}

async function giveUp(trx: Transaction, tools: TradeTools, delivery: DeliveryRow, order: OrderRow): Promise<void> {
  if (!(await moveDelivery(trx, delivery.id, 'unassigned'))) return;
  const { commune, day } = delivery;
  const name = 'delivery.unassigned';
  await tell(trx, tools, { person: order.person }, { name, order: order.number });
  await tell(trx, tools, { role: 'volunteer' }, { name, order: order.number, commune, day });
}

async function pastOffers(trx: Transaction, now: number): Promise<ReadonlyMap<string, Past>> {
  const rows = await trx
    .selectFrom('offer')
    .select(({ fn }) => [
      'distributor',
      fn
        .countAll<number | string>()
        .filterWhere('state', '=', 'taken')
        .filterWhere('answered_at', '>', now - fairnessWindow)
        .as('taken'),
      fn.max('offered_at').as('last'),
    ])
    .groupBy('distributor')
    .execute();
  // Counts are 64 bits wide, which the drivers give as text.
  return new Map(
    rows.map(({ distributor, taken, last }) => [distributor, { taken: Number(taken), lastOffer: Number(last) }]),
  );
}
