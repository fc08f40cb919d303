import { afterAll, beforeAll, expect, test } from 'vitest';
import { brief } from '#test/support/straight-path.ts';
import { amina, openTrade, type TestTrade, volunteer } from '#test/support/trade.ts';
import { bindStaff } from '#trade/people/staff.ts';

/** Each race is run so often, because one that is lost rarely is still lost. */
const rounds = [1, 2, 3, 4, 5, 6];

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade({ kind: 'postgres' });
  await trade.transaction(async (trx) => {
    for (const { chat } of volunteers) await bindStaff(trx, chat, 'volunteer', '');
  });
});
afterAll(() => trade.database.close());

const volunteers = ['salma', 'hind', 'anas'].map((name) => ({ ...volunteer, chat: `simulator:${name}` }));

test.each(rounds)('a request that several volunteers take at once has one of them (%i)', async (round) => {
  const asker = { ...amina, chat: `simulator:asker-${round}` };
  const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
  trade.told();
  const outcomes = await Promise.all(volunteers.map((one) => trade.command(one, 'help.take', { request })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.reason === 'alreadyTaken')).toHaveLength(2);
  expect(
    trade
      .told()
      .map(brief)
      .filter((one) => one.endsWith('help.taken')),
  ).toHaveLength(1);
  const views = await Promise.all(volunteers.map((one) => trade.read(one, 'help.show', { request })));
  expect(views.map((view) => view?.isMine)).toEqual(outcomes.map(({ ok }) => ok));
});

test.each(rounds)(
  'words that come while a request is closed are in it or in a new one, never lost (%i)',
  async (round) => {
    const asker = { ...amina, chat: `simulator:writer-${round}` };
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    const [added] = await Promise.all([
      trade.done(asker, 'help.ask', { words: 'Encore' }),
      trade.done(volunteer, 'help.close', { request }),
    ]);
    const view = await trade.read(volunteer, 'help.show', { request: added.request });
    expect(view?.messages.at(-1)).toEqual({ from: 'person', words: 'Encore' });
  },
);
