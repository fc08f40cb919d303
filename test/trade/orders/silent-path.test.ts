import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { codeOf, makeReady, openOffer, pickUpAll, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import type { Actor } from '#trade/people/roles.ts';
import { bindStaff } from '#trade/people/staff.ts';

const volunteer: Actor = { chat: 'simulator:volunteer', role: 'volunteer', of: '', language: 'fr' };
const minutes = 60_000;

let trade: TestTrade;

beforeAll(async () => {
  trade = await openTrade();
  await trade.transaction(async (trx) => {
    await bindStaff(trx, 'simulator:cooperative:nour', 'cooperative', 'nour');
    await bindStaff(trx, 'simulator:fatima', 'cooperative', 'nour', 2);
  });
});
afterAll(() => trade.database.close());

/** What the customer and the volunteers hear since the last time, by its name and what makes it clear. */
function heard() {
  const notices = trade
    .told()
    .flatMap(({ to, event }) => (event.type === 'notice' ? [{ to, notice: event.notice }] : []));
  const brief = (notice: object) =>
    Object.entries(notice)
      .filter(([field]) => ['name', 'step', 'cause'].includes(field))
      .map(([, said]) => said)
      .join(' ');
  return {
    customer: notices.filter(({ to }) => 'person' in to).map(({ notice }) => brief(notice)),
    volunteers: notices.filter(({ to }) => 'role' in to && to.role === 'volunteer').map(({ notice }) => brief(notice)),
  };
}

test('a silent cooperative and a silent distributor hold up an order, and the customer hears of each step', async () => {
  const { number } = await placeAndTell(trade, toBouchane());
  await makeReady(trade, number, 'tazwit');
  heard();

  await trade.pass(60 * minutes);
  expect(heard()).toEqual({ customer: ['order.silent reminder'], volunteers: [] });
  await trade.pass(120 * minutes);
  expect(heard()).toEqual({ customer: ['order.silent second'], volunteers: [] });
  await trade.pass(180 * minutes);
  expect(heard()).toEqual({ customer: ['order.silent volunteer'], volunteers: ['part.silent'] });

  const stuck = await trade.read(volunteer, 'stuck.list');
  const part = stuck.flatMap((one) => (one.kind === 'part' ? [one.part] : []))[0] ?? '';
  await trade.done(volunteer, 'part.accept', { part });
  await trade.done(staff('cooperative', 'nour'), 'part.ready', { part });
  await trade.runJobs();
  expect(heard().customer).toEqual(['order.answered']);

  const first = await openOffer(trade, number);
  await trade.pass(20 * minutes);
  expect(heard().customer).toEqual(['delivery.searching lapsed']);
  const distributor = await takeOffer(trade, number);
  expect(distributor).not.toEqual(first?.distributor);
  expect(heard().customer).toEqual(['delivery.taken']);
  await pickUpAll(trade, number, distributor);
  expect(heard().customer).toEqual(['delivery.onTheWay']);
  await trade.done(distributor, 'handover.confirm', { code: await codeOf(trade, number) });
  expect(heard().customer).toEqual(['delivery.delivered']);
  expect(await trade.read(volunteer, 'stuck.list')).toEqual([]);
  expect(await trade.read(amina, 'order.mine', { order: number })).toMatchObject({ state: 'delivered' });
});
