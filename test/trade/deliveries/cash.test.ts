import { afterEach, beforeEach, expect, test } from 'vitest';
import { announce, codeTold, count, owedBy, sell } from '#test/support/cash.ts';
import { amina, openTrade, samir, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import { balances, isBalanced } from '#trade/ledger/ledger.ts';

let trade: TestTrade;
beforeEach(async () => {
  trade = await openTrade();
});
afterEach(() => trade.database.close());

const hassan = staff('distributor', 'hassan');
const benguerir = staff('shelf', 'benguerir');
const youssoufia = staff('shelf', 'youssoufia');
const tazwit = staff('cooperative', 'tazwit');
const days = 24 * 60 * 60_000;

test('cash goes to its cooperative by the code that the cooperative was told, and both know', async () => {
  await sell(trade, hassan, 'tazwit', 7500, 2000);
  await sell(trade, hassan, 'nour', 4000, 1000);
  const given = await trade.done(hassan, 'cash.give', { cooperative: 'tazwit' });
  // Who gives never sees the code: it says that the money was counted.
  expect(given).toEqual({ cooperative: 'tazwit', amount: 7500 });
  const told = trade.told();
  const code = codeTold(told, 'tazwit');
  expect(told.map(({ to, event }) => ({ to, event }))).toEqual([
    {
      to: { role: 'cooperative', of: 'tazwit' },
      event: {
        type: 'notice',
        notice: { name: 'cash.coming', from: { distributor: 'hassan' }, amount: 7500, code },
      },
    },
  ]);
  expect(code).toMatch(/^\d{4}$/);
  expect(await owedBy(trade, 'tazwit', 'hassan')).toBe(7500);

  expect(await trade.done(hassan, 'handover.confirm', { code })).toEqual({
    ...{ what: 'settled', order: '', cash: 7500, left: 0, cooperative: 'tazwit', amount: 7500, held: 7000 },
  });
  expect(trade.told().map(({ event }) => event)).toEqual([
    { type: 'notice', notice: { name: 'cash.received', from: { distributor: 'hassan' }, amount: 7500 } },
  ]);
  expect(await trade.read(tazwit, 'owed.mine')).toEqual({ total: 0, heldBy: [], orders: [] });
  expect(await trade.read(hassan, 'cash.mine')).toEqual({
    ...{ total: 7000, own: 3000, owed: [{ cooperative: 'nour', amount: 4000 }] },
  });
  const ledger = await balances(trade.database.db);
  expect(ledger.get('cash:distributor:hassan')).toBe(7000);
  expect(ledger.get('cooperative:tazwit')).toBe(0);
  expect(await isBalanced(trade.database.db)).toBe(true);
});

test('a code settles once', async () => {
  await sell(trade, hassan, 'tazwit', 7500);
  const code = await announce(trade, hassan, 'tazwit');
  await trade.done(hassan, 'handover.confirm', { code });
  expect(await trade.command(hassan, 'handover.confirm', { code })).toEqual({ ok: false, reason: 'alreadyAnswered' });
  expect(await trade.command(hassan, 'cash.give', { cooperative: 'tazwit' })).toEqual({
    ...{ ok: false, reason: 'nothingHeld' },
  });
  expect((await trade.read(hassan, 'cash.mine')).total).toBe(0);
});

test('asked again, the same code is told again; for more there is a new one, and the old one is worth nothing', async () => {
  await sell(trade, hassan, 'tazwit', 7500);
  const first = await announce(trade, hassan, 'tazwit');
  expect(await announce(trade, hassan, 'tazwit')).toBe(first);

  await sell(trade, hassan, 'tazwit', 2500);
  await trade.done(hassan, 'cash.give', { cooperative: 'tazwit' });
  const told = trade.told();
  expect(told[0]?.event).toMatchObject({ notice: { name: 'cash.coming', amount: 10_000, isMore: true } });
  const second = codeTold(told, 'tazwit');
  expect(second).not.toBe(first);
  // Whoever counted 75 DH has not said that they had 100.
  expect(await trade.command(hassan, 'handover.confirm', { code: first })).toMatchObject({ reason: 'codeUnknown' });
  expect(await trade.done(hassan, 'handover.confirm', { code: second })).toMatchObject({ amount: 10_000, held: 0 });
});

test('what is sold after the announcement stays with its holder', async () => {
  await sell(trade, hassan, 'tazwit', 7500);
  const code = await announce(trade, hassan, 'tazwit');
  await sell(trade, hassan, 'tazwit', 2500, 500);
  expect(await trade.done(hassan, 'handover.confirm', { code })).toMatchObject({ amount: 7500, held: 3000 });
  expect(await owedBy(trade, 'tazwit', 'hassan')).toBe(2500);
});

test('an announcement is void after three days; the money is still owed', async () => {
  await sell(trade, hassan, 'tazwit', 7500);
  const old = await announce(trade, hassan, 'tazwit');
  await trade.pass(3 * days);
  expect(await trade.command(hassan, 'handover.confirm', { code: old })).toMatchObject({ reason: 'codeUnknown' });
  expect(await owedBy(trade, 'tazwit', 'hassan')).toBe(7500);
  const code = await announce(trade, hassan, 'tazwit');
  await trade.pass(2 * days);
  expect(await announce(trade, hassan, 'tazwit')).toBe(code);
  await trade.pass(2 * days);
  expect(await trade.done(hassan, 'handover.confirm', { code })).toMatchObject({ amount: 7500 });
});

test('several cooperatives have codes of their own, typed in any order', async () => {
  for (const slug of ['tazwit', 'nour', 'amal']) await sell(trade, hassan, slug, 1000);
  const codes = new Map<string, string>();
  for (const slug of ['tazwit', 'nour', 'amal']) codes.set(slug, await announce(trade, hassan, slug));
  expect(new Set(codes.values()).size).toBe(3);
  for (const slug of ['amal', 'tazwit', 'nour']) {
    const code = codes.get(slug) ?? '';
    expect(await trade.done(hassan, 'handover.confirm', { code })).toMatchObject({ cooperative: slug, amount: 1000 });
  }
});

test('nobody gives what they do not hold, and no code is another giver’s', async () => {
  await sell(trade, hassan, 'tazwit', 7500, 2000);
  const refused = { ok: false, reason: 'nothingHeld' };
  expect(await trade.command(hassan, 'cash.give', { cooperative: 'nour' })).toEqual(refused);
  expect(await trade.command(hassan, 'cash.give', { cooperative: 'hassan' })).toEqual(refused);
  for (const actor of [amina, samir, volunteer, tazwit]) {
    expect(await trade.command(actor, 'cash.give', { cooperative: 'tazwit' })).toMatchObject({ reason: 'notYours' });
  }
  const code = await announce(trade, hassan, 'tazwit');
  const omar = staff('distributor', 'omar');
  expect(await trade.command(omar, 'handover.confirm', { code })).toMatchObject({ reason: 'codeUnknown' });
});

test('guessing a code is stopped, for cash as for goods', async () => {
  await sell(trade, hassan, 'tazwit', 7500);
  const code = await announce(trade, hassan, 'tazwit');
  const wrong = ['0001', '0002', '0003', '0004', '0005', '0006'].filter((one) => one !== code).slice(0, 5);
  for (const one of wrong) await trade.command(hassan, 'handover.confirm', { code: one });
  expect(await trade.command(hassan, 'handover.confirm', { code })).toMatchObject({ reason: 'tooManyTries' });
  await trade.pass(11 * 60_000);
  expect(await trade.done(hassan, 'handover.confirm', { code })).toMatchObject({ what: 'settled' });
});

test('a keeper gives what the shelf sold; what lies in the till of the store is not theirs to give', async () => {
  await sell(trade, benguerir, 'tazwit', 1000);
  await count(trade, 'benguerir', 'tazwit', 2000);
  await sell(trade, youssoufia, 'tazwit', 4000);
  expect((await trade.read(benguerir, 'cash.mine')).isAtTill).toBeUndefined();
  expect(await trade.read(youssoufia, 'cash.mine')).toMatchObject({ total: 4000, isAtTill: true });
  expect(await trade.command(youssoufia, 'cash.give', { cooperative: 'tazwit' })).toMatchObject({ reason: 'notYours' });
  const code = await announce(trade, benguerir, 'tazwit');
  expect(await trade.done(benguerir, 'handover.confirm', { code })).toMatchObject({ cash: 3000, held: 0 });
  expect((await trade.read(tazwit, 'owed.mine')).heldBy).toEqual([{ holder: { shelf: 'youssoufia' }, amount: 4000 }]);
  // An announcement is no order that waits for its customer.
  await sell(trade, benguerir, 'tazwit', 3000);
  await announce(trade, benguerir, 'tazwit');
  expect(await trade.read(benguerir, 'shelf.waiting')).toEqual([]);
});
