import { afterAll, beforeAll, expect, it } from 'vitest';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { personOf } from '#trade/people/people.ts';

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

const notice = (told: object) => [{ to: { role: 'volunteer' }, event: { type: 'notice', notice: told } }];

it('writes down who asks for a volunteer and tells the volunteers', async () => {
  await trade.done(amina, 'help.ask', { words: 'Où est le rayon ?', name: 'Amina', phone: '+212600000001' });
  expect(trade.told()).toEqual(
    notice({ name: 'help.asked', who: 'Amina', phone: '+212600000001', words: 'Où est le rayon ?' }),
  );
  const { rows } = await trade.database.run('select chat, role, name, words, state from help_request');
  expect(rows).toEqual([
    { chat: amina.chat, role: 'customer', name: 'Amina', words: 'Où est le rayon ?', state: 'open' },
  ]);
});

it('tells the name that is known from an order', async () => {
  await trade.transaction((trx) => personOf(trx, 'simulator:salma', { name: 'Salma', language: 'ar' }));
  await trade.done({ ...amina, chat: 'simulator:salma' }, 'help.ask', {});
  expect(trade.told()).toEqual(notice({ name: 'help.asked', who: 'Salma' }));
});

it('names the cooperative whose chat asks, and at least the chat of somebody unknown', async () => {
  await trade.done(staff('cooperative', 'tazwit'), 'help.ask', {});
  await trade.done({ ...amina, chat: 'simulator:somebody' }, 'help.ask', {});
  expect(trade.told()).toEqual([
    ...notice({ name: 'help.asked', who: 'tazwit' }),
    ...notice({ name: 'help.asked', who: 'somebody' }),
  ]);
});
