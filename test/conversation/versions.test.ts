/** Sessions that an older or a newer version of a conversation has left behind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse } from '#test/support/conversation.ts';

const { common, customer } = sentences.fr;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Two jars of honey in the selection and a question open, kept as another version of the flow would. */
async function keptBy(version: number, name: string): Promise<Chat> {
  const chat = new Chat(house, name);
  await chat.go('bonjour', '1', '1', '1', '2', '1');
  const kept = JSON.parse(await chat.state()) as Record<string, unknown>;
  await chat.overwrite(JSON.stringify({ ...kept, v: version, s: { gone: 'elsewhere' } }));
  return chat;
}

describe.each([
  ['older', 0],
  ['unknown, because newer', 99],
])('a session of a version that is %s', (_, version) => {
  test.each([
    ['a digit', '1'],
    ['words that nobody understands', 'xyzzy'],
    ['a greeting', 'bonjour'],
    ['the basket asked for', 'ma sélection'],
  ])('goes on from the selection and says so, after %s', async (kind, text) => {
    const chat = await keptBy(version, `${version}-${kind}`);
    const said = await chat.say(text);
    expect(said.startsWith(common.renewed)).toBe(true);
    expect(said).toContain(`${customer.basketTitle}\nMiel de thym, 2 × 500 g (1 kg) : 240 DH`);
    expect(said).toContain(`1. ${customer.labelDeliver}`);
    expect(await chat.say('1')).toContain(customer.nameQuestion);
    expect(await chat.buried()).toEqual([]);
  });

  test('goes on from the selection when news come first', async () => {
    const chat = await keptBy(version, `${version}-news`);
    const notice = { name: 'delivery.unassigned', order: 'A7H4' };
    await chat.tell({ type: 'notice', notice });
    const [said = ''] = await chat.settle();
    expect(said.startsWith(common.renewed)).toBe(true);
    expect(said).toContain('A7H4');
    expect(said).toContain(`1. ${customer.labelDeliver}`);
    expect(await chat.say('1')).toContain(customer.nameQuestion);
  });

  test('is said once', async () => {
    const chat = await keptBy(version, `${version}-once`);
    await chat.say('menu');
    expect(await chat.say('menu')).not.toContain(common.renewed);
  });
});
