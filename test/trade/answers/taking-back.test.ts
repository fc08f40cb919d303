import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atShelf, toBouchane } from '#test/support/orders.ts';
import { brief, partOf, placeAndTell } from '#test/support/straight-path.ts';
import { amina, openTrade, staff, type TestTrade } from '#test/support/trade.ts';
import { sweepAnswers } from '#trade/answers/answer-row.ts';
import type { Actor } from '#trade/people/roles.ts';

const [tazwit, nour] = [staff('cooperative', 'tazwit'), staff('cooperative', 'nour')];
/** Another chat of the same cooperative. */
const tazwitToo: Actor = { ...tazwit, chat: 'telegram:5' };
const volunteer: Actor = { chat: 'simulator:volunteer', role: 'volunteer', of: '', language: 'fr' };
const [seconds, undo] = [1000, {}];

let trade: TestTrade;
let basket = 0;

beforeAll(async () => {
  trade = await openTrade({ answersWait: true });
});
afterAll(() => trade.database.close());
beforeEach(async () => {
  trade.jobs.splice(0);
  await trade.database.db.deleteFrom('staff_answer').execute();
  await trade.database.db.updateTable('product').set({ stock_left: 5 }).where('code', '=', 'honey').execute();
});

/** An order whose two cooperatives are asked. */
async function asked(make = toBouchane) {
  basket += 1;
  const { number } = await placeAndTell(trade, make({ basketId: `basket-${basket}` }));
  trade.told();
  return { number, couscous: await partOf(trade, number, 'tazwit'), honey: await partOf(trade, number, 'nour') };
}

async function stateOf(part: string): Promise<string> {
  const query = trade.database.db.selectFrom('order_part').select('state').where('id', '=', part);
  return (await query.executeTakeFirstOrThrow()).state;
}

const told = () => trade.told().map(brief);

describe('an answer of staff', () => {
  test('is heard of by nobody as long as it can be taken back, and then by all whom it concerns', async () => {
    const { number, couscous, honey } = await asked();
    const { order, undoUntil } = await trade.done(tazwit, 'part.accept', { part: couscous });
    expect([order, undoUntil]).toEqual([number, trade.clock.at + 120 * seconds]);
    await trade.done(nour, 'part.refuse', { part: honey, cause: 'outOfStock' });
    await trade.pass(119 * seconds);
    expect(told()).toEqual([]);
    expect(await stateOf(couscous)).toBe('asked');

    await trade.pass(1 * seconds);
    expect(told()).toEqual([
      'tazwit: question.gone part',
      'nour: question.gone part',
      'customer: order.answered',
      expect.stringMatching(/question offer$/),
    ]);
    expect(await trade.command(tazwit, 'answer.undo', undo)).toEqual({ ok: false, reason: 'nothingToUndo' });
  });

  test('taken back is as if it had never been given, and the question is put again where it was given', async () => {
    const { number, couscous } = await asked();
    await trade.done(tazwit, 'part.refuse', { part: couscous, cause: 'away' });
    expect(await trade.done(tazwit, 'answer.undo', undo)).toEqual({ what: 'part.refuse', order: number });
    const { chat } = tazwit;
    expect(trade.told()).toEqual([
      {
        to: { chat, role: 'cooperative', of: 'tazwit' },
        event: { type: 'question', kind: 'part', id: couscous, order: number },
      },
    ]);
    await trade.pass(600 * seconds);
    expect(await stateOf(couscous)).toBe('asked');
    await trade.done(tazwit, 'part.accept', { part: couscous });
    await trade.pass(120 * seconds);
    expect(await stateOf(couscous)).toBe('accepted');
  });

  test('is taken back by the chat that gave it, the last one first', async () => {
    const [first, second] = [await asked(), await asked()];
    await trade.done(tazwit, 'part.accept', { part: first.couscous });
    await trade.done(tazwit, 'part.refuse', { part: second.couscous, cause: 'other' });
    expect(await trade.command(tazwitToo, 'answer.undo', undo)).toEqual({ ok: false, reason: 'nothingToUndo' });
    expect(await trade.done(tazwit, 'answer.undo', undo)).toEqual({ what: 'part.refuse', order: second.number });
    expect(await trade.done(tazwit, 'answer.undo', undo)).toEqual({ what: 'part.accept', order: first.number });
    expect(await trade.command(tazwit, 'answer.undo', undo)).toEqual({ ok: false, reason: 'nothingToUndo' });
  });

  test('is the only one about its question, whoever gives the next', async () => {
    const { couscous } = await asked();
    await trade.done(tazwit, 'part.accept', { part: couscous });
    for (const actor of [tazwit, tazwitToo, volunteer]) {
      const again = await trade.command(actor, 'part.refuse', { part: couscous, cause: 'other' });
      expect(again).toEqual({ ok: false, reason: 'alreadyAnswered' });
    }
    expect(await trade.command(nour, 'part.accept', { part: couscous })).toEqual({ ok: false, reason: 'notYours' });
    expect(await trade.command(amina, 'part.accept', { part: couscous })).toEqual({ ok: false, reason: 'notYours' });
  });

  test('shows in what its giver sees, and is not asked for again', async () => {
    const { couscous, honey } = await asked();
    await trade.done(tazwit, 'part.accept', { part: couscous });
    await trade.done(nour, 'part.refuse', { part: honey, cause: 'outOfStock' });
    expect((await trade.read(tazwit, 'part.show', { part: couscous }))?.state).toBe('accepted');
    const open = await trade.read(tazwit, 'parts.open');
    expect(open.find(({ id }) => id === couscous)?.state).toBe('accepted');
    expect((await trade.read(nour, 'part.show', { part: honey }))?.state).toBe('refused');
    expect((await trade.read(nour, 'parts.open')).map(({ id }) => id)).not.toContain(honey);
  });

  test('may be followed by the next at once: each takes effect in its turn', async () => {
    const { couscous } = await asked();
    expect(await trade.command(tazwit, 'part.ready', { part: couscous })).toEqual({ ok: false, reason: 'notYet' });
    await trade.done(tazwit, 'part.accept', { part: couscous });
    await trade.done(tazwit, 'part.ready', { part: couscous });
    expect((await trade.read(tazwit, 'part.show', { part: couscous }))?.state).toBe('ready');
    // The later of the two jobs happens to be run first.
    const settle = trade.jobs.filter(({ name }) => name === 'answer.settle');
    for (const job of settle.toReversed()) await trade.runJob(job);
    expect(await stateOf(couscous)).toBe('ready');
    expect(told()).not.toContain('tazwit: answer.failed');
  });

  test('that can no longer take effect is told to whoever gave it', async () => {
    const { number, couscous } = await asked();
    await trade.done(tazwit, 'part.accept', { part: couscous });
    await trade.done(tazwitToo, 'part.ready', { part: couscous });
    await trade.done(tazwit, 'answer.undo', undo);
    trade.told();
    await trade.pass(120 * seconds);
    expect(trade.told()).toEqual([
      {
        to: { chat: 'telegram:5', role: 'cooperative', of: 'tazwit' },
        event: { type: 'notice', notice: { name: 'answer.failed', order: number, reason: 'notYet' } },
      },
    ]);
    expect(await stateOf(couscous)).toBe('asked');
  });

  test('may come from a volunteer who has the word of a silent cooperative', async () => {
    const { couscous } = await asked();
    await trade.done(volunteer, 'part.accept', { part: couscous });
    await trade.pass(120 * seconds);
    expect(await stateOf(couscous)).toBe('accepted');
    expect(told()).toEqual(['tazwit: part.answeredFor', 'tazwit: question.gone part']);
    const ready = await trade.command(volunteer, 'part.ready', { part: couscous });
    expect(ready).toEqual({ ok: false, reason: 'notYours' });
  });

  test('takes effect at once where there is no time to take it back', async () => {
    const { couscous } = await asked();
    const settings = trade.tools.settings;
    Object.assign(trade.tools, { settings: { ...settings, undoSeconds: 0 } });
    const { undoUntil } = await trade.done(tazwit, 'part.accept', { part: couscous });
    expect(undoUntil).toBe(trade.clock.at);
    expect(await stateOf(couscous)).toBe('accepted');
    expect(trade.jobs.map(({ name }) => name)).not.toContain('answer.settle');
    expect(await trade.command(tazwit, 'answer.undo', undo)).toEqual({ ok: false, reason: 'nothingToUndo' });
    expect(await trade.command(tazwit, 'part.accept', { part: couscous })).toMatchObject({ reason: 'alreadyAnswered' });
    Object.assign(trade.tools, { settings });
  });
});

describe('a change that takes effect at once', () => {
  const isOff = async () => (await trade.read(nour, 'products.mine')).find(({ product }) => product === 'honey')?.isOff;

  test('is restored while there is time, and not afterwards', async () => {
    await trade.done(nour, 'product.switch', { product: 'honey', isOff: true });
    expect(await isOff()).toBe(true);
    const undone = await trade.done(nour, 'answer.undo', undo);
    expect(undone).toEqual({ what: 'product.switch', product: 'honey' });
    expect(await isOff()).toBe(false);

    await trade.done(nour, 'product.switch', { product: 'honey', isOff: true });
    await trade.pass(120 * seconds);
    expect(await trade.command(nour, 'answer.undo', undo)).toEqual({ ok: false, reason: 'nothingToUndo' });
    expect(await isOff()).toBe(true);
  });
});

test('what is long over is not kept', async () => {
  const { couscous } = await asked();
  await trade.done(tazwit, 'part.accept', { part: couscous });
  await trade.pass(31 * 24 * 3600 * seconds);
  const next = await asked(atShelf);
  await trade.done(tazwit, 'part.accept', { part: next.couscous });
  await trade.transaction((trx) => sweepAnswers(trx, trade.clock.now()));
  const kept = await trade.database.db.selectFrom('staff_answer').select('about').execute();
  expect(kept).toEqual([{ about: `part:${next.couscous}` }]);
});
