import type { Notification } from '#trade/notices.ts';
import type { PlacedOrder, PlaceOrder } from '#trade/orders/order.ts';
import type { Actor } from '#trade/people/roles.ts';
import { amina, staff, type TestTrade } from './trade.ts';

/** What was told, briefly: `tazwit: part.paid`. */
export function brief({ to, event }: Notification): string {
  const who = 'person' in to ? 'customer' : 'of' in to ? to.of : to.role;
  return `${who}: ${event.type === 'notice' ? event.notice.name : `${event.type} ${event.kind}`}`;
}

/** Places an order and lets the time to take it back pass, so that its cooperatives are asked. */
export async function placeAndTell(trade: TestTrade, order: PlaceOrder, customer: Actor = amina): Promise<PlacedOrder> {
  const placed = await trade.done(customer, 'order.place', order);
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  return placed;
}

/** The part that a cooperative has of an order. */
export async function partOf(trade: TestTrade, order: string, cooperative: string): Promise<string> {
  const { id } = await trade.database.db
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select('order_part.id')
    .where('orders.number', '=', order)
    .where('order_part.cooperative', '=', cooperative)
    .executeTakeFirstOrThrow();
  return id;
}

/** Each of these cooperatives accepts its part and has it ready. */
export async function makeReady(trade: TestTrade, order: string, ...cooperatives: string[]): Promise<void> {
  for (const slug of cooperatives) {
    const part = await partOf(trade, order, slug);
    await trade.done(staff('cooperative', slug), 'part.accept', { part });
    await trade.done(staff('cooperative', slug), 'part.ready', { part });
  }
  await trade.runJobs();
}

/** The offer of an order that is open now, and the distributor it was made to. */
export async function openOffer(
  trade: TestTrade,
  order: string,
): Promise<{ id: string; distributor: Actor } | undefined> {
  const offer = await trade.database.db
    .selectFrom('offer')
    .innerJoin('delivery', 'delivery.id', 'offer.delivery_id')
    .innerJoin('orders', 'orders.id', 'delivery.order_id')
    .select(['offer.id', 'offer.distributor'])
    .where('orders.number', '=', order)
    .where('offer.state', '=', 'open')
    .executeTakeFirst();
  return offer && { id: offer.id, distributor: staff('distributor', offer.distributor) };
}

/** The distributor who is asked takes the delivery. */
export async function takeOffer(trade: TestTrade, order: string): Promise<Actor> {
  const offer = await openOffer(trade, order);
  if (offer === undefined) throw new Error(`${order} has no open offer`);
  await trade.done(offer.distributor, 'offer.take', { offer: offer.id });
  return offer.distributor;
}

/** Each cooperative types the code that the distributor's round shows for it. */
export async function pickUpAll(trade: TestTrade, order: string, distributor: Actor): Promise<void> {
  const round = await trade.read(distributor, 'round.mine');
  for (const { cooperative, code } of round.find((stop) => stop.order === order)?.stops ?? []) {
    await trade.done(staff('cooperative', cooperative), 'handover.confirm', { code: code ?? '' });
  }
}

/** The code that the customer sees for an order. */
export async function codeOf(trade: TestTrade, order: string, customer: Actor = amina): Promise<string> {
  const orders = await trade.read(customer, 'orders.mine');
  return orders.find(({ number }) => number === order)?.code ?? '';
}
