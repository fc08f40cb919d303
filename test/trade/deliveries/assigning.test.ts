import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { brief, makeReady, openOffer, pickUpAll, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import { offerDelivery } from '#trade/deliveries/offer-delivery.ts';

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

async function offered(): Promise<string> {
  basket += 1;
  const { number } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}` }));
  await makeReady(trade, number, 'tazwit', 'nour');
  trade.told();
  return number;
}

/** Nobody takes it. */
async function unassigned(): Promise<string> {
  const order = await offered();
  for (let n = 0; n < 3; n += 1) await trade.pass(20 * 60_000);
  trade.told();
  return order;
}

const day = '2026-11-23';

describe('the search for a distributor', () => {
  test('reminds the one who is asked, and tells the customer when the next one is', async () => {
    const order = await offered();
    const first = await openOffer(trade, order);
    await trade.pass(10 * 60_000);
    expect(trade.told().map(brief)).toEqual([`${first?.distributor.of}: question.again offer`]);
    await trade.pass(10 * 60_000);
    const second = await openOffer(trade, order);
    const told = trade.told();
    expect(told.map(brief)).toEqual([
      `${first?.distributor.of}: question.gone offer`,
      `${second?.distributor.of}: question offer`,
      'customer: delivery.searching',
    ]);
    expect(told.at(-1)?.event).toMatchObject({ notice: { cause: 'lapsed' } });

    await trade.done(second?.distributor ?? volunteer, 'offer.refuse', { offer: second?.id ?? '' });
    await trade.runJobs();
    expect(trade.told().at(-1)?.event).toMatchObject({ notice: { name: 'delivery.searching', cause: 'refused' } });
    await trade.pass(20 * 60_000);
    expect(trade.told().map(brief).slice(-2)).toEqual([
      'customer: delivery.unassigned',
      'volunteer: delivery.unassigned',
    ]);
  });

  test('counts waking minutes: whoever is asked in the evening has until the morning', async () => {
    const order = await offered();
    const at = trade.clock.at;
    trade.clock.at = Date.parse('2026-11-22T20:50:00Z');
    const waking = { wakingHours: { from: 8, to: 21 }, timeZone: 'Africa/Abidjan' };
    const settings = { ...trade.tools.settings, ...waking };
    const { delivery_id: delivery } = await trade.database.db
      .selectFrom('offer')
      .select('delivery_id')
      .where('id', '=', (await openOffer(trade, order))?.id ?? '')
      .executeTakeFirstOrThrow();
    await trade.database.db.deleteFrom('offer').where('delivery_id', '=', delivery).execute();
    await trade.database.db.updateTable('delivery').set({ state: 'needed' }).where('id', '=', delivery).execute();
    await trade.transaction((trx) => offerDelivery(trx, { ...trade.tools, settings }, delivery));
    const offer = await openOffer(trade, order);
    const view = await trade.read(offer?.distributor ?? volunteer, 'offer.show', { offer: offer?.id ?? '' });
    expect(view?.expiresAt).toBe(Date.parse('2026-11-23T08:10:00Z'));
    trade.clock.at = at;
    await takeOffer(trade, order);
    trade.told();
  });
});

describe('a volunteer', () => {
  test('gives a delivery that nobody took to a distributor, and everything goes on as if they had taken it', async () => {
    const order = await unassigned();
    expect(await trade.read(volunteer, 'stuck.list')).toContainEqual(
      expect.objectContaining({ kind: 'unassigned', order, commune: 'bouchane', day }),
    );
    // Omar let it lapse, and has told the volunteer yes since.
    await trade.done(volunteer, 'delivery.assign', { order, distributor: 'omar' });
    const told = trade.told();
    expect(told.map(brief)).toEqual([
      'omar: delivery.assigned',
      'customer: delivery.taken',
      'tazwit: pickup.planned',
      'nour: pickup.planned',
      'omar: pickup.ready',
    ]);
    expect(told[0]?.event).toMatchObject({ notice: { order, commune: 'bouchane', day } });
    const omar = staff('distributor', 'omar');
    await pickUpAll(trade, order, omar);
    expect((await trade.read(omar, 'round.mine')).find((stop) => stop.order === order)?.state).toBe('onTheWay');
    const offers = await trade.database.db
      .selectFrom('offer')
      .innerJoin('delivery', 'delivery.id', 'delivery_id')
      .innerJoin('orders', 'orders.id', 'order_id')
      .select(['offer.distributor', 'offer.state'])
      .where('number', '=', order)
      .execute();
    expect(offers.find(({ distributor }) => distributor === 'omar')?.state).toBe('taken');
    expect((await trade.read(volunteer, 'stuck.list')).some((one) => 'order' in one && one.order === order)).toBe(
      false,
    );
  });

  test('takes the question back from whoever is being asked', async () => {
    const order = await offered();
    const offer = await openOffer(trade, order);
    const other = offer?.distributor.of === 'omar' ? 'hassan' : 'omar';
    await trade.done(volunteer, 'delivery.assign', { order, distributor: other });
    expect(trade.told().map(brief).slice(0, 2)).toEqual([
      `${offer?.distributor.of}: question.gone offer`,
      `${other}: delivery.assigned`,
    ]);
    const late = await trade.command(offer?.distributor ?? volunteer, 'offer.take', { offer: offer?.id ?? '' });
    expect(late).toEqual({ ok: false, reason: 'offerGone' });
    await trade.pass(20 * 60_000);
    expect(trade.told()).toEqual([]);
  });

  test('may name the one who is being asked, and anybody of the shop, but nobody else', async () => {
    const order = await offered();
    const offer = await openOffer(trade, order);
    const assign = (distributor: string) => trade.command(volunteer, 'delivery.assign', { order, distributor });
    expect(await assign('nobody')).toEqual({ ok: false, reason: 'unknown' });
    expect(await assign(offer?.distributor.of ?? '')).toMatchObject({ ok: true });
    expect(await assign('omar')).toEqual({ ok: false, reason: 'alreadyAnswered' });
    expect(await trade.command(volunteer, 'delivery.assign', { order: 'A7H4', distributor: 'omar' })).toEqual({
      ...{ ok: false, reason: 'unknown' },
    });
    const hassan = staff('distributor', 'hassan');
    const other = await offered();
    expect(await trade.command(hassan, 'delivery.assign', { order: other, distributor: 'hassan' })).toEqual({
      ...{ ok: false, reason: 'notYours' },
    });
    await takeOffer(trade, other);
  });

  test('keeps the day, even when it is over', async () => {
    const order = await unassigned();
    const at = trade.clock.at;
    trade.clock.at += 48 * 3_600_000;
    await trade.done(volunteer, 'delivery.assign', { order, distributor: 'hassan' });
    expect(trade.told()[0]?.event).toMatchObject({ notice: { name: 'delivery.assigned', day } });
    trade.clock.at = at;
  });
});
