import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { atShelf } from '#test/support/orders.ts';
import { shelfShop } from '#test/support/shelf-shop.ts';
import { brief, placeAndTell } from '#test/support/straight-path.ts';
import { openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import type { Notification } from '#trade/notices.ts';
import { bindStaff, unbindStaff } from '#trade/people/staff.ts';

let trade: TestTrade;
let basket = 0;
const keeper = staff('shelf', 'youssoufia');
const second = 'simulator:second';

beforeAll(async () => {
  trade = await openTrade({ shop: shelfShop, answersWait: true });
  await trade.transaction((trx) => bindStaff(trx, keeper.chat, 'shelf', 'youssoufia'));
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('shelf_stock').set({ units: 3 }).where('product', '=', 'bundle').execute();
  await trade.transaction((trx) => unbindStaff(trx, second));
  trade.jobs.splice(0);
});

async function asked(): Promise<string> {
  basket += 1;
  const lines = [{ product: 'bundle', quantity: 1, price: 10_000, fromShelf: true }] as const;
  const { number } = await placeAndTell(trade, atShelf({ basketId: `clock-${basket}`, lines }));
  trade.told();
  const open = await trade.read(keeper, 'reservations.open');
  return open.find((one) => one.order === number)?.id ?? '';
}

/** Lets the next step of the answer clock come. */
async function nextStep(): Promise<string[]> {
  const due = trade.jobs.find(({ name }) => name === 'answer.due');
  if (due === undefined) return [];
  await trade.pass((due.after ?? 0) - trade.clock.at);
  return trade.told().map(shown);
}

function shown(told: Notification): string {
  const { to, event } = told;
  const contacts = 'contacts' in to ? ` (${to.contacts})` : '';
  const step = event.type === 'notice' && event.notice.name === 'order.silent' ? ` ${event.notice.step}` : '';
  return `${brief(told)}${contacts}${step}`;
}

test('a keeper who does not answer is reminded, then somebody else is asked, then a volunteer is called', async () => {
  await trade.transaction((trx) => bindStaff(trx, second, 'shelf', 'youssoufia', 2));
  const id = await asked();
  expect(await nextStep()).toEqual([
    ...['youssoufia: question.again reservation (first)', 'customer: order.silent reminder'],
  ]);
  expect(await nextStep()).toEqual(['youssoufia: question reservation (second)', 'customer: order.silent second']);
  expect(await nextStep()).toEqual(['volunteer: reservation.silent', 'customer: order.silent volunteer']);
  expect(await nextStep()).toEqual([]);
  const row = trade.database.db.selectFrom('reservation').select('escalated_at').where('id', '=', id);
  expect((await row.executeTakeFirst())?.escalated_at).toBe(trade.clock.at);
});

test.each([
  ['reservation.accept', true],
  ['reservation.refuse', false],
] as const)('volunteers hear that a silent keeper has answered after all (%s)', async (command, isAccepted) => {
  const reservation = await asked();
  await nextStep();
  await nextStep();
  await nextStep();
  await trade.done(keeper, command, { reservation, cause: 'other' });
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  const told = trade.told().find(({ to }) => 'role' in to && to.role === 'volunteer');
  const notice = { name: 'silence.over', order: expect.any(String), who: { shelf: 'youssoufia' }, isAccepted };
  expect(told?.event).toEqual({ type: 'notice', notice });
});

test('volunteers hear nothing of what one of them has written down', async () => {
  const reservation = await asked();
  await nextStep();
  await nextStep();
  await nextStep();
  await trade.done(volunteer, 'reservation.accept', { reservation });
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  const told = trade.told().map(brief);
  expect(told).toContain('youssoufia: reservation.answeredFor');
  expect(told).not.toContain('volunteer: silence.over');
});

test('where there is nobody else to ask, nothing is said of it', async () => {
  await asked();
  expect(await nextStep()).toHaveLength(2);
  expect(await nextStep()).toEqual([]);
  expect(await nextStep()).toEqual(['volunteer: reservation.silent', 'customer: order.silent volunteer']);
});

test('an answer stops the clock', async () => {
  const reservation = await asked();
  await trade.done(keeper, 'reservation.accept', { reservation });
  expect((await trade.read(keeper, 'reservations.open')).map(({ id }) => id)).not.toContain(reservation);
  expect(trade.told()).toEqual([]);
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  expect(trade.told().map(brief)).toContain('customer: shelf.ready');
  expect(await nextStep()).toEqual([]);
});

test('an answer that is taken back puts the question again', async () => {
  const reservation = await asked();
  await trade.done(keeper, 'reservation.refuse', { reservation, cause: 'outOfStock' });
  const other = await trade.command(keeper, 'reservation.accept', { reservation });
  expect(other).toEqual({ ok: false, reason: 'alreadyAnswered' });
  await trade.done(keeper, 'answer.undo', {});
  expect(trade.told().map(brief)).toEqual(['youssoufia: question reservation']);
  await trade.done(keeper, 'reservation.accept', { reservation });
  await trade.pass(trade.tools.settings.undoSeconds * 1000);
  expect(trade.told().map(brief)).toContain('customer: shelf.ready');
});
