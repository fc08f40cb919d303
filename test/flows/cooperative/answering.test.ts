import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { answered, aPart, aQuestion } from '#test/support/staff-facts.ts';
import type { PartView } from '#trade/orders/order.ts';

let chat: FlowHarness;
let parts: Map<string, PartView>;

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  parts = new Map([
    ['p1', aPart('p1', 'A7H4')],
    ['p2', aPart('p2', 'B3K9')],
  ]);
  chat.answers['part.show'] = ({ part }) => parts.get(part) ?? null;
});

const ask = (id: string, order: string) => chat.send(aQuestion('part', id, order));

describe('A cooperative that is asked for a part', () => {
  test('reads its own lines, what it will receive, the day and how the goods leave', async () => {
    await ask('p1', 'A7H4');
    expect(chat.state).toBe('question.asking');
    expect(chat.prompt.binding).toBe(true);
    expect(chat.text()).toBe(
      [
        'Commande A7H4. Pouvez-vous la préparer ?',
        "Couscous d'orge (belboula) : 2 kg",
        'Miel de thym : 500 g',
        'Vous recevrez 170 DH, une fois la commande remise au client.',
        'À préparer pour : jeudi 26 novembre.',
        'Un distributeur viendra la chercher, pour Bouchane.',
        '1. Oui, nous acceptons',
        '2. Non, pas cette fois',
      ].join('\n'),
    );
  });

  test('brings the goods of a shelf order there itself, by the day that it reads', async () => {
    parts.set('p1', aPart('p1', 'A7H4', { way: { kind: 'shelf', shelf: 'youssoufia' } }));
    await ask('p1', 'A7H4');
    expect(chat.text()).toContain(
      'À apporter ici : Rayon de Youssoufia.\nÀ apporter au plus tard : jeudi 26 novembre.\n1.',
    );
    expect(chat.text()).not.toContain('À préparer pour');
  });

  test('reads no day for a shelf order that has none', async () => {
    const { day: _, ...dayless } = aPart('p1', 'A7H4', { way: { kind: 'shelf', shelf: 'youssoufia' } });
    parts.set('p1', dayless);
    await ask('p1', 'A7H4');
    expect(chat.text()).toContain('À apporter ici : Rayon de Youssoufia.\n1.');
  });

  test('accepts with 1 and is thanked once it is recorded', async () => {
    await ask('p1', 'A7H4');
    const yes = await chat.type('1');
    expect(yes.commands).toEqual([{ name: 'part.accept', input: { part: 'p1' } }]);
    expect(chat.state).toBe('recording');
    expect(chat.prompt.lines).toEqual([{ key: 'staff.recording' }]);
    const done = await chat.send(answered('part.accept', 'A7H4'));
    expect(done.keys).toEqual(['cooperative.accepted', 'cooperative.acceptedNext']);
    expect(chat.state).toBe('home');
  });

  test.each(['yes', 'no'])('may say %s in words', async (word) => {
    await ask('p1', 'A7H4');
    const said = await chat.send({ type: word });
    expect(said.commands).toEqual(word === 'yes' ? [{ name: 'part.accept', input: { part: 'p1' } }] : []);
    expect(chat.state).toBe(word === 'yes' ? 'recording' : 'question.reasons');
  });

  test.each([
    ['1', 'outOfStock'],
    ['2', 'notEnoughTime'],
    ['3', 'away'],
  ])('refuses with 2, then gives the reason with %s', async (digit, cause) => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    const said = await chat.type(digit);
    expect(said.commands).toEqual([{ name: 'part.refuse', input: { part: 'p1', cause } }]);
  });

  test('gives another reason in words', async () => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    await chat.type('4');
    expect(chat.prompt.expects).toBe('text');
    const said = await chat.send({ type: 'text', text: 'le four est en panne' });
    expect(said.commands).toEqual([
      { name: 'part.refuse', input: { part: 'p1', cause: 'other', words: 'le four est en panne' } },
    ]);
    const done = await chat.send(answered('part.refuse', 'A7H4'));
    expect(done.keys).toEqual(['cooperative.refused']);
  });

  test('gives another reason without words with 0', async () => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    await chat.type('4');
    expect((await chat.type('0')).commands).toEqual([{ name: 'part.refuse', input: { part: 'p1', cause: 'other' } }]);
  });

  test('goes back from the reasons to the question', async () => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    await chat.type('4');
    await chat.send({ type: 'back' });
    expect(chat.state).toBe('question.reasons');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
    expect((await chat.send({ type: 'back' })).keys).toEqual(['staff.answerFirst']);
  });

  test('hears why its answer was not taken', async () => {
    await ask('p1', 'A7H4');
    await chat.type('1');
    const refused = await chat.send({ type: 'part.accept.refused', reason: 'alreadyAnswered' });
    expect(refused.keys).toEqual(['common.refused_alreadyAnswered']);
    expect(chat.state).toBe('home');
  });

  test('types the code of another order in between and is asked again', async () => {
    await ask('p1', 'A7H4');
    const code = await chat.send({ type: 'code', value: '4821' });
    expect(code.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
    await chat.send({
      type: 'handover.confirm.done',
      answer: { what: 'pickedUp', order: 'C2M6', cash: 0, left: 0 },
    });
    expect(chat.state).toBe('question.asking');
    expect((await chat.type('1')).commands).toEqual([{ name: 'part.accept', input: { part: 'p1' } }]);
  });

  test('looks at its orders in between and is asked again', async () => {
    chat.answers['parts.open'] = () => [...parts.values()];
    await ask('p1', 'A7H4');
    await chat.send({ type: 'orders' });
    expect(chat.state).toBe('orders.list');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
  });

  test('gets a kind line for every global word and the question stays open', async () => {
    await ask('p1', 'A7H4');
    for (const type of ['menu', 'help', 'basket', 'forget', 'again', 'stop', 'privacy', 'hello', 'back']) {
      expect((await chat.send({ type })).keys, type).toHaveLength(1);
      expect(chat.state, type).toBe('question.asking');
    }
    expect((await chat.send({ type: 'language', value: 'ar' })).handled).toBe(true);
    expect((await chat.send({ type: 'volunteer' })).commands).toEqual([{ name: 'help.ask', input: {} }]);
    await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    expect(chat.state).toBe('help.writing');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
  });
});
