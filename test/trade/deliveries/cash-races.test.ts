import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { announce, codeTold, owedBy, sell } from '#test/support/cash.ts';
import { openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade({ kind: 'postgres' });
});
afterAll(() => trade.database.close());

const keeper = staff('shelf', 'benguerir');
const other = { ...keeper, chat: 'simulator:other-keeper' };
const give = { cooperative: 'tazwit' };

/** Every round begins with nothing in the keeper's hands. */
beforeEach(async () => {
  trade.clock.at += 11 * 60_000;
  trade.told();
  expect((await trade.read(keeper, 'cash.mine')).total).toBe(0);
  await sell(trade, keeper, 'tazwit', 7500);
});

async function empty(): Promise<void> {
  if ((await trade.read(keeper, 'cash.mine')).total === 0) return;
  await trade.done(keeper, 'handover.confirm', { code: await announce(trade, keeper, 'tazwit') });
}

test.each(rounds)('two chats of one shelf that announce at once announce the same (%i)', async () => {
  await Promise.all([trade.done(keeper, 'cash.give', give), trade.done(other, 'cash.give', give)]);
  const told = trade.told();
  const codes = told.flatMap(({ event }) =>
    event.type === 'notice' && event.notice.name === 'cash.coming' ? [event.notice.code] : [],
  );
  expect(codes).toHaveLength(2);
  expect(new Set(codes).size).toBe(1);
  await trade.done(other, 'handover.confirm', { code: codes[0] ?? '' });
  expect(await owedBy(trade, 'tazwit', 'benguerir')).toBe(0);
});

test.each(rounds)('a code typed twice at once settles once (%i)', async () => {
  const code = await announce(trade, keeper, 'tazwit');
  const outcomes = await Promise.all([
    trade.command(keeper, 'handover.confirm', { code }),
    trade.command(other, 'handover.confirm', { code }),
    trade.command(keeper, 'handover.confirm', { code }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.reason === 'alreadyAnswered')).toHaveLength(2);
  expect((await trade.read(keeper, 'cash.mine')).total).toBe(0);
});

test.each(rounds)(
  'two distributors bring one cooperative its cash at once, while goods are handed over too (%i)',
  async () => {
    const riders = [staff('distributor', 'hassan'), staff('distributor', 'omar')];
    for (const rider of riders) await sell(trade, rider, 'tazwit', 4000, 500);
    await Promise.all([...riders, keeper].map((giver) => trade.done(giver, 'cash.give', give)));
    const codes = trade.told().flatMap(({ event }) => {
      if (event.type !== 'notice' || event.notice.name !== 'cash.coming') return [];
      const { from, code } = event.notice;
      return [[Object.values(from)[0] ?? '', code] as const];
    });
    const codeOf = new Map(codes);
    await Promise.all([
      ...[...riders, keeper].map((giver) =>
        trade.done(giver, 'handover.confirm', { code: codeOf.get(giver.of) ?? '' }),
      ),
      sell(trade, keeper, 'nour', 900),
    ]);
    expect((await trade.read(staff('cooperative', 'tazwit'), 'owed.mine')).total).toBe(0);
    expect(await owedBy(trade, 'nour', 'benguerir')).toBe(900);
    await trade.done(keeper, 'cash.give', { cooperative: 'nour' });
    await trade.done(keeper, 'handover.confirm', { code: codeTold(trade.told(), 'nour') });
    expect(await isBalanced(trade.database.db)).toBe(true);
  },
);

test.each(rounds)('a code that is typed while more is sold and announced settles what was counted (%i)', async () => {
  const code = await announce(trade, keeper, 'tazwit');
  const [typed, given] = await Promise.all([
    trade.command(keeper, 'handover.confirm', { code }),
    trade.command(other, 'cash.give', give),
    sell(trade, keeper, 'tazwit', 2500),
  ]);
  await trade.runJobs();
  const second = codeTold(trade.told(), 'tazwit');
  if (typed.ok) expect(typed.answer.amount).toBe(7500);
  if (typed.ok && given.ok && second !== '' && second !== code) expect(given.answer.amount).toBe(2500);
  expect(await owedBy(trade, 'tazwit', 'benguerir')).toBe(typed.ok ? 2500 : 10_000);
  await empty();
  expect((await balances(trade.database.db)).get('cooperative:tazwit')).toBe(0);
  expect(await isBalanced(trade.database.db)).toBe(true);
});
