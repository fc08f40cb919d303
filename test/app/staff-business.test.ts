/** What staff see to themselves, with everything real: products, absences, money, and a delivery that fails at first. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '#app';
import { readSettings } from '#config';
import { sentences } from '#locales/sentences.ts';
import { Player, type PlayerOptions } from '#test/support/player.ts';
import { codesIn, hasCode, makeReady, orderToBouchane, put, take, words } from './straight-path.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function playing(undoSeconds: number): Promise<PlayerOptions> {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-staff-'));
  ends.push(() => rm(directory, { recursive: true, force: true }));
  const settings = { PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'silent', HOST: '127.0.0.1' };
  const app = createApp(readSettings({ ...settings, UNDO_SECONDS: String(undoSeconds) }));
  const { url = '' } = await app.start();
  ends.push(() => app.stop());
  return { url: () => url };
}

/** The part of a sentence before its first value. */
const start = (sentence: string) => sentence.split('{{')[0] ?? sentence;
const { staff, cooperative, distributor } = sentences.fr;

test('a cooperative changes a product and its days, and takes both back', { timeout: 60_000 }, async () => {
  const women = new Player('cooperative:nissae-bouchane', await playing(300));
  await women.say('fr');
  await women.pick('products');
  await women.pick('product:couscous-orge');
  await women.pick('hide:');
  const hidden = await women.until(({ text }) => text.includes(cooperative.detailHidden));
  expect(hidden.text).toContain(start(staff.undoMinutes_other));
  await women.say('annuler');
  expect((await women.next()).text).toContain(start(staff.undoneProduct));
  await women.pick('products');
  expect((await women.next()).text).not.toContain(cooperative.detailHidden);

  await women.say('menu');
  await women.pick('absence');
  await women.pick('until:');
  expect((await women.next()).text).toContain(start(cooperative.isAway));
  await women.pick('absence');
  await women.pick('present');
  expect((await women.next()).text).toContain(cooperative.isPresent);
  await women.pick('owed');
  expect((await women.next()).text).toContain(cooperative.owedNothing);
});

test('a distributor says why a delivery failed, tries again and hands the cash over', {
  timeout: 120_000,
}, async () => {
  const options = await playing(0);
  const customer = new Player('amina', options);
  await customer.say(words.hello);
  await put(customer, 'couscous', 'couscous-orge', '3');
  const number = await orderToBouchane(customer);
  const women = new Player('cooperative:nissae-bouchane', options);
  await women.pick('accept:');
  const rider = await take(options, number);
  await makeReady(women);
  const [pickup = ''] = codesIn(await rider.until(hasCode));
  await women.say(pickup);
  const [code = ''] = codesIn(await customer.until(hasCode));

  await rider.say('fr');
  await rider.pick('orders');
  await rider.pick(`deliveryOf:${number}`);
  await rider.pick(`notHanded:${number}`);
  await rider.pick(`nobodyThere:${number}`);
  await rider.until(({ text }) => text.includes(distributor.failNext));
  await rider.pick('orders');
  await rider.until(({ text }) => text.includes(distributor.reasonNobodyThere));
  await rider.pick(`deliveryOf:${number}`);
  await rider.pick(`tryAgain:${number}`);
  await rider.until(({ text }) => text.includes(number) && text.includes(start(distributor.retryNoted)));
  await rider.say(code);
  await rider.until(({ text }) => text.includes(start(distributor.delivered)));
  await women.say('fr');
  await women.pick('owed');
  await women.until(({ text }) => text.includes(start(cooperative.owedTotal)) && text.includes(number));

  await rider.pick('cash');
  await rider.until(({ text }) => text.includes(start(distributor.cashTotal)));
  await rider.pick('giveTo:nissae-bouchane');
  await rider.pick('give:nissae-bouchane');
  await rider.until(({ text }) => text.includes(staff.cashAnnouncedNext));
  const [counted = ''] = codesIn(await women.until(hasCode));
  await rider.say(counted);
  // What is left is the fee.
  await rider.until(({ text }) => text.includes(start(staff.cashGiven)) && text.includes(start(staff.cashLeft)));
  await women.until(({ text }) => text.includes(cooperative.cashWrong));
  await women.say('menu');
  await women.pick('owed');
  await women.until(({ text }) => text.includes(cooperative.owedNothing));
});
