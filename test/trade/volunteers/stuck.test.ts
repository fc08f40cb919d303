import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monday, toBouchane } from '#test/support/orders.ts';
import { openOffer, partOf, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import { bindStaff, unbindStaff } from '#trade/people/staff.ts';

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade({ answersWait: true });
});
afterAll(() => trade.database.close());

const minute = 60_000;
const undoTime = () => trade.tools.settings.undoSeconds * 1000;
const stuck = () => trade.read(volunteer, 'stuck.list');
const story = (order: string) => trade.read(volunteer, 'order.story', { order });

describe('what waits for a volunteer', () => {
  test('is a part whose cooperative stays silent, until somebody has answered for it', async () => {
    const { number: order } = await placeAndTell(trade, toBouchane({ basketId: 'silent' }));
    expect(await stuck()).toEqual([]);
    for (const minutes of [60, 120, 180]) await trade.pass(minutes * minute);
    const part = await partOf(trade, order, 'tazwit');
    const other = await partOf(trade, order, 'nour');
    const silent = (id: string, cooperative: string) => ({
      ...{ id: `part:${id}`, kind: 'part', part: id, order, cooperative, since: trade.clock.at },
    });
    expect(await stuck()).toEqual(expect.arrayContaining([silent(part, 'tazwit'), silent(other, 'nour')]));
    await trade.done(volunteer, 'part.accept', { part });
    expect((await stuck()).map(({ id }) => id)).toEqual([`part:${other}`]);
    await trade.done(volunteer, 'answer.undo', {});
    expect(await stuck()).toHaveLength(2);
    await trade.done(volunteer, 'part.accept', { part });
    await trade.done(staff('cooperative', 'nour'), 'part.accept', { part: other });
    await trade.pass(undoTime());
    expect(await stuck()).toEqual([]);
  });

  test('is a delivery that nobody took, and a request that nobody else has, the oldest first', async () => {
    const { request } = await trade.done(amina, 'help.ask', { words: 'Bonjour', name: 'Amina' });
    for (let n = 0; n < 3; n += 1) await trade.pass(20 * minute);
    const all = await stuck();
    expect(all.map(({ kind }) => kind)).toEqual(['help', 'unassigned']);
    expect(all[0]).toMatchObject({ id: `help:${request}`, who: 'Amina', isMine: false });
    expect(all[1]).toMatchObject({ commune: 'bouchane', day: monday });
    const salma = { ...volunteer, chat: 'simulator:salma' };
    await trade.transaction((trx) => bindStaff(trx, salma.chat, 'volunteer', ''));
    await trade.done(salma, 'help.take', { request });
    expect((await stuck()).map(({ kind }) => kind)).toEqual(['unassigned']);
    const own = await trade.read(salma, 'stuck.list');
    expect(own[0]).toMatchObject({ kind: 'help', isMine: true });
    await trade.transaction((trx) => unbindStaff(trx, salma.chat));
    expect((await stuck()).map(({ kind }) => kind)).toEqual(['help', 'unassigned']);
    await trade.done(volunteer, 'help.close', { request });
  });

  test('leaves the list while an answer about it can be taken back', async () => {
    const [one] = await stuck();
    if (one?.kind !== 'unassigned') throw new Error('nothing waits to be assigned');
    await trade.done(volunteer, 'delivery.assign', { order: one.order, distributor: 'khadija' });
    expect(await stuck()).toEqual([]);
    await trade.done(volunteer, 'answer.undo', {});
    expect(await stuck()).toEqual([one]);
  });

  test('is nobody else’s business', async () => {
    expect(await trade.read(amina, 'stuck.list')).toEqual([]);
    expect(await trade.read(staff('shelf', 'youssoufia'), 'stuck.list')).toEqual([]);
  });
});

describe('the story of an order', () => {
  test('says who ordered, what was asked of whom, and who brings it', async () => {
    const receiver = { name: 'Lalla Khadouj' };
    const { number: order } = await placeAndTell(trade, toBouchane({ basketId: 'story', receiver }));
    const part = await partOf(trade, order, 'tazwit');
    const other = await partOf(trade, order, 'nour');
    const askedAt = trade.clock.at;
    expect(await story(order)).toEqual({
      ...{ order, state: 'told', placedAt: askedAt - undoTime(), total: 17_000, receiver: 'Lalla Khadouj' },
      customer: { name: 'Amina', phone: '+212600000001' },
      way: { kind: 'delivery', commune: 'bouchane', address: 'douar 3', day: monday, mayCall: true },
      parts: [
        { part, cooperative: 'tazwit', state: 'asked', source: 'cooperative', askedAt },
        { part: other, cooperative: 'nour', state: 'asked', source: 'cooperative', askedAt },
      ],
      isCancellable: true,
    });
    for (const [cooperative, id] of [
      ['tazwit', part],
      ['nour', other],
    ] as const) {
      await trade.done(staff('cooperative', cooperative), 'part.accept', { part: id });
    }
    const effectiveAt = trade.clock.at + undoTime();
    expect((await story(order))?.parts).toMatchObject([{ effectiveAt }, { state: 'asked', effectiveAt }]);
    await trade.pass(undoTime());
    const first = (await openOffer(trade, order))?.distributor.of;
    await trade.pass(20 * minute);
    const taker = await takeOffer(trade, order);
    await trade.pass(undoTime());
    expect(await story(order)).toMatchObject({
      delivery: { state: 'taken', distributor: taker.of, day: monday, askedBefore: [first] },
      isCancellable: false,
    });
  });

  test('is told to volunteers alone, and of no order that is not known', async () => {
    const [own] = await trade.read(amina, 'orders.mine');
    expect(await trade.read(amina, 'order.story', { order: own?.number ?? '' })).toBeNull();
    expect(await story('A7H4')).toBeNull();
  });
});
