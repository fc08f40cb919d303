import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
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
import { openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];

/** Answers wait in one, and take effect at once in the other. */
let waiting: TestTrade;
let atOnce: TestTrade;
let basket = 0;

beforeAll(async () => {
  waiting = await openTrade({ kind: 'postgres', answersWait: true });
  atOnce = await openTrade({ kind: 'postgres' });
});
afterAll(async () => {
  await waiting.database.close();
  await atOnce.database.close();
});
beforeEach(async () => {
  for (const trade of [waiting, atOnce]) {
    trade.jobs.splice(0);
    await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
  }
});

async function offered(trade: TestTrade) {
  basket += 1;
  const { number: order } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}` }));
  for (const slug of ['tazwit', 'nour']) {
    await trade.done(staff('cooperative', slug), 'part.accept', { part: await partOf(trade, order, slug) });
  }
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  const offer = await openOffer(trade, order);
  if (offer === undefined) throw new Error('nobody was asked');
  trade.told();
  return { order, offer: offer.id, distributor: offer.distributor };
}

async function endOf(trade: TestTrade, order: string) {
  const delivery = await trade.database.db
    .selectFrom('delivery')
    .innerJoin('orders', 'orders.id', 'order_id')
    .select(['delivery.id', 'delivery.state', 'delivery.distributor'])
    .where('number', '=', order)
    .executeTakeFirstOrThrow();
  const offers = await trade.database.db
    .selectFrom('offer')
    .select(['distributor', 'state'])
    .where('delivery_id', '=', delivery.id)
    .execute();
  const told = trade.told().map(brief);
  return {
    delivery,
    taken: offers.filter(({ state }) => state === 'taken').map(({ distributor }) => distributor),
    open: offers.filter(({ state }) => state === 'open').length,
    toldTaken: told.filter((one) => one === 'customer: delivery.taken').length,
  };
}

test.each(rounds)('an offer that is taken, given to another and lapsed at once has one end (%i)', async () => {
  const { order, offer, distributor } = await offered(atOnce);
  const other = distributor.of === 'omar' ? 'hassan' : 'omar';
  const [took, gave] = await Promise.all([
    atOnce.command(distributor, 'offer.take', { offer }),
    atOnce.command(volunteer, 'delivery.assign', { order, distributor: other }),
    atOnce.runJob({ name: 'offer.lapse', data: { offer } }),
  ]);
  await atOnce.runJobs();
  expect(took.ok && gave.ok).toBe(false);
  const end = await endOf(atOnce, order);
  const winner = took.ok ? distributor.of : gave.ok ? other : undefined;
  expect(end.taken).toEqual(winner === undefined ? [] : [winner]);
  expect(end.toldTaken).toBe(winner === undefined ? 0 : 1);
  expect(end.delivery).toMatchObject({
    distributor: winner ?? null,
    state: winner === undefined ? 'offered' : 'taken',
  });
  expect(end.open).toBe(winner === undefined ? 1 : 0);
});

test.each(rounds)('two volunteers who give one delivery away at once give it once (%i)', async () => {
  const { order } = await offered(atOnce);
  const salma = { ...volunteer, chat: 'simulator:salma' };
  const outcomes = await Promise.all([
    atOnce.command(volunteer, 'delivery.assign', { order, distributor: 'omar' }),
    atOnce.command(salma, 'delivery.assign', { order, distributor: 'khadija' }),
    atOnce.command(salma, 'delivery.assign', { order, distributor: 'hassan' }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const end = await endOf(atOnce, order);
  expect(end).toMatchObject({ taken: [end.delivery.distributor], open: 0, toldTaken: 1 });
});

test.each(rounds)('a yes that settles, is taken back and lapses at once is heard or was never given (%i)', async () => {
  const { order, offer, distributor } = await offered(waiting);
  await waiting.done(distributor, 'offer.take', { offer });
  waiting.clock.at += 20 * 60_000;
  const settle = waiting.jobs.find(({ name }) => name === 'answer.settle');
  if (settle === undefined) throw new Error('no answer waits');
  const [undone] = await Promise.all([
    waiting.command(distributor, 'answer.undo', {}),
    waiting.runJob(settle),
    waiting.runJob({ name: 'offer.lapse', data: { offer } }),
  ]);
  await waiting.runJobs();
  const end = await endOf(waiting, order);
  expect(end.taken).toEqual(undone.ok ? [] : [distributor.of]);
  expect(end.toldTaken).toBe(undone.ok ? 0 : 1);
  // Taken back after its time, it has passed on to the next.
  expect(end.open).toBe(undone.ok ? 1 : 0);
});

test.each(rounds)('an answer and a lapse at once: it waits for the answer, or the answer is refused (%i)', async () => {
  const { order, offer, distributor } = await offered(waiting);
  const [given] = await Promise.all([
    waiting.command(distributor, 'offer.take', { offer }),
    waiting.runJob({ name: 'offer.lapse', data: { offer } }),
  ]);
  if (given.ok) await waiting.pass(waiting.tools.settings.undoSeconds * 1000);
  else expect(given.reason).toBe('offerGone');
  const end = await endOf(waiting, order);
  expect(end.taken).toEqual(given.ok ? [distributor.of] : []);
});

test.each(rounds)(
  'goods that are said not to be handed over while their code is typed end in one way (%i)',
  async () => {
    basket += 1;
    const { number: order } = await placeAndTell(atOnce, toBouchane({ basketId: `basket-${basket}` }));
    await makeReady(atOnce, order, 'tazwit', 'nour');
    const distributor = await takeOffer(atOnce, order);
    await pickUpAll(atOnce, order, distributor);
    const code = await codeOf(atOnce, order);
    await atOnce.done(distributor, 'delivery.fail', { order, cause: 'nobodyThere' });
    atOnce.told();
    const [delivered, returned] = await Promise.all([
      atOnce.command(distributor, 'handover.confirm', { code }),
      atOnce.command(volunteer, 'delivery.return', { order }),
      atOnce.command(distributor, 'delivery.retry', { order }),
    ]);
    expect(delivered.ok && returned.ok).toBe(false);
    const { delivery } = await endOf(atOnce, order);
    expect(delivery.state).toBe(delivered.ok ? 'delivered' : returned.ok ? 'returned' : 'onTheWay');
  },
);
