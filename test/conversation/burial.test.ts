/** What becomes of a chat when a turn cannot be run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { customerFlow } from '#flows/customer/flow.ts';
import { flows } from '#flows/index.ts';
import type { Flow } from '#flows/kit.ts';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse } from '#test/support/conversation.ts';
import { until } from '#test/support/until.ts';

const { common } = sentences.fr;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The customer's flow with a card that cannot be shown. */
function withBrokenCard(attempts: { count: number }): Flow {
  const card = () => {
    attempts.count += 1;
    throw new Error('this card cannot be shown');
  };
  return { ...customerFlow, prompts: { ...customerFlow.prompts, card } };
}

test.concurrent('a turn that throws five times is buried with one apology, and the chat goes on at its question', async () => {
  const attempts = { count: 0 };
  const amina = new Chat(house, 'buried', { flows: { ...flows, customer: withBrokenCard(attempts) } });
  const list = await amina.go('bonjour', '1', '1');
  expect(await amina.say('1')).toBe(common.turnFailed);
  expect(attempts.count).toBe(5);
  expect(await amina.buried()).toEqual(['its turn threw too often']);
  expect(await amina.go('0', '1')).toBe(list);
  expect(await amina.buried()).toHaveLength(1);
});

test.concurrent('news that cannot be told are buried with an apology of their own', async () => {
  const amina = new Chat(house, 'news');
  const menu = await amina.say('bonjour');
  await amina.tell({ type: 'notice', notice: { name: 'order.answered', order: 'A7H4' } });
  expect(await amina.settle()).toEqual([common.newsFailed]);
  expect(await amina.buried()).toEqual(['its turn threw too often']);
  expect(menu).toContain((await amina.go('1', '0')).split('\n').at(-1));
});

describe.concurrent('a session that cannot be read', () => {
  test('costs one apology, and the chat begins anew', async () => {
    const amina = new Chat(house, 'unreadable');
    await amina.go('bonjour', '1', '1', '1', '2');
    await amina.overwrite('{"f":"customer","v":1,');
    // Nobody knows any more in which language.
    expect(await amina.say('1')).toBe(sentences.ar.common.turnFailed);
    expect(await amina.say('bonjour')).toContain(common.renewed);
    expect(await amina.say('1')).toContain(sentences.fr.customer.productsQuestion);
    expect(await amina.buried()).toHaveLength(1);
  });

  test('keeps the selection and the language where they can still be read', async () => {
    const amina = new Chat(house, 'no-such-state');
    await amina.go('bonjour', '1', '1', '1', '2');
    const kept = JSON.parse(await amina.state()) as Record<string, unknown>;
    await amina.overwrite(JSON.stringify({ ...kept, s: 'a state of nowhere' }));
    expect(await amina.say('1')).toBe(common.turnFailed);
    const again = await amina.say('1');
    expect(again).toContain(common.renewed);
    expect(again).toContain(`${sentences.fr.customer.basketTitle}\nMiel de thym, 2 × 500 g (1 kg) : 240 DH`);
    expect(await amina.buried()).toHaveLength(1);
  });
});

describe.concurrent('a lease that is lost', () => {
  /** A worker that claims and dies, so many times. */
  async function loseWorkers(chat: Chat, times: number): Promise<void> {
    for (let lost = 0; lost < times; lost++) {
      await until('the last lease has run out', () => chat.store.claimChat('a worker that dies', chat.address));
    }
  }
  const shortLeases = () => createPostgresChatStore({ database: house.database, limits: { lease: 1 } });

  test('is no failure of the turn: nineteen lost workers bury nothing', async () => {
    const amina = new Chat(house, 'lost-19', { store: shortLeases() });
    await amina.write('bonjour');
    await loseWorkers(amina, 19);
    const patient = new Chat(house, 'lost-19');
    expect(await patient.settle()).toEqual([expect.stringContaining('1. Les produits')]);
    expect(await patient.buried()).toEqual([]);
  });

  test('twenty times on one message buries it, with the apology', async () => {
    const amina = new Chat(house, 'lost-20', { store: shortLeases() });
    await amina.write('bonjour');
    await loseWorkers(amina, 20);
    const patient = new Chat(house, 'lost-20');
    expect(await patient.settle()).toEqual([sentences.ar.common.turnFailed]);
    expect(await patient.buried()).toEqual(['its worker was lost too often']);
    expect(await patient.say('menu')).toContain(sentences.ar.common.labelArabic);
  });
});
