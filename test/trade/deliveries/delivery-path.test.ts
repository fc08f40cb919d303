import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { amina, openTrade, samir, staff, type TestTrade } from '#test/support/trade.ts';
import { openHandover } from '#trade/orders/hand-over.ts';

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

/** An order whose cooperatives have it ready, so that a distributor is asked. */
async function readyOrder(change = {}) {
  basket += 1;
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
  const { number } = await placeAndTell(trade, toBouchane({ basketId: `basket-${basket}`, ...change }));
  await makeReady(trade, number, 'tazwit', 'nour');
  trade.told();
  return number;
}

describe('a delivery', () => {
  test('goes from the offer to the customer, and everybody is told their part', async () => {
    const order = await readyOrder();
    const offer = await openOffer(trade, order);
    if (offer === undefined) throw new Error('nobody was asked');
    expect(await trade.read(offer.distributor, 'offer.show', { offer: offer.id })).toEqual({
      id: offer.id,
      order,
      state: 'open',
      day: '2026-11-23',
      commune: 'bouchane',
      stops: [
        { cooperative: 'tazwit', state: 'ready' },
        { cooperative: 'nour', state: 'ready' },
      ],
      fee: 3000,
      cash: 17_000,
      weight: 1800,
      awkward: [],
      expiresAt: trade.clock.at + 20 * 60_000,
    });

    await trade.done(offer.distributor, 'offer.take', { offer: offer.id });
    const who = offer.distributor.of;
    expect(trade.told().map(brief)).toEqual([
      `${who}: question.gone offer`,
      'customer: delivery.taken',
      'tazwit: pickup.planned',
      'nour: pickup.planned',
      `${who}: pickup.ready`,
    ]);

    const [round] = await trade.read(offer.distributor, 'round.mine');
    const [first, second] = round?.stops ?? [];
    expect(await trade.done(staff('cooperative', 'tazwit'), 'handover.confirm', { code: first?.code ?? '' })).toEqual({
      ...{ what: 'pickedUp', order, cash: 0, left: 1, distributor: who, amount: 5000 },
    });
    expect(trade.told().map(brief)).toEqual([`${who}: pickup.done`]);
    await trade.done(staff('cooperative', 'nour'), 'handover.confirm', { code: second?.code ?? '' });
    const leaving = trade.told();
    expect(leaving.map(brief)).toEqual([`${who}: pickup.done`, 'customer: delivery.onTheWay']);

    const code = await codeOf(trade, order);
    expect(leaving[1]?.event).toMatchObject({ notice: { code, cash: 17_000, distributor: who } });
    expect(await trade.done(offer.distributor, 'handover.confirm', { code })).toEqual({
      ...{ what: 'delivered', order, cash: 17_000, left: 0 },
    });
    expect(trade.told().map(brief).sort()).toEqual([
      'customer: delivery.delivered',
      'nour: part.paid',
      'tazwit: part.paid',
    ]);
    expect(await trade.read(offer.distributor, 'round.mine')).toEqual([]);
    expect((await trade.read(amina, 'orders.mine'))[0]).toMatchObject({ number: order, state: 'delivered' });
  });

  test('waits for the last part when it was taken first', async () => {
    const { number } = await placeAndTell(trade, toBouchane({ basketId: 'slow' }));
    for (const slug of ['tazwit', 'nour']) {
      const part = await partOf(trade, number, slug);
      await trade.done(staff('cooperative', slug), 'part.accept', { part });
    }
    await trade.runJobs();
    await takeOffer(trade, number);
    const told = () => trade.told().filter((one) => brief(one).endsWith('pickup.ready'));
    expect(told()).toEqual([]);
    await trade.done(staff('cooperative', 'nour'), 'part.ready', { part: await partOf(trade, number, 'nour') });
    expect(told()).toEqual([]);
    await trade.done(staff('cooperative', 'tazwit'), 'part.ready', { part: await partOf(trade, number, 'tazwit') });
    expect(told()).toHaveLength(1);
  });

  test('passes on when it is refused or not answered, and to a volunteer in the end', async () => {
    const order = await readyOrder();
    const asked: string[] = [];
    const first = await openOffer(trade, order);
    asked.push(first?.distributor.of ?? '');
    await trade.done(first?.distributor ?? amina, 'offer.refuse', { offer: first?.id ?? '' });
    await trade.runJobs();
    for (let n = 0; n < 2; n += 1) {
      asked.push((await openOffer(trade, order))?.distributor.of ?? '');
      await trade.pass(20 * 60_000);
    }
    expect(asked.sort()).toEqual(['hassan', 'khadija', 'omar']);
    expect(await openOffer(trade, order)).toBeUndefined();
    expect(trade.told().map(brief).slice(-2)).toEqual([
      'customer: delivery.unassigned',
      'volunteer: delivery.unassigned',
    ]);
    const late = await trade.command(first?.distributor ?? amina, 'offer.take', { offer: first?.id ?? '' });
    expect(late).toEqual({ ok: false, reason: 'offerGone' });
  });

  test('is promised to nobody once its day is over, and a volunteer takes care of it', async () => {
    const order = await readyOrder();
    const offer = await openOffer(trade, order);
    trade.told();
    const noon = trade.clock.at;
    await trade.pass(24 * 3_600_000);
    expect((await openOffer(trade, order))?.distributor.of).not.toBe(offer?.distributor.of);
    await trade.pass(24 * 3_600_000);
    expect(await openOffer(trade, order)).toBeUndefined();
    expect(trade.told().map(brief).slice(-2)).toEqual([
      'customer: delivery.unassigned',
      'volunteer: delivery.unassigned',
    ]);
    trade.clock.at = noon;
  });

  test('is nobody else’s business', async () => {
    const order = await readyOrder();
    const offer = await openOffer(trade, order);
    const other = staff('distributor', offer?.distributor.of === 'omar' ? 'hassan' : 'omar');
    const input = { offer: offer?.id ?? '' };
    expect(await trade.read(other, 'offer.show', input)).toBeNull();
    expect(await trade.command(other, 'offer.take', input)).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(samir, 'offer.refuse', input)).toEqual({ ok: false, reason: 'notYours' });
    const taker = await takeOffer(trade, order);
    expect((await trade.read(other, 'round.mine')).some((stop) => stop.order === order)).toBe(false);
    expect(await trade.command(other, 'offer.take', input)).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(taker, 'offer.take', input)).toEqual({ ok: false, reason: 'offerGone' });
  });

  test('shows the phone only where a call was agreed to, and only on the day', async () => {
    const way = { ...toBouchane().way, mayCall: false };
    const [called, silent] = [await readyOrder(), await readyOrder({ way })];
    const phones = async () => {
      const found: (string | undefined)[] = [];
      for (const order of [called, silent]) {
        const taken = await trade.database.db
          .selectFrom('delivery')
          .innerJoin('orders', 'orders.id', 'delivery.order_id')
          .select('distributor')
          .where('number', '=', order)
          .executeTakeFirst();
        const round = await trade.read(staff('distributor', taken?.distributor ?? ''), 'round.mine');
        const stop = round.find((one) => one.order === order);
        found.push(stop?.isCallable ? 'later' : stop?.phone);
      }
      return found;
    };
    for (const order of [called, silent]) await takeOffer(trade, order);
    const now = trade.clock.at;
    try {
      expect(await phones()).toEqual(['later', undefined]);
      trade.clock.at = Date.parse('2026-11-23T08:00:00Z');
      expect(await phones()).toEqual(['+212600000001', undefined]);
      trade.clock.at = Date.parse('2026-11-24T08:00:00Z');
      expect(await phones()).toEqual([undefined, undefined]);
    } finally {
      trade.clock.at = now;
    }
  });

  test('is brought to a place that was told by voice, which the distributor hears', async () => {
    const media = { source: 'kept/place', mimeType: 'audio/ogg' };
    const { note } = await trade.done(amina, 'voice.keep', { media });
    const way = { kind: 'delivery', commune: 'bouchane', address: '', day: '2026-11-23', mayCall: false } as const;
    const order = await readyOrder({ way: { ...way, voiceNote: note } });
    const distributor = await takeOffer(trade, order);
    const round = await trade.read(distributor, 'round.mine');
    expect(round.find((stop) => stop.order === order)).toMatchObject({ address: '', voice: media });
  });
});

describe('a code', () => {
  test('typed wrong five times is not listened to for ten minutes', async () => {
    const order = await readyOrder();
    const distributor = await takeOffer(trade, order);
    await pickUpAll(trade, order, distributor);
    const code = await codeOf(trade, order);
    const wrong = code === '0000' ? '0001' : '0000';
    const reasons: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const outcome = await trade.command(distributor, 'handover.confirm', { code: wrong });
      reasons.push(outcome.ok ? 'right' : outcome.reason);
    }
    expect(reasons).toEqual(['codeUnknown', 'codeUnknown', 'codeUnknown', 'codeUnknown', 'tooManyTries']);
    const right = () => trade.command(distributor, 'handover.confirm', { code });
    expect(await right()).toEqual({ ok: false, reason: 'tooManyTries' });
    await trade.pass(10 * 60_000);
    expect(await right()).toMatchObject({ ok: true });
    expect(await right()).toEqual({ ok: false, reason: 'alreadyAnswered' });
  });

  test('is unlike every open one of its giver and of its distributor', async () => {
    const handover = { order_id: '', part_id: null, kind: 'pickup', giver_role: 'cooperative' } as const;
    const open = async (giver: string, distributor: string, draws: number[]) => {
      const ids = { next: trade.tools.ids.next, below: () => draws.shift() ?? 0 };
      const { id } = await trade.database.db.selectFrom('orders').select('id').limit(1).executeTakeFirstOrThrow();
      return trade.transaction((trx) =>
        openHandover(trx, { ...trade.tools, ids }, { ...handover, order_id: id, giver, distributor }),
      );
    };
    expect(await open('one', 'rider', [7, 8])).toBe('0007');
    expect(await open('one', 'other rider', [7, 8])).toBe('0008');
    expect(await open('two', 'rider', [7, 9])).toBe('0009');
    expect(await open('two', 'third rider', [7])).toBe('0007');
  });

  test('means nothing in another’s hands', async () => {
    const order = await readyOrder();
    const distributor = await takeOffer(trade, order);
    const round = (await trade.read(distributor, 'round.mine')).find((stop) => stop.order === order);
    const code = round?.stops.find((stop) => stop.cooperative === 'nour')?.code ?? '';
    const confirm = (actor: typeof amina) => trade.command(actor, 'handover.confirm', { code });
    expect(await confirm(staff('cooperative', 'tazwit'))).toEqual({ ok: false, reason: 'codeUnknown' });
    expect(await confirm(amina)).toEqual({ ok: false, reason: 'notYours' });
    expect(await confirm(staff('cooperative', 'nour'))).toMatchObject({ ok: true });
  });
});
