/** More messages at once than a person can write. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '#app';
import { defaultLimits } from '#chats/chat-store.ts';
import { readSettings } from '#config';
import { sentences } from '#locales/sentences.ts';
import { until } from '#test/support/until.ts';

let app: App;
let door: string;
beforeAll(async () => {
  app = createApp({ ...readSettings({ PORT: '0', LOG_LEVEL: 'silent' }), dataDirectory: 'memory' });
  const { url } = await app.start();
  door = `${url}/simulator/chats/amina/messages`;
});
afterAll(() => app.stop());

async function post(id: string, text: string): Promise<number> {
  const response = await fetch(door, { method: 'POST', body: JSON.stringify({ id, text }) });
  return response.status;
}

async function said(): Promise<string[]> {
  const { messages } = (await (await fetch(door)).json()) as { messages: { from: string; text: string }[] };
  return messages.filter(({ from }) => from === 'bot').map(({ text }) => text);
}

test('what comes above the cap is not taken, and the person is told so once', { timeout: 60_000 }, async () => {
  const { floodLimit } = defaultLimits;
  expect(await post('first', 'bonjour')).toBe(202);
  const more = Array.from({ length: 2 * floodLimit }, (_, n) => `m${n}`);
  const statuses = await Promise.all(more.map((id) => post(id, 'menu')));
  const taken = 1 + statuses.filter((status) => status === 202).length;
  const refused = statuses.filter((status) => status === 429).length;
  expect(taken + refused).toBe(more.length + 1);
  expect(refused).toBeGreaterThan(0);
  expect(taken).toBeGreaterThanOrEqual(floodLimit);

  await until('each message is answered, and the notice is there', async () => (await said()).length > taken);
  const answers = await said();
  expect(answers).toHaveLength(taken + 1);
  expect(answers.filter((text) => text === sentences.fr.common.flooded)).toHaveLength(1);
});
