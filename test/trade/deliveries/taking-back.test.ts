import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { brief, openOffer, partOf, pickUpAll, placeAndTell } from '#test/support/straight-path.ts';
import { openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

const undoTime = () => trade.tools.settings.undoSeconds * 1000;

/** An order whose delivery is offered to somebody, with that offer. */
async function offered() {
  basket += 1;
  const { number: order } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}` }));
  for (const slug of ['tazwit', 'nour']) {
    const part = await partOf(trade, order, slug);
    await trade.done(staff('cooperative', slug), 'part.accept', { part });
    await trade.done(staff('cooperative', slug), 'part.ready', { part });
  }
  await trade.pass(undoTime());
  const offer = await openOffer(trade, order);
  if (offer === undefined) throw new Error('nobody was asked');
  trade.told();
  return { order, offer: offer.id, distributor: offer.distributor };
}

/** What was told about one order; others go on meanwhile. */
function toldOf(order: string) {
  return trade.told().filter(({ event }) => {
    const fact = event.type === 'notice' ? event.notice : event;
    return 'order' in fact && fact.order === order;
  });
}

describe('an answer to an offer', () => {
  test('is heard of by nobody while it can be taken back, and looks answered to its giver', async () => {
    const { offer, distributor, order } = await offered();
    const answer = await trade.done(distributor, 'offer.take', { offer });
    expect(answer).toEqual({ order, undoUntil: trade.clock.at + undoTime() });
    expect(toldOf(order)).toEqual([]);
    expect(await trade.read(distributor, 'offer.show', { offer })).toMatchObject({ state: 'taken' });
    const second = await trade.command(distributor, 'offer.refuse', { offer });
    expect(second).toEqual({ ok: false, reason: 'alreadyAnswered' });
    await trade.pass(undoTime());
    expect(toldOf(order).map(brief)).toContain('customer: delivery.taken');
  });

  test('that is taken back puts the question again where it was given', async () => {
    const { offer, distributor, order } = await offered();
    await trade.done(distributor, 'offer.refuse', { offer });
    expect(await trade.read(distributor, 'offer.show', { offer })).toMatchObject({ state: 'refused' });
    expect(await trade.done(distributor, 'answer.undo', {})).toEqual({ what: 'offer.refuse', order });
    const { chat, role, of } = distributor;
    expect(toldOf(order)).toEqual([
      { to: { chat, role, of }, event: { type: 'question', kind: 'offer', id: offer, order } },
    ]);
    expect(await trade.read(distributor, 'offer.show', { offer })).toMatchObject({ state: 'open' });
    await trade.pass(undoTime());
    expect(toldOf(order)).toEqual([]);
  });

  test('holds the clock and the lapse; taken back too late, it lapses at once', async () => {
    const { offer, distributor, order } = await offered();
    await trade.pass(10 * 60_000 - 1);
    await trade.done(distributor, 'offer.take', { offer });
    await trade.pass(1);
    expect(toldOf(order)).toEqual([]);
    await trade.done(distributor, 'answer.undo', {});
    await trade.pass(9 * 60_000);
    toldOf(order);
    await trade.done(distributor, 'offer.take', { offer });
    await trade.pass(60_000);
    expect(toldOf(order)).toEqual([]);
    await trade.done(distributor, 'answer.undo', {});
    await trade.runJobs();
    const told = toldOf(order).map(brief);
    expect(told[0]).toBe(`${distributor.of}: question.gone offer`);
    expect(told.at(-1)).toBe('customer: delivery.searching');
    expect(await trade.read(distributor, 'offer.show', { offer })).toMatchObject({ state: 'lapsed' });
  });

  test('given in time takes effect, even when the offer’s time is over by then', async () => {
    const { offer, distributor, order } = await offered();
    await trade.pass(19 * 60_000);
    toldOf(order);
    await trade.done(distributor, 'offer.take', { offer });
    await trade.pass(undoTime());
    expect(toldOf(order).map(brief)).toContain('customer: delivery.taken');
  });
});

test('a delivery that is said to have failed stands so in the round, until that is taken back', async () => {
  const { offer, distributor, order } = await offered();
  await trade.done(distributor, 'offer.take', { offer });
  await trade.pass(undoTime());
  await pickUpAll(trade, order, distributor);
  trade.told();
  const stop = async () => (await trade.read(distributor, 'round.mine')).find((one) => one.order === order);
  await trade.done(distributor, 'delivery.fail', { order, cause: 'cannotPay' });
  expect(await stop()).toMatchObject({ state: 'failed' });
  await trade.done(distributor, 'answer.undo', {});
  expect(await stop()).toMatchObject({ state: 'onTheWay' });
  await trade.done(distributor, 'delivery.fail', { order, cause: 'cannotPay' });
  await trade.pass(undoTime());
  expect(toldOf(order).map(brief)).toEqual(['customer: delivery.failed', 'volunteer: delivery.failed']);
  expect(await stop()).toMatchObject({ state: 'failed', failure: 'cannotPay' });
  await trade.done(distributor, 'delivery.retry', { order });
  expect((await stop())?.failure).toBeUndefined();
  expect(await stop()).toMatchObject({ state: 'onTheWay' });
});

test('goods that are said to be back wait for a volunteer again when that is taken back', async () => {
  const { offer, distributor, order } = await offered();
  await trade.done(distributor, 'offer.take', { offer });
  await trade.pass(undoTime());
  await pickUpAll(trade, order, distributor);
  await trade.done(distributor, 'delivery.fail', { order, cause: 'notWanted' });
  await trade.pass(undoTime());
  await trade.done(volunteer, 'delivery.return', { order });
  await trade.pass(undoTime());
  const waits = async () => (await trade.read(volunteer, 'stuck.list')).some(({ id }) => id === `returned:${order}`);
  expect(await waits()).toBe(true);
  await trade.done(volunteer, 'delivery.noteBack', { order });
  expect(await waits()).toBe(false);
  await trade.done(volunteer, 'answer.undo', {});
  expect(await waits()).toBe(true);
  await trade.done(volunteer, 'delivery.noteBack', { order });
  await trade.pass(undoTime());
  expect(await waits()).toBe(false);
});

describe('a volunteer who gives a delivery away', () => {
  test('waits for whoever is just answering', async () => {
    const { offer, distributor, order } = await offered();
    const input = { order, distributor: 'omar' };
    await trade.done(distributor, 'offer.refuse', { offer });
    const early = await trade.command(volunteer, 'delivery.assign', input);
    expect(early).toEqual({ ok: false, reason: 'alreadyAnswered' });
    await trade.pass(undoTime());
    await trade.done(volunteer, 'delivery.assign', input);
    toldOf(order);
    await trade.pass(undoTime());
    expect(toldOf(order).map(brief)).toContain('omar: delivery.assigned');
  });

  test('may give it to the very one who says yes meanwhile', async () => {
    const { offer, distributor, order } = await offered();
    await trade.done(volunteer, 'delivery.assign', { order, distributor: distributor.of });
    await trade.pass(1000);
    await trade.done(distributor, 'offer.take', { offer });
    await trade.pass(undoTime());
    const told = toldOf(order).map(brief);
    expect(told.filter((one) => one === 'customer: delivery.taken')).toHaveLength(1);
    expect(told.filter((one) => one.endsWith('answer.failed'))).toEqual([]);
  });

  test('comes first when another said yes after it, and that one is told so', async () => {
    const { offer, distributor, order } = await offered();
    const other = distributor.of === 'omar' ? 'hassan' : 'omar';
    await trade.done(volunteer, 'delivery.assign', { order, distributor: other });
    await trade.pass(1000);
    await trade.done(distributor, 'offer.take', { offer });
    await trade.pass(undoTime());
    const told = toldOf(order);
    expect(told.map(brief)).toContain(`${other}: delivery.assigned`);
    expect(told.at(-1)).toMatchObject({
      to: { chat: distributor.chat },
      event: { notice: { name: 'answer.failed', order, reason: 'offerGone' } },
    });
  });

  test('takes it back as if nothing had been said', async () => {
    const { distributor, order, offer } = await offered();
    await trade.done(volunteer, 'delivery.assign', { order, distributor: 'omar' });
    expect(await trade.done(volunteer, 'answer.undo', {})).toEqual({ what: 'delivery.assign', order });
    await trade.pass(undoTime());
    expect(toldOf(order)).toEqual([]);
    expect(await trade.read(distributor, 'offer.show', { offer })).toMatchObject({ state: 'open' });
  });
});
