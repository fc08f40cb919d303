import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBouchane } from '#test/support/orders.ts';
import { brief, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];
const tazwit = staff('cooperative', 'tazwit');

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ kind: 'postgres', answersWait: true });
});
afterAll(() => trade.database.close());

/** An order of couscous alone, whose cooperative is asked. */
async function asked() {
  trade.jobs.splice(0);
  basket += 1;
  const lines = [{ product: 'couscous', quantity: 2, price: 2500 }];
  const { number } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}`, lines }));
  trade.told();
  return { number, part: await partOf(trade, number, 'tazwit') };
}

async function stateOf(part: string): Promise<string> {
  const query = trade.database.db.selectFrom('order_part').select('state').where('id', '=', part);
  return (await query.executeTakeFirstOrThrow()).state;
}

test.each(rounds)('an answer takes effect or is taken back, never both (%i)', async () => {
  const { part } = await asked();
  await trade.done(tazwit, 'part.accept', { part });
  const settle = trade.jobs.find(({ name }) => name === 'answer.settle');
  if (settle === undefined) throw new Error('the answer does not wait');
  const [undone] = await Promise.all([trade.command(tazwit, 'answer.undo', {}), trade.runJob(settle)]);
  expect(await stateOf(part)).toBe(undone.ok ? 'asked' : 'accepted');
  const told = trade.told().map(brief);
  expect(told.filter((one) => one === 'customer: order.answered')).toHaveLength(undone.ok ? 0 : 1);
  expect(told.filter((one) => one === 'tazwit: question part')).toHaveLength(undone.ok ? 1 : 0);
});

test.each(rounds)('of two answers at once about one question one is kept (%i)', async () => {
  const { part } = await asked();
  const outcomes = await Promise.all([
    trade.command(tazwit, 'part.accept', { part }),
    trade.command({ ...tazwit, chat: 'telegram:5' }, 'part.refuse', { part, cause: 'away' }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.reason === 'alreadyAnswered')).toHaveLength(1);
});

test.each(rounds)('a second answer while the first takes effect waits for it (%i)', async () => {
  const { part } = await asked();
  await trade.done(tazwit, 'part.accept', { part });
  const settle = trade.jobs.find(({ name }) => name === 'answer.settle');
  if (settle === undefined) throw new Error('the answer does not wait');
  const [again] = await Promise.all([
    trade.command({ ...tazwit, chat: 'telegram:5' }, 'part.refuse', { part, cause: 'away' }),
    trade.runJob(settle),
  ]);
  expect(again).toEqual({ ok: false, reason: 'alreadyAnswered' });
  expect(await stateOf(part)).toBe('accepted');
});

test.each(rounds)('an order is cancelled or accepted, never both (%i)', async () => {
  const { number, part } = await asked();
  await trade.done(tazwit, 'part.accept', { part });
  const settle = trade.jobs.find(({ name }) => name === 'answer.settle');
  if (settle === undefined) throw new Error('the answer does not wait');
  const [cancelled] = await Promise.all([
    trade.command(amina, 'order.cancel', { order: number }),
    trade.runJob(settle),
  ]);
  expect(await stateOf(part)).toBe(cancelled.ok ? 'withdrawn' : 'accepted');
  expect(trade.told().map(brief)).not.toContain('tazwit: answer.failed');
});
