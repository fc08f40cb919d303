import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Outgoing } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';
import { chromiumOptions } from '#test/support/chromium.ts';
import { testDatabase } from '#test/support/database.ts';
import { type SimulatorStub, startSimulatorStub } from '#test/support/simulator-stub.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;
let database: Database;
let stub: SimulatorStub;

const question: Outgoing = {
  language: 'fr',
  body: 'Où livrer ? https://maps.google.com/?q=32.26640,-8.31330',
  choices: [
    { id: 'byPhone', digit: '1', label: 'Le distributeur appelle', detail: 'ce jour-là', line: '1. Il appelle' },
    { id: 'back', digit: '0', label: 'Retour', line: '0. Retour' },
  ],
  after: 'Vous pouvez aussi écrire.',
  ask: 'location',
};

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
  database = await testDatabase();
  const waiting = { next: async () => ({ name: 'order.tell', at: Date.now() + 60_000 }), pass: async () => {} };
  stub = await startSimulatorStub({ database, waiting, startOver: async () => {}, answer: () => [question] });
});
afterAll(async () => {
  await stub.stop();
  await database.close();
  await browser.close();
});

async function violations(page: Page, within = 'html'): Promise<string[]> {
  // Colours are judged when nothing moves any more.
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))');
  const found = (await page.evaluate(`axe.run('${within}')`)) as axe.AxeResults;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const looks = (['fr', 'ar'] as const).flatMap((language) =>
  [1280, 360].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme }))),
);

it.each(looks)('is without barriers: $language, $width, $scheme', async ({ language, width, scheme }) => {
  const viewport = { width, height: width === 360 ? 740 : 820 };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce', bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${stub.url}/?lang=${language}`);
  const phone = page.locator('.phone[data-chat="amina"]');
  await phone.waitFor();
  await page.evaluate(axe.source);
  if (await page.locator('#coach').isHidden()) await page.locator('#guide').click();
  expect(await violations(page)).toEqual([]);
  await page.locator('#coach .strong').first().click();
  await page.locator('#coach .do').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('#coach .quiet').click();

  for (const act of ['[data-sticker="thanks"]', '.sample']) {
    await phone.locator('.more').click();
    await phone.locator(act).click();
  }
  await phone.locator('textarea').fill('silence');
  await phone.locator('textarea').press('Enter');
  await phone.locator('.bubble.person[data-state="read"]').nth(2).waitFor();
  await stub.say('volunteer', `${language} ${width} ${scheme}`, question);
  await page.locator('.contact.unread').waitFor();
  await phone.locator('.more').click();
  expect(await violations(page)).toEqual([]);
  await phone.locator('.more').click();
  await phone.locator('.speak').click();
  await phone.locator('.silent').waitFor();
  expect(await violations(page)).toEqual([]);
  await phone.locator('.recorder .cancel').click();

  for (const opener of ['.contact.add', '#start-over', '.phone[data-chat="amina"] .ask >> nth=-1']) {
    await page.locator(opener).click();
    await page.locator('dialog[open]').waitFor();
    expect(await violations(page, 'dialog[open]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
  await context.close();
});
