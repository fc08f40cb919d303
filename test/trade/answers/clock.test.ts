import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon, toBouchane } from '#test/support/orders.ts';
import { brief, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import type { Notification } from '#trade/notices.ts';
import { bindStaff } from '#trade/people/staff.ts';

const tazwit = staff('cooperative', 'tazwit');
const minutes = 60_000;

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  trade.jobs.splice(0);
  trade.clock.at = noon;
  await trade.database.db.deleteFrom('staff_binding').execute();
});

/** An order of couscous alone, whose cooperative is asked. */
async function asked() {
  basket += 1;
  const lines = [{ product: 'couscous', quantity: 2, price: 2500 }];
  const order = toBouchane({ basketId: `basket-${basket}`, lines, fee: 3000 });
  const { number } = await placeAndTell(trade, order);
  trade.told();
  return { number, part: await partOf(trade, number, 'tazwit') };
}

async function bind(...contacts: readonly (1 | 2)[]): Promise<void> {
  await trade.transaction(async (trx) => {
    for (const contact of contacts) await bindStaff(trx, `telegram:${contact}`, 'cooperative', 'tazwit', contact);
  });
}

/** Whom it was told and how far the clock has come by what the customer hears. */
function said({ to, event }: Notification): string {
  const contacts = 'contacts' in to ? ` (${to.contacts})` : '';
  const step = event.type === 'notice' && event.notice.name === 'order.silent' ? ` ${event.notice.step}` : '';
  return `${brief({ to, event })}${contacts}${step}`;
}

const told = () => trade.told().map(said);

describe('the clock of a cooperative', () => {
  test('comes from the reminder to the second contact and to a volunteer, and the customer hears of each', async () => {
    await bind(1, 2);
    const { number, part } = await asked();
    await trade.pass(59 * minutes);
    expect(told()).toEqual([]);
    await trade.pass(1 * minutes);
    expect(told()).toEqual(['tazwit: question.again part (first)', 'customer: order.silent reminder']);
    await trade.pass(120 * minutes);
    expect(told()).toEqual(['tazwit: question part (second)', 'customer: order.silent second']);
    await trade.pass(180 * minutes);
    const [silent, customer] = trade.told();
    expect(silent).toEqual({
      to: { role: 'volunteer' },
      event: { type: 'notice', notice: { name: 'part.silent', order: number, part, cooperative: 'tazwit' } },
    });
    const notice = { name: 'order.silent', order: number, who: { cooperative: 'tazwit' }, step: 'volunteer' };
    expect(customer?.event).toEqual({ type: 'notice', notice });
    const { escalated_at } = await trade.database.db
      .selectFrom('order_part')
      .select('escalated_at')
      .where('id', '=', part)
      .executeTakeFirstOrThrow();
    expect(escalated_at).toBe(trade.clock.at);
    expect(trade.jobs).toEqual([]);
  });

  test.each([
    ['part.accept', true],
    ['part.refuse', false],
  ] as const)('tells the volunteers once when the cooperative answers after all (%s)', async (command, isAccepted) => {
    const { number, part } = await asked();
    await trade.pass(60 * minutes);
    await trade.pass(120 * minutes);
    await trade.pass(180 * minutes);
    trade.told();
    await trade.done(tazwit, command, { part, cause: 'away' });
    await trade.pass(2 * minutes);
    const notice = { name: 'silence.over', order: number, who: { cooperative: 'tazwit' }, isAccepted };
    const volunteers = trade.told().filter(({ to }) => 'role' in to && to.role === 'volunteer');
    expect(volunteers.slice(0, 1)).toEqual([{ to: { role: 'volunteer' }, event: { type: 'notice', notice } }]);
  });

  test('tells the volunteers nothing of an answer that came before they were told of a silence', async () => {
    const { part } = await asked();
    await trade.pass(60 * minutes);
    trade.told();
    await trade.done(tazwit, 'part.refuse', { part, cause: 'away' });
    await trade.pass(2 * minutes);
    expect(told().join()).not.toContain('silence.over');
  });

  test.each([[[1]], [[2]], [[]]] as const)(
    'passes in silence over a second contact that there is not (%j)',
    async (contacts) => {
      await bind(...contacts);
      await asked();
      await trade.pass(60 * minutes);
      expect(told()).toHaveLength(2);
      await trade.pass(120 * minutes);
      expect(told()).toEqual([]);
      await trade.pass(180 * minutes);
      expect(told()).toEqual(['volunteer: part.silent', 'customer: order.silent volunteer']);
    },
  );

  test('stops with the answer', async () => {
    const { part } = await asked();
    await trade.done(tazwit, 'part.refuse', { part, cause: 'away' });
    await trade.pass(2 * minutes);
    trade.told();
    await trade.pass(600 * minutes);
    expect(told()).toEqual([]);
  });

  test('stands still while an answer can be taken back, and goes on when it was', async () => {
    const { part } = await asked();
    await trade.pass(59 * minutes);
    await trade.done(tazwit, 'part.accept', { part });
    await trade.pass(1 * minutes);
    expect(told()).toEqual([]);
    await trade.done(tazwit, 'answer.undo', {});
    expect(told()).toEqual(['tazwit: question part']);
    await trade.pass(2 * minutes);
    expect(told()).toEqual(['tazwit: question.again part (first)', 'customer: order.silent reminder']);
  });

  test('goes on when an answer that was given does not manage to take effect', async () => {
    const { part } = await asked();
    await trade.done(tazwit, 'part.accept', { part });
    const settles = trade.jobs.findIndex(({ name }) => name === 'answer.settle');
    trade.jobs.splice(settles, 1);
    await trade.pass(60 * minutes);
    expect(told()).toEqual(['tazwit: question.again part (first)', 'customer: order.silent reminder']);
    expect(await trade.read(tazwit, 'part.show', { part })).toMatchObject({ state: 'asked' });
    expect(await trade.command(tazwit, 'part.accept', { part })).toMatchObject({ ok: true });
  });

  test('takes no step twice when its job is run twice', async () => {
    const { part } = await asked();
    await trade.pass(59 * minutes);
    const job = trade.jobs.find(({ name }) => name === 'answer.due');
    if (job === undefined) throw new Error('no clock was set');
    await trade.pass(1 * minutes);
    await trade.runJob(job);
    expect(told()).toHaveLength(2);
    expect(trade.jobs).toEqual([expect.objectContaining({ data: { kind: 'part', id: part, step: 'second' } })]);
  });

  test('rests at night', async () => {
    const settings = trade.tools.settings;
    Object.assign(trade.tools, { settings: { ...settings, wakingHours: { from: 8, to: 10 } } });
    await asked();
    await trade.pass(12 * 60 * minutes);
    expect(told()).toEqual([]);
    await trade.pass(12 * 60 * minutes);
    expect(told()).toHaveLength(2);
    Object.assign(trade.tools, { settings });
  });

  test('does not remind and pass over in one breath what it finds after a standstill', async () => {
    await bind(1, 2);
    await asked();
    await trade.pass(600 * minutes);
    expect(told()).toEqual(['tazwit: question.again part (first)', 'customer: order.silent reminder']);
  });
});
