/** Which question an answer belongs to, what is not understood, and how much of it all is kept. */
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse, toSummary } from '#test/support/conversation.ts';

const { common, customer, orders } = sentences.fr;
const start = (sentence: string) => sentence.slice(0, sentence.indexOf('{{'));

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a digit typed before the summary had left', () => {
  test('belongs to the question before it, and is no yes', async () => {
    const amina = new Chat(house, 'early');
    await amina.go(...toSummary.slice(0, -1));
    await amina.write('1');
    const [summary] = await amina.turn({ kept: true });
    expect(summary).toContain(customer.confirmQuestion);
    await amina.write('1');
    const [again] = await amina.turn();
    expect(again).toContain(customer.confirmQuestion);
    expect(await amina.orders()).toBe(0);
    expect(await amina.say('1')).toContain(orders.placed.slice(0, 12));
    expect(await amina.orders()).toBe(1);
  });

  test('that the older question did not offer has the summary put again', async () => {
    const amina = new Chat(house, 'early-word');
    await amina.go(...toSummary.slice(0, -1));
    await amina.write('1');
    await amina.turn({ kept: true });
    await amina.write('oui');
    const [again = ''] = await amina.turn();
    expect(again.startsWith(common.answerAgain)).toBe(true);
    expect(again).toContain(customer.confirmQuestion);
    expect(await amina.orders()).toBe(0);
  });
});

test('what is not understood has the question put again, and after the second time comes the menu', async () => {
  const amina = new Chat(house, 'missed');
  const question = await amina.go('bonjour', '1');
  expect(await amina.say('xyzzy')).toBe(`${common.notUnderstood}\n\n${question}`);
  const menu = await amina.say('xyzzy xyzzy');
  expect(menu).toContain(common.notUnderstoodAgain);
  expect(menu).toContain(customer.homeQuestion);
  await amina.say('1');
  expect(await amina.say('xyzzy')).toContain(common.notUnderstood);
});

test("the words of a choice on offer are that choice, in either language; a promise takes no other's words", async () => {
  const amina = new Chat(house, 'words');
  await amina.go('bonjour');
  expect(await amina.say('les PRODUITS')).toContain(customer.productsQuestion);
  await amina.say('0');
  expect(await amina.say('المنتوجات')).toContain(customer.productsQuestion);
  const sara = new Chat(house, 'words-promise');
  await sara.go(...toSummary);
  expect(await sara.say(customer.labelLater)).toContain(common.notUnderstood);
});

test('a shelf keeper who never wrote is told news with the choices to answer by', async () => {
  const keeper = new Chat(house, 'shelf:youssoufia');
  await keeper.tell({
    type: 'notice',
    notice: { name: 'shelf.expected', order: 'A7H4', cooperatives: ['chahd-jbilate'] },
  });
  const [news = ''] = await keeper.settle();
  expect(news).toContain('A7H4');
  expect((await keeper.session()).asked.at(-1)?.offered.map(([digit]) => digit)).toContain('1');
  const more = { name: 'shelf.expected', order: 'B8K2', cooperatives: ['chahd-jbilate'] };
  await keeper.tell({ type: 'notice', notice: more });
  const [second = ''] = await keeper.settle();
  expect(second).toContain('B8K2');
  expect(second.split('\n')).toHaveLength(1);
});

describe('the session', () => {
  const most = 1536;

  test.each([
    ['fr', ['bonjour', '1', '1', '1', '2', '3', '2', '1', '3', '3', '4', '1', '2', '3', '4', 'ma sélection']],
    ['ar', ['السلام عليكم', '1', '1', '1', '2', '3', '2', '1', '3', '3', '4', '1', '2', '3', '4', 'قفتي']],
  ])('stays within 1.5 KB with three products in the selection, in %s', async (language, texts) => {
    const amina = new Chat(house, `size-${language}`);
    const sizes: number[] = [];
    const rest = ['1', 'Amina Rahali', '5', 'Douar Oulad Sidi, maison bleue, après la mosquée', '1', '1'];
    for (const text of [...texts, ...rest, '0612345678', '1']) {
      await amina.say(text);
      sizes.push(Buffer.byteLength(await amina.state()));
    }
    const { context, language: spoken, asked } = await amina.session();
    expect((context as { lines: unknown[] }).lines).toHaveLength(3);
    expect(spoken).toBe(language);
    expect(asked.at(-1)?.offered[0]?.[1]).toMatch(/^confirm:/);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
  });
});

test('a photo is shown with the card, and not again when something was not understood', async () => {
  const amina = new Chat(house, 'photo');
  await amina.go('bonjour', '1', '1');
  const pictured = () => amina.letters.map(({ image }) => image?.source);
  await amina.say('1');
  expect(pictured()).toEqual(['shop/miel-thym.jpg']);
  await amina.say('xyzzy');
  expect(pictured()).toEqual([undefined]);
});

test('whoever is asked for an address keeps that question, however often it is not understood', async () => {
  const amina = new Chat(house, 'address');
  const asked = await amina.go(...toSummary.slice(0, 8));
  expect(await amina.say('?')).toContain(common.notUnderstood);
  expect(await amina.say('!!')).toContain(common.notUnderstood);
  expect(await amina.say('...')).toBe(`${common.notUnderstood}\n\n${asked}`);
});

test('a yes to a question in passing is no yes to the promise that was asked for before it', async () => {
  const amina = new Chat(house, 'in-passing');
  await amina.go(...toSummary);
  const refused = [{ cooperative: 'zhour', cause: 'away', products: ['miel-thym'] }];
  const answered = { name: 'order.answered', order: 'A7H4', accepted: ['zhour'], refused, total: 7500 };
  await amina.tell({ type: 'notice', notice: answered });
  expect((await amina.settle()).join()).toContain(orders.restQuestion);
  const again = await amina.say('oui');
  expect(again).toContain(customer.confirmQuestion);
  expect(await amina.orders()).toBe(0);
  expect(await amina.say('oui')).toContain(orders.placed.slice(0, 12));
});

describe('a question that is put again', () => {
  test('leaves out what was told with a card or a cooperative, unless the language is another', async () => {
    const amina = new Chat(house, 'told-once');
    const card = await amina.go('bonjour', '1', '1', '1');
    const [title = ''] = card.split('\n');
    const again = await amina.say('xyzzy');
    expect(card).toContain(start(customer.madeBy));
    expect(again.startsWith(`${common.notUnderstood}\n\n${title}\n`)).toBe(true);
    expect(again).toContain(customer.howMany);
    expect(again).not.toContain(start(customer.madeBy));
    expect(await amina.say('arabe')).toContain('المكوّنات');
    await amina.say('français');
    const story = await amina.say('la coopérative');
    expect(story).toContain('Jours de travail');
    const question = await amina.say('xyzzy');
    expect(question).toContain(customer.cooperativeProducts);
    expect(question).not.toContain('Jours de travail');
  });

  test('is not the whole first notice', async () => {
    const amina = new Chat(house, 'greeted-once');
    await amina.say('bonjour');
    expect(amina.letters.at(-1)?.after).toContain(customer.writeFreely);
    expect(await amina.say('xyzzy')).toContain(customer.homeQuestion);
    expect(amina.letters.at(-1)?.after).toBeUndefined();
  });
});

describe('a part of a label', () => {
  test('is its choice where it names one only, in either language', async () => {
    const amina = new Chat(house, 'places');
    await amina.go('bonjour', '1', '8');
    expect(await amina.say('benguerir')).toContain('Benguerir');
    expect((await amina.session()).value).toBe('list');
    const nora = new Chat(house, 'places-ar');
    await nora.go('سلام', '1', '1', '1', '1', '2', 'نورة البركاوي');
    expect((await nora.session()).value).toEqual({ checkout: 'shelf' });
    await nora.say('اليوسفية');
    expect((await nora.session()).value).toEqual({ checkout: 'summary' });
  });

  test('is not understood where it names several, or too little', async () => {
    const amina = new Chat(house, 'several');
    await amina.go('bonjour', '1', '8');
    expect(await amina.say('rayon')).toContain(common.notUnderstood);
    // A shelf and a province.
    expect(await amina.say('youssoufia')).toContain(common.notUnderstoodAgain);
  });
});
