import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKeptMedia } from '#media/kept-media.ts';
import { toBouchane } from '#test/support/orders.ts';
import { codeOf, makeReady, pickUpAll, placeAndTell, takeOffer } from '#test/support/straight-path.ts';
import { amina, openTrade, type TestTrade, volunteer } from '#test/support/trade.ts';
import { balances } from '#trade/ledger/ledger.ts';
import type { Actor } from '#trade/people/roles.ts';
import { sweepMedia } from '#trade/people/sweep-media.ts';

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

const media = () => createKeptMedia(trade.database, trade.clock);
const sound = Uint8Array.of(1, 2, 3);
const day = 24 * 3_600_000;

let people = 0;
function somebody(): Actor {
  people += 1;
  return { ...amina, chat: `simulator:somebody-${people}` };
}

async function speak(actor: Actor) {
  const kept = await media().keep(sound, 'audio/ogg');
  return { ...(await trade.done(actor, 'voice.keep', { media: kept })), source: kept.source };
}

/** An order whose place is told by voice, brought and paid. */
async function delivered(customer: Actor) {
  const { note, source } = await speak(customer);
  const way = { ...toBouchane().way, address: '', landmark: 'la mosquée', voiceNote: note };
  const order = toBouchane({
    basketId: `basket-of-${customer.chat}`,
    way: way as ReturnType<typeof toBouchane>['way'],
  });
  const { number } = await placeAndTell(trade, order, customer);
  await makeReady(trade, number, 'tazwit', 'nour');
  const distributor = await takeOffer(trade, number);
  await pickUpAll(trade, number, distributor);
  await trade.done(distributor, 'delivery.fail', { order: number, cause: 'nobodyThere', words: 'Amina dort' });
  await trade.done(distributor, 'delivery.retry', { order: number });
  const code = await codeOf(trade, number, customer);
  await trade.done(distributor, 'handover.confirm', { code });
  return { number, note, source };
}

describe('my data', () => {
  it('is empty for somebody of whom nothing is kept', async () => {
    expect(await trade.read(somebody(), 'data.mine')).toEqual({
      ...{ chats: 0, orders: [], places: [], voiceNotes: 0, helpRequests: 0, openOrders: [] },
    });
  });

  it('is all that orders, notes and requests have left', async () => {
    const customer = somebody();
    const { number: first } = await delivered(customer);
    const { number: second } = await placeAndTell(trade, toBouchane({ basketId: 'second' }), customer);
    await trade.done(customer, 'help.ask', { words: 'Bonjour' });
    const data = await trade.read(customer, 'data.mine');
    expect(data).toMatchObject({ name: 'Amina', phone: '+212600000001', chats: 1, voiceNotes: 1, helpRequests: 1 });
    expect(data.orders).toEqual([
      { order: second, day: '2026-11-22', total: 17_000 },
      { order: first, day: '2026-11-22', total: 17_000 },
    ]);
    expect(data.places).toEqual([
      { commune: 'bouchane', address: 'douar 3' },
      { commune: 'bouchane', address: 'la mosquée' },
    ]);
    expect(data.openOrders).toEqual([second]);
  });
});

describe('forgetting somebody', () => {
  it('waits until no order is under way', async () => {
    const customer = somebody();
    const { number } = await placeAndTell(trade, toBouchane({ basketId: 'open' }), customer);
    expect(await trade.command(customer, 'person.forget', {})).toEqual({ ok: false, reason: 'ordersOpen' });
    await trade.done(customer, 'order.cancel', { order: number });
    expect(await trade.command(customer, 'person.forget', {})).toEqual({ ok: true, answer: {} });
  });

  it('erases who they are and what they said, and keeps what accounting needs', async () => {
    const customer = somebody();
    const { number, source } = await delivered(customer);
    const { request } = await trade.done(customer, 'help.ask', { words: 'Bonjour', name: 'Amina' });
    const { note } = await speak(customer);
    await trade.done(customer, 'voice.ask', { note });
    const before = await balances(trade.database.db);
    await trade.done(customer, 'person.forget', {});

    const order = await trade.database.db
      .selectFrom('orders')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(order).toMatchObject({
      ...{ number, state: 'delivered', goods: 14_000, fee: 3000, commune: 'bouchane', day: '2026-11-23' },
      ...{ payer_name: '', payer_phone: null, receiver_name: '', receiver_phone: null },
      ...{ address: '', landmark: null, latitude: null, longitude: null, voice_note: null, may_call: false },
    });
    expect(await balances(trade.database.db)).toEqual(before);
    const story = await trade.read(volunteer, 'order.story', { order: number });
    expect(story).toMatchObject({ customer: { name: '' }, total: 17_000 });

    expect(await media().read(source)).toBeUndefined();
    expect(await trade.read(volunteer, 'help.show', { request })).toBeNull();
    expect(await trade.read(customer, 'orders.mine')).toEqual([]);
    expect(await trade.read(customer, 'data.mine')).toMatchObject({ chats: 0, orders: [], voiceNotes: 0 });
    const failures = await trade.database.db
      .selectFrom('delivery')
      .select(['failure', 'failure_words'])
      .where('order_id', '=', order.id)
      .execute();
    expect(failures).toEqual([{ failure: 'nobodyThere', failure_words: null }]);
  });

  it('erases what was typed about them into an answer', async () => {
    const customer = somebody();
    const { number } = await delivered(customer);
    const answer = (id: string, about: string, words: string) => ({
      ...{ id, chat: 'simulator:distributor:omar', role: 'distributor' as const, of: 'omar', about, before: null },
      ...{ name: 'delivery.fail' as const, state: 'settled' as const, answered_at: 1, undo_until: 2 },
      ...{ order_number: about, input: JSON.stringify({ order: about, cause: 'other', words }) },
    });
    const rows = [answer('own', number, 'Amina dort'), answer('other', 'A7H4', 'pluie')];
    await trade.database.db.insertInto('staff_answer').values(rows).execute();
    await trade.done(customer, 'person.forget', {});
    const left = await trade.database.db.selectFrom('staff_answer').select('id').execute();
    expect(left).toEqual([{ id: 'other' }]);
  });

  it('lets the chat go on as a new person', async () => {
    const customer = somebody();
    await delivered(customer);
    await trade.done(customer, 'person.forget', {});
    await placeAndTell(trade, toBouchane({ basketId: 'anew' }), customer);
    expect((await trade.read(customer, 'data.mine')).orders).toHaveLength(1);
  });

  it('leaves others alone, and what the same chat does for a cooperative', async () => {
    const [customer, other] = [somebody(), somebody()];
    await delivered(other);
    const cooperative: Actor = { ...customer, role: 'cooperative', of: 'amal' };
    const { request } = await trade.done(cooperative, 'help.ask', { words: 'Salam' });
    const { note, source } = await speak(cooperative);
    await trade.done(cooperative, 'voice.ask', { note });
    await trade.done(customer, 'person.forget', {});
    const messages = [{ words: 'Salam' }, { voice: { source } }];
    expect(await trade.read(volunteer, 'help.show', { request })).toMatchObject({ messages });
    expect(await media().read(source)).toBeDefined();
    expect(await trade.read(other, 'data.mine')).toMatchObject({ name: 'Amina', voiceNotes: 1 });
  });
});

describe('sound that is kept', () => {
  it('is erased after sixty days, but not while an order or a request needs it', async () => {
    const customer = somebody();
    const { source: heard, note } = await speak(customer);
    const { source: unheard } = await speak(customer);
    const picture = await media().keep(sound, 'image/jpeg');
    const { request } = await trade.done(customer, 'voice.ask', { note });
    const { source: place, note: placeNote } = await speak(customer);
    const way = { ...toBouchane().way, voiceNote: placeNote } as ReturnType<typeof toBouchane>['way'];
    const { number } = await placeAndTell(trade, toBouchane({ basketId: 'spoken', way }), customer);
    const all = [heard, unheard, picture.source, place];
    const sweep = () => trade.transaction((trx) => sweepMedia(trx, trade.clock.now()));
    const left = async () => {
      const found = await Promise.all(all.map((source) => media().read(source)));
      return all.filter((_, index) => found[index] !== undefined);
    };

    trade.clock.at += 59 * day;
    await sweep();
    expect(await left()).toEqual(all);
    trade.clock.at += 2 * day;
    await sweep();
    expect(await left()).toEqual([heard, place]);
    await trade.done(volunteer, 'help.close', { request });
    await trade.done(customer, 'order.cancel', { order: number });
    await sweep();
    expect(await left()).toEqual([]);
  });
});
