import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { answered, aPart, aQuestion } from '#test/support/staff-facts.ts';
import type { OwnProduct } from '#trade/catalogue/requests.ts';

const minute = 60_000;

let chat: FlowHarness;
let own: OwnProduct[];

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  own = [
    { product: 'miel-thym', isOff: false, stock: { kind: 'counted', left: 3 } },
    { product: 'couscous-orge', isOff: false, stock: { kind: 'onDemand' } },
    { product: 'cumin-beldi', isOff: true, stock: { kind: 'counted', left: 4 } },
    { product: 'safran', isOff: false, stock: { kind: 'out' } },
  ];
  chat.answers['products.mine'] = () => own;
  chat.answers['part.show'] = ({ part }) => aPart(part, 'A7H4');
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index): OwnProduct => {
    return { product: `product-${index + 1}`, isOff: false, stock: { kind: 'onDemand' } };
  });

describe('The products of a cooperative', () => {
  test('are listed with how each stands', async () => {
    await chat.type('2');
    expect(chat.text()).toBe(
      [
        'Vos produits. Lequel voulez-vous voir ou changer ?',
        '1. Miel de thym : en vente, il en reste 3',
        "2. Couscous d'orge (belboula) : en vente, fait à la demande",
        '3. Cumin beldi : pas en vente',
        "4. Safran : il n'y en a plus",
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('home');
  });

  test('are counted in the right Arabic form', async () => {
    await chat.type('2');
    expect(chat.text(undefined, 'ar')).toContain('رقم 1: عسل الزعتر، يباع، الجاهز منه 3');
    own = [{ product: 'miel-thym', isOff: false, stock: { kind: 'counted', left: 2 } }];
    await chat.send({ type: 'products' });
    expect(chat.text(undefined, 'ar')).toContain('بقي منه اثنان جاهزان');
  });

  test('stand on pages of eight', async () => {
    own = many(17);
    await chat.type('2');
    expect(chat.prompt.choices).toHaveLength(10);
    await chat.type('9');
    expect(chat.prompt.choices[0]?.event).toBe('product:product-9');
    await chat.type('9');
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['product:product-17', 'back']);
  });

  test.each([
    [8, 9],
    [9, 10],
  ])('need a second page only beyond eight: %i', async (count, choices) => {
    own = many(count);
    await chat.type('2');
    expect(chat.prompt.choices).toHaveLength(choices);
  });

  test('are said to be none when there are none', async () => {
    own = [];
    expect((await chat.type('2')).keys).toEqual(['cooperative.noProducts']);
    expect(chat.state).toBe('home');
  });

  test('are also found by their name, and only its own', async () => {
    await chat.send({ type: 'product', value: 'safran' });
    expect(chat.state).toBe('products.one');
    expect((await chat.send({ type: 'product', value: 'tapis' })).keys).toEqual(['cooperative.notOwnProduct']);
  });
});

describe('One product', () => {
  test('shows what customers see and what can be changed', async () => {
    await chat.type('2');
    await chat.type('1');
    expect(chat.text()).toBe(
      [
        'Miel de thym : en vente. Les clients peuvent en commander 3, pas plus.',
        '1. Ne plus le vendre',
        '2. Dire combien sont prêts',
        '3. Fait à la demande',
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('products.list');
  });

  test('is taken off sale, with one line on what customers see and how to take it back', async () => {
    await chat.type('2');
    await chat.type('1');
    const off = await chat.type('1');
    expect(off.commands).toEqual([{ name: 'product.switch', input: { product: 'miel-thym', isOff: true } }]);
    own = own.map((one) => (one.product === 'miel-thym' ? { ...one, isOff: true } : one));
    const done = await chat.send(answered('product.switch', '', chat.now + 2 * minute));
    expect(done.keys).toEqual(['cooperative.nowHidden', 'staff.undoMinutes']);
    expect(chat.text(done)).toContain("C'est noté. Miel de thym : les clients ne peuvent plus en commander.");
    expect(chat.text()).toContain('1. Miel de thym : pas en vente');
  });

  test('is sold again, with what is left of it', async () => {
    await chat.type('2');
    await chat.type('3');
    expect(chat.text()).toContain('1. Le vendre de nouveau');
    const on = await chat.type('1');
    expect(on.commands).toEqual([{ name: 'product.switch', input: { product: 'cumin-beldi', isOff: false } }]);
    const done = await chat.send(answered('product.switch', ''));
    expect(chat.text(done)).toContain('Cumin beldi : les clients peuvent en commander 4, pas plus.');
  });

  test.each([
    ['7', 7, 'les clients peuvent en commander 7, pas plus'],
    ['1', 1, 'les clients peuvent en commander 1, pas plus'],
  ])('has as many ready as are typed: %s', async (value, left, text) => {
    await chat.type('2');
    await chat.type('1');
    await chat.type('2');
    expect(chat.prompt.expects).toBe('number');
    expect(chat.text()).toContain('Miel de thym, 500 g : combien en avez-vous de prêts ?');
    const typed = await chat.send({ type: 'number', value });
    expect(typed.commands).toEqual([{ name: 'product.stock', input: { product: 'miel-thym', left } }]);
    expect(chat.text(await chat.send(answered('product.stock', '')))).toContain(text);
  });

  test('has none ready with 0, and stays as it is with a word', async () => {
    await chat.type('2');
    await chat.type('1');
    await chat.type('2');
    await chat.send({ type: 'back' });
    expect(chat.state).toBe('products.one');
    await chat.type('2');
    const none = await chat.type('0');
    expect(none.commands).toEqual([{ name: 'product.stock', input: { product: 'miel-thym', left: 0 } }]);
    expect((await chat.send(answered('product.stock', ''))).keys).toEqual(['cooperative.nowNone']);
  });

  test('is made on demand', async () => {
    await chat.type('2');
    await chat.type('1');
    const onDemand = await chat.type('3');
    expect(onDemand.commands).toEqual([{ name: 'product.stock', input: { product: 'miel-thym', left: null } }]);
    expect((await chat.send(answered('product.stock', ''))).keys).toEqual(['cooperative.nowOnDemand']);
  });

  test('is changed by a tap on its own menu only', async () => {
    await chat.type('2');
    await chat.type('1');
    const other = await chat.tap('hide:couscous-orge');
    expect(other.commands).toEqual([{ name: 'product.switch', input: { product: 'couscous-orge', isOff: true } }]);
    await chat.send({ type: 'product.switch.refused', reason: 'notYours' });
    expect((await chat.tap('hide:tapis')).keys).toEqual(['staff.oldQuestion']);
    expect((await chat.tap('count:tapis')).keys).toEqual(['staff.oldQuestion']);
  });

  test('is counted to the end before a question that arrives', async () => {
    await chat.type('2');
    await chat.type('1');
    await chat.type('2');
    expect((await chat.send(aQuestion('part', 'p1', 'A7H4'))).keys).toEqual(['staff.waitingHere']);
    await chat.send({ type: 'number', value: '5' });
    await chat.send(answered('product.stock', ''));
    expect(chat.state).toBe('question.asking');
  });
});
