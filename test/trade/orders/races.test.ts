import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { atShelf, toBouchane } from '#test/support/orders.ts';
import {
  brief,
  codeOf,
  makeReady,
  openOffer,
  partOf,
  pickUpAll,
  placeAndTell,
  takeOffer,
} from '#test/support/straight-path.ts';
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { offerDelivery } from '#trade/deliveries/offer-delivery.ts';
import type { Notification } from '#trade/notices.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ kind: 'postgres' });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  trade.jobs.splice(0);
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

function nextOrder(make = toBouchane) {
  basket += 1;
  return make({ basketId: `basket-${basket}` });
}

async function honeyLeft(): Promise<number | null | undefined> {
  const query = trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey');
  return (await query.executeTakeFirst())?.stock_left;
}

const named = (told: readonly Notification[], name: string) => told.filter((one) => brief(one).endsWith(`: ${name}`));

test('one basket confirmed many times at once becomes one order', async () => {
  const input = nextOrder();
  const placed = await Promise.all([1, 2, 3, 4, 5].map(() => trade.done(amina, 'order.place', input)));
  expect(new Set(placed.map(({ number }) => number)).size).toBe(1);
  expect(await honeyLeft()).toBe(4);
  expect(trade.jobs.filter(({ name }) => name === 'order.tell')).toHaveLength(1);
});

test('five jars are sold five times, however many ask at once', async () => {
  const orders = Array.from({ length: 9 }, () => nextOrder());
  const outcomes = await Promise.all(
    orders.map((order, n) => trade.command(n % 2 === 0 ? amina : samir, 'order.place', order)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'outOfStock')).toHaveLength(4);
  expect(await honeyLeft()).toBe(0);
});

test.each(rounds)('an order is undone or told, never both (%i)', async () => {
  const { number } = await trade.done(amina, 'order.place', nextOrder());
  trade.told();
  const [undone] = await Promise.all([trade.command(amina, 'order.undo', { order: number }), trade.pass(120_000)]);
  const asked = named(trade.told(), 'question part');
  expect(asked).toHaveLength(undone.ok ? 0 : 2);
  expect(await honeyLeft()).toBe(undone.ok ? 5 : 4);
});

test.each(rounds)('two last answers at once tell the customer once (%i)', async () => {
  const { number } = await placeAndTell(trade, nextOrder());
  trade.told();
  const [couscous, honey] = [await partOf(trade, number, 'tazwit'), await partOf(trade, number, 'nour')];
  await Promise.all([
    trade.done(staff('cooperative', 'tazwit'), 'part.accept', { part: couscous }),
    trade.done(staff('cooperative', 'nour'), 'part.refuse', { part: honey, cause: 'away' }),
  ]);
  expect(named(trade.told(), 'order.answered')).toHaveLength(1);
});

test.each(rounds)('an offer that is taken, refused and lapsed at once has one end (%i)', async () => {
  const { number } = await placeAndTell(trade, nextOrder());
  await makeReady(trade, number, 'tazwit', 'nour');
  const offer = await openOffer(trade, number);
  if (offer === undefined) throw new Error('nobody was asked');
  trade.told();
  const outcomes = await Promise.all([
    trade.command(offer.distributor, 'offer.take', { offer: offer.id }),
    trade.command(offer.distributor, 'offer.take', { offer: offer.id }),
    trade.command(offer.distributor, 'offer.refuse', { offer: offer.id }),
    trade.runJob({ name: 'offer.lapse', data: { offer: offer.id } }),
  ]);
  const wins = outcomes.filter((outcome) => outcome?.ok).length;
  expect(wins).toBeLessThanOrEqual(1);
  const { state } = await trade.database.db
    .selectFrom('offer')
    .select('state')
    .where('id', '=', offer.id)
    .executeTakeFirstOrThrow();
  expect(wins).toBe(state === 'lapsed' ? 0 : 1);
  expect(named(trade.told(), 'delivery.taken')).toHaveLength(state === 'taken' ? 1 : 0);
});

test('a delivery offered many times at once is offered to one', async () => {
  const { number } = await placeAndTell(trade, nextOrder());
  for (const slug of ['tazwit', 'nour']) {
    const part = await partOf(trade, number, slug);
    await trade.done(staff('cooperative', slug), 'part.accept', { part });
  }
  const needed = trade.jobs.find(({ name }) => name === 'delivery.offer');
  if (needed === undefined) throw new Error('no delivery is needed');
  const { delivery } = needed.data as { delivery: string };
  await Promise.all([1, 2, 3, 4].map(() => trade.transaction((trx) => offerDelivery(trx, trade.tools, delivery))));
  const offers = await trade.database.db.selectFrom('offer').select('id').where('delivery_id', '=', delivery).execute();
  expect(offers).toHaveLength(1);
});

test('two last arrivals at once call the customer once', async () => {
  const { number } = await placeAndTell(trade, nextOrder(atShelf));
  await makeReady(trade, number, 'tazwit', 'nour');
  trade.told();
  const parts = [await partOf(trade, number, 'tazwit'), await partOf(trade, number, 'nour')];
  await Promise.all(parts.map((part) => trade.done(staff('shelf', 'youssoufia'), 'arrival.note', { part })));
  expect(named(trade.told(), 'shelf.ready')).toHaveLength(1);
});

test('a code typed many times at once delivers once', async () => {
  const { number } = await placeAndTell(trade, nextOrder());
  await makeReady(trade, number, 'tazwit', 'nour');
  const distributor = await takeOffer(trade, number);
  await pickUpAll(trade, number, distributor);
  const code = await codeOf(trade, number);
  trade.told();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => trade.command(distributor, 'handover.confirm', { code })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(named(trade.told(), 'delivery.delivered')).toHaveLength(1);
});

test('guesses made at once are counted like any others', async () => {
  const guesser = staff('distributor', 'guesser');
  const outcomes = await Promise.all(
    Array.from({ length: 9 }, (_, n) => trade.command(guesser, 'handover.confirm', { code: `000${n}` })),
  );
  const unknown = outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'codeUnknown');
  expect(unknown).toHaveLength(4);
});
