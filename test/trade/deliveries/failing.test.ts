import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { brief, codeOf, makeReady, pickUpAll, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import { balances } from '#trade/ledger/ledger.ts';
import type { Actor } from '#trade/people/roles.ts';

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

/** An order on its way to the customer, and the distributor who brings it. */
async function onItsWay(): Promise<{ order: string; distributor: Actor }> {
  basket += 1;
  const { number: order } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}` }));
  await makeReady(trade, order, 'tazwit', 'nour');
  const distributor = await takeOffer(trade, order);
  await pickUpAll(trade, order, distributor);
  trade.told();
  return { order, distributor };
}

async function failed() {
  const found = await onItsWay();
  await trade.done(found.distributor, 'delivery.fail', { order: found.order, cause: 'nobodyThere' });
  trade.told();
  return found;
}

const stopOf = async (distributor: Actor, order: string) =>
  (await trade.read(distributor, 'round.mine')).find((stop) => stop.order === order);

describe('a delivery that fails', () => {
  test('is told to the customer and to the volunteers, and stays in the round', async () => {
    const { order, distributor } = await onItsWay();
    await trade.done(distributor, 'delivery.fail', { order, cause: 'other', words: 'route coupée' });
    const fact = { name: 'delivery.failed', order, distributor: distributor.of, cause: 'other' };
    expect(trade.told().map(({ to, event }) => [to, event])).toEqual([
      [{ person: expect.any(String) }, { type: 'notice', notice: fact }],
      [{ role: 'volunteer' }, { type: 'notice', notice: { ...fact, words: 'route coupée' } }],
    ]);
    expect(await stopOf(distributor, order)).toMatchObject({ state: 'failed', failure: 'other' });
    const [own] = await trade.read(amina, 'orders.mine');
    expect(own).toMatchObject({ number: order, state: 'delivering', trouble: 'failed' });
    const stuck = await trade.read(volunteer, 'stuck.list');
    expect(stuck).toEqual([
      {
        ...{ id: `failed:${order}`, kind: 'failed', order, since: trade.clock.at },
        ...{ distributor: distributor.of, cause: 'other' },
      },
    ]);
    await trade.done(volunteer, 'delivery.return', { order });
  });

  test('sets out again with the same code, by the distributor’s word or a volunteer’s', async () => {
    const { order, distributor } = await failed();
    const code = await codeOf(trade, order);
    await trade.done(distributor, 'delivery.retry', { order });
    expect(trade.told().map(brief)).toEqual(['customer: delivery.retried']);
    expect(await stopOf(distributor, order)).toMatchObject({ state: 'onTheWay' });
    expect((await stopOf(distributor, order))?.failure).toBeUndefined();
    await trade.done(distributor, 'delivery.fail', { order, cause: 'placeNotFound' });
    trade.told();
    await trade.done(volunteer, 'delivery.retry', { order });
    expect(trade.told().map(brief)).toEqual(['customer: delivery.retried', `${distributor.of}: delivery.again`]);
    expect(await codeOf(trade, order)).toBe(code);
    expect(await trade.done(distributor, 'handover.confirm', { code })).toMatchObject({ what: 'delivered', order });
  });

  test('is delivered all the same when the customer comes and tells the code', async () => {
    const { order, distributor } = await failed();
    const code = await codeOf(trade, order);
    expect(await trade.done(distributor, 'handover.confirm', { code })).toMatchObject({ what: 'delivered', order });
    expect(await stopOf(distributor, order)).toBeUndefined();
  });

  test('is ended by a volunteer: the goods go back, the code means nothing, and nothing is booked', async () => {
    const { order, distributor } = await failed();
    const code = await codeOf(trade, order);
    const before = await balances(trade.database.db);
    await trade.done(volunteer, 'delivery.return', { order });
    expect(trade.told().map(brief)).toEqual([
      'customer: delivery.returned',
      'tazwit: part.returned',
      'nour: part.returned',
      `${distributor.of}: delivery.back`,
    ]);
    expect(await balances(trade.database.db)).toEqual(before);
    expect(await trade.command(distributor, 'handover.confirm', { code })).toMatchObject({ reason: 'codeUnknown' });
    expect(await stopOf(distributor, order)).toBeUndefined();
    const own = (await trade.read(amina, 'orders.mine')).find(({ number }) => number === order);
    expect(own).toMatchObject({ state: 'returned', parts: [{ state: 'returned' }, { state: 'returned' }] });
    const honey = trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey');
    expect(await honey.executeTakeFirst()).toEqual({ stock_left: 4 });
    const again = await trade.command(volunteer, 'delivery.retry', { order });
    expect(again).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('waits for a volunteer until the goods are with their cooperatives again', async () => {
    const { order, distributor } = await failed();
    const noteBack = (actor: Actor) => trade.command(actor, 'delivery.noteBack', { order });
    expect(await noteBack(volunteer)).toEqual({ ok: false, reason: 'notYet' });
    await trade.done(volunteer, 'delivery.return', { order });
    const own = async () => (await trade.read(volunteer, 'stuck.list')).filter((one) => one.id === `returned:${order}`);
    const about = { kind: 'returned', order, distributor: distributor.of, since: trade.clock.at };
    expect(await own()).toEqual([{ id: `returned:${order}`, ...about }]);
    expect(await noteBack(distributor)).toEqual({ ok: false, reason: 'notYours' });
    expect(await noteBack(volunteer)).toMatchObject({ ok: true });
    expect(await own()).toEqual([]);
    const story = await trade.read(volunteer, 'order.story', { order });
    expect(story?.delivery).toMatchObject({ state: 'returned', isBack: true });
    expect(await noteBack(volunteer)).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('is said to fail, set out or go back only by those who may, and only in its time', async () => {
    basket += 1;
    const { number: early } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}` }));
    await makeReady(trade, early, 'tazwit', 'nour');
    const taker = await takeOffer(trade, early);
    const fail = (actor: Actor, order: string) => trade.command(actor, 'delivery.fail', { order, cause: 'breakdown' });
    expect(await fail(taker, early)).toEqual({ ok: false, reason: 'notYet' });

    const { order, distributor } = await onItsWay();
    const other = staff('distributor', distributor.of === 'omar' ? 'hassan' : 'omar');
    expect(await fail(other, order)).toEqual({ ok: false, reason: 'notYours' });
    expect(await fail(volunteer, order)).toEqual({ ok: false, reason: 'notYours' });
    const back = (actor: Actor) => trade.command(actor, 'delivery.return', { order });
    expect(await back(volunteer)).toEqual({ ok: false, reason: 'notYet' });
    await trade.done(distributor, 'delivery.fail', { order, cause: 'breakdown' });
    expect(await fail(distributor, order)).toEqual({ ok: false, reason: 'alreadyAnswered' });
    expect(await back(distributor)).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(other, 'delivery.retry', { order })).toEqual({ ok: false, reason: 'notYours' });
  });
});
