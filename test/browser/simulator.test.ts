import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming, Outgoing } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';
import { chromiumOptions } from '#test/support/chromium.ts';
import { testDatabase } from '#test/support/database.ts';
import { type SimulatorStub, startSimulatorStub } from '#test/support/simulator-stub.ts';

function menu(language: 'ar' | 'fr', body: string, more: Partial<Outgoing> = {}): Outgoing {
  const labels = language === 'ar' ? ['المنتوجات', 'السلة التضامنية'] : ['Les produits', 'Le panier solidaire'];
  const choices = labels.map((label, index) => ({
    id: `choice:${index}`,
    digit: String(index + 1),
    label,
    line: `${index + 1}. ${label}`,
  }));
  return { language, body, choices, ...more };
}

const pixel =
  'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function answer(incoming: Incoming): Outgoing[] {
  if (incoming.kind === 'choice') return [menu('fr', `Choisi : ${incoming.choice}`)];
  if (incoming.kind === 'location') return [menu('fr', 'Lieu reçu')];
  if (incoming.kind === 'image') return [menu('fr', 'Photo reçue')];
  if (incoming.kind === 'voice') return [menu('fr', `Entendu : ${incoming.media.mimeType}`)];
  if (incoming.kind === 'other') return [menu('fr', 'Bel autocollant')];
  if (incoming.kind !== 'text' || incoming.text === 'silence') return [];
  if (incoming.text === 'سلام') return [menu('ar', 'السلام عليكم')];
  if (incoming.text === 'où') return [{ language: 'fr', body: 'Où livrer ?', choices: [], ask: 'location' }];
  return [menu('fr', `Vous dites : ${incoming.text}`, { after: 'Écrivez « aide ».' })];
}

// Chromium starts slowly where other tests keep the machine busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;
let database: Database;
let stub: SimulatorStub;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  const { args = [], ...options } = chromiumOptions();
  browser = await chromium.launch({ ...options, args: [...args, '--use-fake-device-for-media-stream'] });
  database = await testDatabase();
  stub = await startSimulatorStub({ database, answer });
});
afterAll(async () => {
  await stub.stop();
  await database.close();
  await browser.close();
});

beforeEach(async () => {
  troubles = [];
  stub.admitted.length = 0;
  await database.db.deleteFrom('simulator_message').execute();
});
afterEach(() => page.context().close());

interface Visit {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  readonly hasMicrophone?: boolean;
  /** Closes the guide, which is open at a first visit. */
  readonly isAlone?: boolean;
}

async function visit(language: 'ar' | 'fr', query = '', options: Visit = {}): Promise<void> {
  const { width = 1280, height = 820, isDark = false, hasMicrophone = false, isAlone = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    permissions: hasMicrophone ? ['microphone'] : [],
  });
  page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.goto(`${stub.url}/?lang=${language}${query}`);
  await page.locator('.phone').first().waitFor();
  if (isAlone && (await page.locator('#coach').isVisible())) await page.locator('#coach .quiet').click();
}

const phone = (chat: string) => page.locator(`.phone[data-chat="${chat}"]`);
const lastBot = (chat: string) => phone(chat).locator('.bubble.bot').last();

async function say(chat: string, text: string): Promise<void> {
  await phone(chat).locator('textarea').fill(text);
  await phone(chat).locator('textarea').press('Enter');
}

async function isAtEnd(thread: Locator): Promise<boolean> {
  return thread.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 5);
}

const contact = (chat: string) => page.locator(`.contact[data-chat="${chat}"]`);

describe('the page', () => {
  it('opens with as many phones as there is room for', async () => {
    const roles = () =>
      page.locator('.phone').evaluateAll((phones) => phones.map((one) => one.getAttribute('data-role')));
    await visit('fr');
    expect(await roles()).toEqual(['customer', 'cooperative', 'cooperative']);
    await page.context().close();
    await visit('fr', '', { width: 1600 });
    expect(await roles()).toEqual(['customer', 'cooperative', 'cooperative', 'distributor']);
    expect(troubles).toEqual([]);
  });

  it('is drawn from right to left in Arabic', async () => {
    await visit('ar');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.contact.add').innerText()).toContain('زبون آخر');
    await page.locator('#other-language').click();
    await page.locator('html[lang="fr"] .phone').first().waitFor();
    expect(await page.locator('.phone').count()).toBe(3);
  });

  it.each([360, 320])(
    'shows one phone at a time on a screen of %d, without a scroll bar for the page',
    async (width) => {
      await visit('ar', '', { width, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await phone('amina').evaluate((element) => element.getBoundingClientRect().width)).toBe(width);
      await contact('cooperative:nour').click();
      await page.locator('.contact[data-chat="cooperative:nour"][aria-current]').waitFor();
      await stub.say('amina', 'news', menu('ar', 'خبر'));
      await contact('amina').locator('.badge', { hasText: '1' }).waitFor();
      await contact('amina').click();
      await page.locator('.contact.unread').waitFor({ state: 'detached' });
      expect(troubles).toEqual([]);
    },
  );

  it('rings for people whose phone is not open, and says what they were told', async () => {
    await visit('fr');
    await stub.say('shelf:benguerir', 'k1', menu('fr', 'Un panier à garder'));
    await stub.say('shelf:benguerir', 'k2', menu('fr', 'Un autre panier'));
    await contact('shelf:benguerir').locator('.badge', { hasText: '2' }).waitFor();
    expect(await contact('shelf:benguerir').locator('.detail').innerText()).toBe('Un autre panier');
    expect(await contact('shelf:benguerir').getAttribute('aria-label')).toContain('2');
    expect(await page.title()).toMatch(/^\(2\) /);
    await page.reload();
    await contact('shelf:benguerir').locator('.badge', { hasText: '2' }).waitFor();
    await contact('shelf:benguerir').click();
    await phone('shelf:benguerir').getByText('Un panier à garder').waitFor();
    await page.locator('.contact.unread').waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });

  it('gives a new phone the place of the one that was left alone the longest', async () => {
    await visit('fr');
    await phone('amina').locator('textarea').click();
    await contact('volunteer').click();
    await phone('volunteer').waitFor();
    const chats = await page
      .locator('.phone')
      .evaluateAll((phones) => phones.map((one) => one.getAttribute('data-chat')));
    expect(chats).toEqual(['amina', 'cooperative:tazwit', 'volunteer']);
  });

  it('opens a phone for any customer and closes it again', async () => {
    await visit('fr');
    await page.locator('.contact.add').click();
    await page.locator('#choose-name').fill('Lalla <b>Zohra');
    await page.locator('#choose-customer button').click();
    await page.locator('#choose .problem').waitFor();
    await page.locator('#choose-name').fill('لالة زهرة');
    await page.locator('#choose-customer button').click();
    await phone('لالة زهرة').waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toContain('لالة زهرة');
    await page.reload();
    await phone('لالة زهرة').locator('.close').click();
    await phone('لالة زهرة').waitFor({ state: 'detached' });
  });
});

describe('the guide', () => {
  it('says so when a conversation takes another path, and can be left', async () => {
    await visit('fr', '', { isAlone: false });
    await page.locator('#coach .strong').first().click();
    await page.locator('#coach .do').click();
    await page.locator('#coach .lostly').waitFor();
    await page.locator('#coach .quiet').click();
    expect(await page.locator('#coach').isVisible()).toBe(false);
    await page.locator('#guide:focus').waitFor();
    expect(stub.admitted).toHaveLength(1);
  });
});

describe('a phone', () => {
  it('sends what is typed with Enter and shows the answer with its menu', async () => {
    await visit('fr');
    await say('amina', 'bonjour');
    await lastBot('amina').getByText('Vous dites : bonjour').waitFor();
    expect(await lastBot('amina').locator('.choice').allInnerTexts()).toEqual([
      '1\nLes produits',
      '2\nLe panier solidaire',
    ]);
    expect(await lastBot('amina').locator('.after').textContent()).toBe('Écrivez «\u00a0aide\u00a0».');
    expect(await phone('amina').locator('.bubble.person').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('keeps a line break that is typed with Shift', async () => {
    await visit('fr');
    await phone('amina').locator('textarea').pressSequentially('un');
    await phone('amina').locator('textarea').press('Shift+Enter');
    await phone('amina').locator('textarea').pressSequentially('deux');
    await phone('amina').locator('textarea').press('Enter');
    await lastBot('amina').waitFor();
    expect(stub.admitted).toMatchObject([{ text: 'un\ndeux' }]);
  });

  it('sends the choice that is tapped, also on an older menu, and marks it there', async () => {
    await visit('fr');
    await say('amina', 'bonjour');
    await lastBot('amina').locator('.choice').first().click();
    await phone('amina').getByText('Choisi : choice:0').waitFor();
    expect(await phone('amina').locator('.bubble.current').count()).toBe(1);
    await phone('amina').locator('.bubble.bot').first().locator('.choice').nth(1).click();
    await phone('amina').getByText('Choisi : choice:1').waitFor();
    const chosen = phone('amina').locator('.bubble.bot').first().locator('.chosen');
    expect(await chosen.allInnerTexts()).toEqual(['2\nLe panier solidaire']);
    expect(stub.admitted.at(-1)).toMatchObject({ about: `${stub.admitted[0]?.id}|0` });
  });

  it('turns with the language of the conversation', async () => {
    await visit('fr');
    await say('amina', 'سلام');
    await lastBot('amina').waitFor();
    expect(await phone('amina').locator('.screen').getAttribute('dir')).toBe('rtl');
    expect(await lastBot('amina').getAttribute('dir')).toBe('rtl');
  });

  it('shares a place when it is asked for one', async () => {
    await visit('fr');
    await say('amina', 'où');
    await lastBot('amina').locator('.ask').click();
    await page.locator('[data-place="bouchane"]').click();
    await phone('amina').getByText('Lieu reçu').waitFor();
    expect(stub.admitted.at(-1)).toMatchObject({ kind: 'location', latitude: 32.2664 });
  });

  it('sends a photo and shows it', async () => {
    await visit('fr');
    const buffer = Buffer.from(pixel.split(',')[1] ?? '', 'base64');
    await phone('amina').locator('input[type="file"]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await phone('amina').getByText('Photo reçue').waitFor();
    const image = phone('amina').locator('.bubble.person[data-state="read"] img');
    await image.evaluate('(element) => element.decode()');
    await phone('amina').locator('.picture').click();
    await page.locator('#picture[open] img').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#picture[open]').waitFor({ state: 'detached' });
    expect(await image.getAttribute('src')).toMatch(/^\/media\/kept\//);
  });

  it('marks a message kept, shows that an answer is coming, and marks it read', async () => {
    await visit('fr');
    await say('amina', 'silence');
    await phone('amina').locator('.bubble.person[data-state="kept"]').waitFor();
    await phone('amina').locator('.bubble.dots').waitFor();
    await stub.say('amina', 'answer', menu('fr', 'Me voici'));
    await phone('amina').locator('.bubble.person[data-state="read"]').waitFor();
    expect(await phone('amina').locator('.bubble.dots').count()).toBe(0);
    expect(await page.locator('#said').innerText()).toContain('Amina: Me voici');
  });

  it('sends a voice note from the microphone and plays it', async () => {
    await visit('fr', '', { hasMicrophone: true });
    await phone('amina').locator('.speak').click();
    await phone('amina').locator('.recorder .time', { hasText: '0:01' }).waitFor();
    await phone('amina').locator('.recorder .go').click();
    await phone('amina').getByText('Entendu : audio/webm').waitFor();
    const toggle = phone('amina').locator('.bubble.person[data-state="read"] .toggle');
    await toggle.click();
    await phone('amina').locator('.player.playing').waitFor();
    await phone('amina').locator('.player:not(.playing)').waitFor();
    expect(await phone('amina').locator('.player.broken').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('lets a recording be given up', async () => {
    await visit('fr', '', { hasMicrophone: true });
    await phone('amina').locator('.speak').click();
    await phone('amina').locator('.recorder .cancel').click();
    await phone('amina').locator('textarea').waitFor();
    expect(stub.admitted).toEqual([]);
  });

  it('offers a sample voice note where there is no microphone', async () => {
    await visit('fr');
    await phone('amina').locator('.speak').click();
    await phone('amina').locator('.silent').waitFor();
    await phone('amina').locator('.recorder .go').click();
    await phone('amina').getByText('Entendu : audio/wav').waitFor();
    expect(await phone('amina').locator('.bubble.person .player .time').innerText()).toBe('0:03');
  });

  it('sends a sticker and a place drawn on a map', async () => {
    await visit('ar');
    await phone('amina').locator('.more').click();
    await phone('amina').locator('[data-sticker="tea"]').click();
    await phone('amina').getByText('Bel autocollant').waitFor();
    await phone('amina').locator('.more').click();
    await phone('amina').locator('.place').click();
    await page.locator('[data-place="bouchane"]').click();
    await phone('amina').getByText('Lieu reçu').waitFor();
    await phone('amina').locator('.bubble.person .map').waitFor();
    await stub.say('amina', 'pin', {
      ...menu('fr', 'Carte : https://maps.google.com/?q=32.26640,-8.31330'),
      choices: [],
    });
    await phone('amina').locator('.bubble.bot .map').waitFor();
    expect(troubles).toEqual([]);
  });

  it('is played by the keyboard alone', async () => {
    await visit('fr');
    await phone('amina').locator('textarea').focus();
    await page.keyboard.type('bonjour');
    await page.keyboard.press('Enter');
    await lastBot('amina').waitFor();
    await phone('amina').locator('.thread').focus();
    await page.keyboard.press('2');
    await phone('amina').getByText('Choisi : choice:1').waitFor();
    await page.locator('.bubble.current .choice:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await phone('amina').getByText('Choisi : choice:1').nth(1).waitFor();
    expect(stub.admitted).toHaveLength(3);
  });

  it('shows what the house says by itself and stays at the newest message', async () => {
    await visit('fr');
    for (let n = 0; n < 12; n++) await stub.say('cooperative:nour', `k${n}`, menu('fr', `Commande ${n}`));
    const thread = phone('cooperative:nour').locator('.thread');
    await thread.getByText('Commande 11', { exact: true }).waitFor();
    expect(await isAtEnd(thread)).toBe(true);
    await thread.evaluate((element) => element.scrollTo({ top: 0, behavior: 'instant' }));
    await stub.say('cooperative:nour', 'k12', menu('fr', 'Commande 12'));
    await phone('cooperative:nour').locator('.newest').click();
    expect(await isAtEnd(thread)).toBe(true);
  });

  it('shows typed and told text as text, never as a page', async () => {
    await visit('fr');
    await say('amina', '<img src=x onerror="document.title=1">');
    await lastBot('amina').waitFor();
    expect(await phone('amina').locator('.bubble img').count()).toBe(0);
    expect(await lastBot('amina').innerText()).toContain('<img src=x');
  });

  it('loses nothing when the server is restarted, and sends then what was typed meanwhile', async () => {
    await visit('fr');
    await say('amina', 'avant');
    await lastBot('amina').waitFor();
    const port = Number(new URL(stub.url).port);
    await stub.stop();
    await page.locator('#lost:not([hidden])').waitFor();
    await say('amina', 'pendant');
    stub = await startSimulatorStub({ database, answer, port });
    await lastBot('amina').getByText('Vous dites : pendant').waitFor();
    expect(await phone('amina').locator('.bubble').count()).toBe(4);
    await page.reload();
    await lastBot('amina').getByText('Vous dites : pendant').waitFor();
    expect(await phone('amina').locator('.bubble').count()).toBe(4);
  });
});
