/** Every role in whole orders, with everything real: the basket on the shelf, and an order that a volunteer rescues. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#app';
import { readSettings } from '#config';
import type { Database } from '#database/database.ts';
import { openDatabase } from '#database/open-database.ts';
import { sentences } from '#locales/sentences.ts';
import { basketCollected, collectBasket, type Rescued, rescueToBouchane } from './all-roles.ts';
import { expectOneAnswerEach, expectSettled, type Line, screens } from './settled.ts';

const { orders } = sentences.fr;
const start = (sentence: string) => sentence.slice(sentence.indexOf('}}') + 2, sentence.indexOf('{{', 4));

let basket = '';
let rescued: Rescued = { number: '', told: [] };
let database: Database;
let lines: readonly Line[] = [];
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bladi-roles-'));
  const app = createApp(
    readSettings({ PORT: '0', DATA_DIR: directory, UNDO_SECONDS: '0', LOG_LEVEL: 'silent', HOST: '127.0.0.1' }),
  );
  try {
    const { url = '' } = await app.start();
    basket = await collectBasket('khadija', { url: () => url });
    rescued = await rescueToBouchane('youssef', { url: () => url });
  } finally {
    await app.stop();
  }
  database = await openDatabase({ url: undefined, directory });
  lines = await screens(database);
}, 120_000);
afterAll(async () => {
  await database?.close();
  await rm(directory, { recursive: true, force: true });
});

const toldTo = (chat: string) => lines.filter((line) => line.chat === chat && line.from === 'bot');

test('the basket from the shelf is paid to its nine makers, and none of them was asked', async () => {
  const { db } = database;
  const parts = await db
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select(['cooperative', 'amount'])
    .where('number', '=', basket)
    .execute();
  expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(23_000);
  await expectSettled(database, basket, {
    state: 'collected',
    parts: Object.fromEntries(parts.map(({ cooperative, amount }) => [cooperative, amount])),
    fee: 0,
    cash: basketCollected,
  });
  for (const { cooperative } of parts) {
    const asked = toldTo(`cooperative:${cooperative}`).filter(({ text }) => text.includes(basket));
    // What it has earned is all that each of them hears.
    expect(asked.length, cooperative).toBe(1);
  }
});

test('an order that everybody left waiting reaches the customer, and the books balance', async () => {
  await expectSettled(database, rescued.number, {
    state: 'delivered',
    parts: { 'nissae-bouchane': 7_500 },
    fee: 2_500,
    cash: /^cash:distributor:hassan$/,
  });
});

test('the customer was told the truth at each step', () => {
  const steps = [
    orders.newsSilentReminder,
    orders.newsSilentSecond,
    orders.newsSilentVolunteer,
    orders.newsAccepted,
    orders.newsSearchingLapsed,
    orders.newsUnassigned,
    orders.newsTaken,
    orders.newsOnTheWay,
    orders.newsDelivered,
  ].map(start);
  const found = steps.map((step) => rescued.told.findIndex((text) => text.includes(step)));
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

test('the second contact of the silent cooperative was asked on her own phone', () => {
  expect(toldTo('fatima').some(({ text }) => text.includes('نساء بوشان'))).toBe(true);
});

test('every message was answered once', () => {
  expectOneAnswerEach(lines.filter(({ chat }) => !chat.startsWith('volunteer')));
});
