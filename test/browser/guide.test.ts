import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { chromiumOptions } from '#test/support/chromium.ts';
import { type Server, startServer } from '#test/support/server.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

let browser: Browser;
let server: Server;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([chromium.launch(chromiumOptions()), startServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(() => page.context().close());

async function visit(language: 'ar' | 'fr', width = 1280): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: width < 800 ? 740 : 820 } });
  page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.goto(`${server.url}/?lang=${language}`);
  await page.locator('.phone').first().waitFor();
  if (await page.locator('#coach').isHidden()) await page.locator('#guide').click();
}

const progress = () => page.locator('#coach .dots').getAttribute('aria-label');

/** Asks for each step until the order is handed over; gives the names of those whose turn it was. */
async function follow(): Promise<string[]> {
  const names: string[] = [];
  const doIt = page.locator('#coach .do');
  for (let step = 0; step < 30 && (await doIt.count()) > 0; step++) {
    names.push(await page.locator('#coach .whose b').innerText());
    const before = await progress();
    await doIt.click();
    // What is done goes on by itself; what waits is let pass at the next tap.
    await page.locator('#coach .do:not([disabled]), #coach .dots .done:last-child').first().waitFor();
    expect(await page.locator('#coach .lostly').count(), `${before}: ${names.at(-1)}`).toBe(0);
  }
  return [...new Set(names)];
}

const dirhams = () => page.locator('#coach dd').allInnerTexts();

it('leads in French from hello to the delivered order, and says where each dirham went', async () => {
  await visit('fr');
  await page.locator('#coach .strong').first().click();
  const names = await follow();
  expect(names).toContain('Amina');
  expect(names).toContain('Chahd Jbilate');
  await page.locator('#coach dd').nth(2).waitFor();
  const [honey, , bladi] = await dirhams();
  expect(honey).toMatch(/^120\sDH$/);
  expect(bladi).toMatch(/^0\sDH$/);
  expect(troubles).toEqual([]);
});

it('leads in Arabic on a narrow screen to the solidarity basket, taken up again after it was left', async () => {
  await visit('ar', 360);
  await page.locator('#coach .strong').nth(1).click();
  await page.locator('#coach .do').click();
  await page.locator('#coach .do:not([disabled])').waitFor();
  const before = await progress();
  await page.reload();
  await page.locator('#coach .do').waitFor();
  expect(await progress()).toBe(before);
  expect(await follow()).toContain('أمينة');
  await page.locator('#coach dd').first().waitFor();
  expect((await dirhams()).at(-1)).toContain('0');
  expect(troubles).toEqual([]);
});

it('brings out the other cooperatives when they are asked for', async () => {
  await visit('fr');
  const shown = () => page.locator('.group[data-role="cooperative"] .contact:visible').count();
  const few = await shown();
  await page.locator('.group[data-role="cooperative"] .others').click();
  expect(await shown()).toBeGreaterThan(few + 5);
  expect(await page.locator('.contact:focus').count()).toBe(1);
});

it('recognises a step that somebody takes by hand', async () => {
  await visit('fr');
  await page.locator('#coach .strong').first().click();
  const before = await progress();
  const amina = page.locator('.phone[data-chat="amina"]');
  await amina.locator('textarea').fill('menu');
  await amina.locator('textarea').press('Enter');
  await page.locator(`#coach .dots:not([aria-label="${before}"])`).waitFor();
});

it('lets the waiting pass when nobody wants to wait', async () => {
  await visit('fr');
  await page.locator('#coach .strong').first().click();
  for (let step = 0; step < 4 && !(await page.locator('#waiting.ready').count()); step++) {
    await page.locator('#coach .do:not([disabled])').click();
    await page.locator('#coach .do:not([disabled])').waitFor();
  }
  await page.locator('#waiting.ready').click();
  await page.locator('.phone, .contact.unread').locator('visible=true').first().waitFor();
  await page.locator('.contact[data-chat="cooperative:chahd-jbilate"] .time:not(:empty)').waitFor();
});

it('starts over after having asked, and the page is as at a first visit', async () => {
  await visit('fr');
  await page.locator('#start-over').click();
  await page.locator('#confirm-start-over [data-answer="no"]').click();
  expect(await page.locator('.phone .bubble').count()).toBeGreaterThan(0);
  await page.locator('#start-over').click();
  await page.locator('#confirm-start-over [data-answer="yes"]').click();
  await page.locator('.phone .bubble').first().waitFor({ state: 'detached' });
  await page.locator('.phone .empty').first().waitFor();
  const { messages } = (await (await fetch(`${server.url}/simulator/chats/amina/messages`)).json()) as {
    messages: unknown[];
  };
  expect(messages).toEqual([]);
  await page.locator('.phone[data-chat="amina"] .hello').click();
  await page.locator('.phone[data-chat="amina"] .choice').first().waitFor();
});
