import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { answered, aPart, aQuestion } from '#test/support/staff-facts.ts';
import type { Product } from '#trade/catalogue/shop.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  const orders: Readonly<Record<string, string>> = { p1: 'A7H4', p2: 'B3K9' };
  chat.answers['part.show'] = ({ part }) => aPart(part, orders[part] ?? '');
});

const switchOff = (product: string) => ({ name: 'product.switch', input: { product, isOff: true } });
const switched = (undoUntil = 0) => chat.send({ type: 'product.switch.done', answer: { order: '', undoUntil } });

/** Refuses with the reason of that digit. */
async function refuse(digit: string) {
  await chat.send(aQuestion('part', 'p1', 'A7H4'));
  await chat.type('2');
  await chat.type(digit);
  return chat.send(answered('part.refuse', 'A7H4', chat.now + 120_000));
}

describe('A cooperative that refuses because there is none', () => {
  test('is asked at once whether customers shall still see the products', async () => {
    const done = await refuse('1');
    expect(done.keys).toEqual(['cooperative.refused', 'staff.undoMinutes']);
    expect(chat.text()).toBe(
      [
        "Les clients peuvent encore en commander : Couscous d'orge (belboula) et Miel de thym. Que faisons-nous ?",
        '1. Ne plus les proposer',
        '2. Les laisser en vente',
      ].join('\n'),
    );
    expect(chat.prompt.binding).toBeUndefined();
  });

  test('takes them off sale one after the other', async () => {
    await refuse('1');
    expect((await chat.type('1')).commands).toEqual([switchOff('couscous-orge')]);
    const next = await switched();
    expect([next.keys, next.commands]).toEqual([['cooperative.nowHidden'], [switchOff('miel-thym')]]);
    const last = await switched(chat.now + 120_000);
    expect([last.keys, last.commands]).toEqual([['cooperative.nowHidden', 'staff.undoMinutes'], []]);
    expect(chat.state).toBe('home');
    expect((await chat.send({ type: 'undo' })).commands).toEqual([{ name: 'answer.undo', input: {} }]);
  });

  test('leaves them on sale', async () => {
    await refuse('1');
    expect((await chat.type('2')).commands).toEqual([]);
    expect(chat.state).toBe('home');
    expect((await chat.tap('offSale:A7H4')).keys).toEqual(['staff.oldQuestion']);
  });

  test('is asked only about what is on sale', async () => {
    const products = new Map<string, Product>(chat.shop.products);
    const honey = products.get('miel-thym') as Product;
    products.set('miel-thym', { ...honey, stock: { kind: 'out' } });
    chat.shop = { ...chat.shop, products };
    await refuse('1');
    expect((await chat.type('1')).commands).toEqual([switchOff('couscous-orge')]);
    expect((await switched()).commands).toEqual([]);
  });

  test('is then asked for the next order, which the answer did not touch', async () => {
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    await chat.send(aQuestion('part', 'p2', 'B3K9'));
    await chat.type('2');
    await chat.type('1');
    await chat.send(answered('part.refuse', 'A7H4'));
    expect(chat.text()).toContain('1. Ne plus les proposer');
    await chat.type('1');
    await switched();
    await switched();
    expect(chat.state).toBe('question.asking');
    expect(chat.text()).toContain('Commande B3K9');
  });

  test('hears why a product could not be taken off, and nothing more is tried', async () => {
    await refuse('1');
    await chat.type('1');
    const refused = await chat.send({ type: 'product.switch.refused', reason: 'failed' });
    expect([refused.keys, refused.commands, chat.state]).toEqual([['common.refused_failed'], [], 'home']);
    expect((await chat.tap('offSale:A7H4')).keys).toEqual(['staff.oldQuestion']);
  });

  test('is not asked when there was no time for it', async () => {
    await refuse('2');
    expect(chat.text()).not.toContain('Ne plus les proposer');
  });
});
