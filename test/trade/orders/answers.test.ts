import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atShelf, toBouchane } from '#test/support/orders.ts';
import { sampleShop } from '#test/support/shop.ts';
import { brief, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import type { Commune } from '#trade/catalogue/shop.ts';
import type { CustomerNotice } from '#trade/notices.ts';

let trade: TestTrade;
const [tazwit, nour, amal] = ['tazwit', 'nour', 'amal'].map((slug) => staff('cooperative', slug)) as [
  ReturnType<typeof staff>,
  ReturnType<typeof staff>,
  ReturnType<typeof staff>,
];

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());
beforeEach(() => trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute());

/** An order whose two cooperatives are asked. */
async function asked(basketId: string, change = {}) {
  const { number } = await placeAndTell(trade, toBouchane({ basketId, ...change }));
  trade.told();
  const [couscous, honey] = [await partOf(trade, number, 'tazwit'), await partOf(trade, number, 'nour')];
  return { number, couscous, honey };
}

function toCustomer(): CustomerNotice[] {
  return trade
    .told()
    .flatMap(({ to, event }) => ('person' in to && event.type === 'notice' ? [event.notice as CustomerNotice] : []));
}

describe('the answers of the cooperatives', () => {
  test('reach the customer together, after the last', async () => {
    const { number, couscous, honey } = await asked('both-yes');
    await trade.done(tazwit, 'part.accept', { part: couscous });
    expect(toCustomer()).toEqual([]);
    await trade.done(nour, 'part.accept', { part: honey });
    const accepted = ['tazwit', 'nour'];
    expect(toCustomer()).toEqual([{ name: 'order.answered', order: number, accepted, refused: [], total: 17_000 }]);
  });

  test('take a refused part off the total, and its pick-up off the fee', async () => {
    const { number, couscous, honey } = await asked('one-no');
    await trade.done(nour, 'part.refuse', { part: honey, cause: 'outOfStock', words: 'bees' });
    await trade.done(tazwit, 'part.accept', { part: couscous });
    expect(toCustomer()).toEqual([
      {
        name: 'order.answered',
        order: number,
        accepted: ['tazwit'],
        refused: [{ cooperative: 'nour', cause: 'outOfStock', products: ['honey'] }],
        total: 5000 + 2500,
        fee: { now: 2500, before: 3000 },
      },
    ]);
    const view = (await trade.read(amina, 'orders.mine')).find((order) => order.number === number);
    expect(view).toMatchObject({ total: 7500, fee: 2500, state: 'told' });
  });

  test('never make the fee higher than it was shown', async () => {
    // Without honey from Bouchane, what is left is picked up in the two communes with the lower fees.
    const lines = [
      { product: 'couscous', quantity: 1, price: 2500 },
      { product: 'honey', quantity: 1, price: 9000 },
    ];
    const { number, couscous, honey } = await asked('fee', { lines, fee: 3000 });
    await trade.done(tazwit, 'part.refuse', { part: couscous, cause: 'away' });
    await trade.done(nour, 'part.accept', { part: honey });
    expect((await trade.read(amina, 'orders.mine')).find((order) => order.number === number)?.fee).toBe(2500);
  });

  test('leave the agreed fee as it is when all of them are yes, whatever the tariff is by then', async () => {
    const { number, couscous, honey } = await asked('tariff');
    const bouchane = { ...sampleShop.communes.get('bouchane'), deliveryFee: 100 } as Commune;
    const cheaper = { ...sampleShop, communes: new Map([...sampleShop.communes, ['bouchane', bouchane]]) };
    Object.assign(trade.tools, { shop: () => cheaper });
    await trade.done(tazwit, 'part.accept', { part: couscous });
    await trade.done(nour, 'part.accept', { part: honey });
    Object.assign(trade.tools, { shop: () => sampleShop });
    expect((await trade.read(amina, 'orders.mine')).find((order) => order.number === number)?.fee).toBe(3000);
  });

  test('end the order when all of them are no', async () => {
    const stock = () =>
      trade.database.db.selectFrom('product').select('stock_left').where('code', '=', 'honey').executeTakeFirst();
    const before = await stock();
    const { number, couscous, honey } = await asked('both-no');
    await trade.done(tazwit, 'part.refuse', { part: couscous, cause: 'away' });
    await trade.done(nour, 'part.refuse', { part: honey, cause: 'notEnoughTime' });
    const refused = [
      { cooperative: 'tazwit', cause: 'away', products: ['couscous'] },
      { cooperative: 'nour', cause: 'notEnoughTime', products: ['honey'] },
    ];
    expect(toCustomer()).toEqual([{ name: 'order.refused', order: number, refused }]);
    expect(await stock()).toEqual(before);
    expect((await trade.read(amina, 'orders.mine')).find((order) => order.number === number)).toMatchObject({
      state: 'cancelled',
      total: 0,
    });
  });

  test('count once, and only from who was asked', async () => {
    const { couscous } = await asked('once');
    expect(await trade.command(nour, 'part.accept', { part: couscous })).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(amina, 'part.accept', { part: couscous })).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(tazwit, 'part.ready', { part: couscous })).toEqual({ ok: false, reason: 'notYet' });
    await trade.done(tazwit, 'part.accept', { part: couscous });
    const again = await trade.command(tazwit, 'part.refuse', { part: couscous, cause: 'other' });
    expect(again).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('are not asked for before the time to take the order back has passed', async () => {
    const { number } = await trade.done(amina, 'order.place', toBouchane({ basketId: 'early' }));
    const part = await partOf(trade, number, 'tazwit');
    expect(await trade.command(tazwit, 'part.accept', { part })).toEqual({ ok: false, reason: 'notYet' });
  });

  test('take the question back from the other chats of the same cooperative', async () => {
    const { couscous } = await asked('gone');
    await trade.done(tazwit, 'part.accept', { part: couscous });
    expect(trade.told().map(brief)).toEqual(['tazwit: question.gone part']);
  });

  test('keep the parts of a bundle apart', async () => {
    const lines = [{ product: 'bundle', quantity: 1, price: 10_000 }];
    const { number } = await placeAndTell(trade, atShelf({ basketId: 'bundle', lines }));
    trade.told();
    for (const cooperative of [tazwit, nour]) {
      const part = await partOf(trade, number, cooperative.of);
      await trade.done(cooperative, 'part.accept', { part });
    }
    await trade.done(amal, 'part.refuse', { part: await partOf(trade, number, 'amal'), cause: 'other' });
    expect(toCustomer()).toMatchObject([{ name: 'order.answered', total: 7000 }]);
  });
});
