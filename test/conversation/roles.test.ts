/** One chat in several roles: switching by a word, news for a role one does not act in, questions that wait. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse } from '#test/support/conversation.ts';

const { common, cooperative, customer } = sentences.fr;
const start = (sentence: string) => sentence.slice(0, sentence.indexOf('{{'));

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const forNissae = { role: 'cooperative', of: 'nissae-bouchane' };

describe('whoever is only the second contact of a cooperative', () => {
  test('begins as a customer, and goes over and back by one word', async () => {
    const nadia = new Chat(house, 'nadia');
    expect(await nadia.say('bonjour')).toContain(customer.welcome);
    expect(await nadia.go('rôle', 'rôle')).toContain(customer.homeQuestion);
    expect(nadia.letters.at(-1)?.after).toBeUndefined();
    await nadia.go('1', '1');
    const session = await nadia.session();
    const there = await nadia.say('rôle');
    expect(there).toContain(start(common.nowAs));
    expect(there).toContain(cooperative.home);
    const back = await nadia.say('role');
    expect(back).toContain(start(common.nowAs));
    expect(await nadia.session()).toMatchObject({ flow: 'customer', value: session.value, context: session.context });
    expect((await nadia.session()).others).toHaveLength(1);
  });

  test('is told that a question waits, and a digit still answers the question before it', async () => {
    const nadia = new Chat(house, 'nadia');
    const before = (await nadia.session()).value;
    await nadia.tell({ type: 'question', kind: 'part', id: 'none', order: 'A7H4', for: forNissae });
    const [told = ''] = await nadia.settle();
    expect(told).toContain(start(common.waitsForRole));
    expect(told).not.toContain('1.');
    expect(await nadia.session()).toMatchObject({ flow: 'customer', value: before });
  });

  test('reads news of the cooperative without leaving the own question', async () => {
    const nadia = new Chat(house, 'nadia');
    const before = await nadia.session();
    const notice = { name: 'part.withdrawn', order: 'A7H4' };
    await nadia.tell({ type: 'notice', notice, for: forNissae });
    const [told = ''] = await nadia.settle();
    expect(told).toContain(start(common.newsForRole));
    expect(told).toContain('A7H4');
    const after = await nadia.session();
    expect(after).toMatchObject({ flow: 'customer', value: before.value, asked: before.asked });
  });
});

test('with more than one other role the person is asked which', async () => {
  const zineb = new Chat(house, 'zineb');
  expect(await zineb.say('bonjour')).toContain(cooperative.greeting);
  const asked = await zineb.say('rôle');
  expect(asked).toContain(common.whichRole);
  const there = await zineb.say('1');
  expect(there).toContain(start(common.nowAs));
  expect((await zineb.session()).flow).toBe('volunteer');
});

test('who has one role only is told so', async () => {
  const amina = new Chat(house, 'amina');
  await amina.say('bonjour');
  expect(await amina.say('rôle')).toContain(common.oneRole);
});

test('where the conversation of another role cannot be gone on with, one apology is enough: it begins anew', async () => {
  const nadia = new Chat(house, 'nadia');
  await nadia.go('role', 'role');
  const kept = JSON.parse(await nadia.state()) as { p: unknown[][] };
  await nadia.overwrite(JSON.stringify({ ...kept, p: kept.p.map((one) => one.with(3, 'a state of nowhere')) }));
  expect(await nadia.say('role')).toBe(common.turnFailed);
  const there = await nadia.say('role');
  expect(there).toContain(common.renewed);
  expect(there).toContain(cooperative.home);
});

test('a conversation kept by another version asks its question when the first news are for another role', async () => {
  const zineb = new Chat(house, 'zineb');
  const kept = JSON.parse(await zineb.state()) as Record<string, unknown>;
  await zineb.overwrite(JSON.stringify({ ...kept, v: 99, s: { gone: 'elsewhere' } }));
  const notice = { name: 'order.cancelled', order: 'A7H4' };
  await zineb.tell({ type: 'notice', notice, for: { role: 'customer', of: '' } });
  const [told = ''] = await zineb.settle();
  expect(told).toContain(common.renewed);
  expect(told).toContain('A7H4');
  expect((await zineb.session()).asked).toHaveLength(1);
});

test('a role that was taken away is left', async () => {
  const zineb = new Chat(house, 'zineb', { rolesOf: () => [] });
  await zineb.say('bonjour');
  expect((await zineb.session()).flow).toBe('customer');
});

test('staff who have written no word that tells are spoken to in the language agreed with them', async () => {
  const held = [{ ...forNissae, role: 'cooperative', language: 'fr' }] as const;
  const malika = new Chat(house, 'malika', { rolesOf: () => held });
  expect(await malika.say('1')).toContain(cooperative.greeting);
  expect((await malika.session()).language).toBeUndefined();
  expect(await malika.say('سلام')).toContain(sentences.ar.cooperative.greeting);
});

test('news for a role that was taken away are told to nobody, and what it knew is not kept', async () => {
  const volunteer = [{ role: 'volunteer', of: '' }] as const;
  const bound = new Chat(house, 'hind', { rolesOf: () => volunteer });
  await bound.go('bonjour', 'rôle');
  expect((await bound.session()).others).toHaveLength(1);
  const unbound = new Chat(house, 'hind', { rolesOf: () => [] });
  const notice = { name: 'help.asked', request: 'r1', who: 'Amina', words: 'mon numéro…' };
  await unbound.tell({ type: 'notice', notice, for: volunteer[0] });
  expect(await unbound.settle()).toEqual([]);
  expect(await unbound.session()).toMatchObject({ flow: 'customer', others: [] });
});

test('a role that was given a moment ago is told its news before it is known everywhere', async () => {
  const amal = new Chat(house, 'amal', { rolesOf: () => [], holds: async () => true });
  await amal.say('bonjour');
  await amal.tell({ type: 'notice', notice: { name: 'part.withdrawn', order: 'A7H4' }, for: forNissae });
  expect((await amal.settle()).join()).toContain('A7H4');
});

test('a session that does not say for whom its person acts goes on with its question', async () => {
  const held = [{ role: 'cooperative', of: 'nissae-bouchane' }] as const;
  const saida = new Chat(house, 'saida', { rolesOf: () => held });
  await saida.say('bonjour');
  const before = await saida.session();
  await saida.overwrite((await saida.state()).replace('"o":"nissae-bouchane",', ''));
  expect((await saida.session()).of).toBe('');
  expect(await saida.say('1')).not.toContain(cooperative.greeting);
  expect(await saida.session()).toMatchObject({ flow: 'cooperative', of: 'nissae-bouchane', version: before.version });
});
