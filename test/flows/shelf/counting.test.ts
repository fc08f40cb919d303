import { beforeEach, describe, expect, test } from 'vitest';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = new FlowHarness(shelfFlow);
  chat.answers['shelf.stock'] = () => [
    { product: 'miel-thym', left: 3 },
    { product: 'couscous-orge', left: 12 },
    { product: 'tapis', left: 0 },
  ];
});

const type = (text: string) => chat.send({ type: 'text', text });

describe('The evening count', () => {
  test('shows what the shelf sells in the form in which it is typed back', async () => {
    await chat.type('4');
    expect(chat.text()).toBe(
      [
        'Comptez ce qui est libre au rayon, sans ce qui est mis de côté. Dans nos comptes :',
        '1=3 : Miel de thym, 500 g',
        "2=12 : Couscous d'orge (belboula), 1 kg",
        '3=0 : Tapis artisanal, 1 pièce',
        'Écrivez seulement ce qui a changé. Par exemple, 1=7 2=12 : il reste 7 du numéro 1 et 12 du numéro 2.',
        "1. Rien n'a changé",
        '0. Retour',
      ].join('\n'),
    );
    expect(chat.text(undefined, 'ar')).toContain('المنتوج \u20661=3\u2069: عسل الزعتر، 500 غرام');
  });

  test('is confirmed with what was sold and what has come', async () => {
    await chat.type('4');
    await type('1=1 3=2');
    expect(chat.text()).toBe(
      [
        "D'après votre compte :",
        'Vendu : Miel de thym, 2 × 500 g (1 kg), soit 240 DH.',
        'Vendu en tout : 240 DH.',
        'Arrivé en plus : Tapis artisanal, 2 pièces.',
        'Est-ce juste ?',
        "1. Oui, c'est juste",
        '2. Corriger ou ajouter',
      ].join('\n'),
    );
    expect(chat.prompt.binding).toBe(true);
    expect((await chat.type('1')).commands).toEqual([
      {
        name: 'shelf.count',
        input: {
          counts: [
            { product: 'miel-thym', left: 1 },
            { product: 'tapis', left: 2 },
          ],
        },
      },
    ]);
  });

  test('asks in words about a line that counts far more than the books', async () => {
    await chat.type('4');
    await type('1=16 2=34 3=10');
    expect(chat.text()).not.toContain('est-ce bien cela');
    await type('2=120 3=11');
    expect(chat.text()).toContain(
      [
        "Couscous d'orge (belboula) : 120 kg au lieu de 12 kg dans nos comptes, est-ce bien cela ?",
        'Tapis artisanal : 11 pièces au lieu de 0 pièce dans nos comptes, est-ce bien cela ?',
        'Est-ce juste ?',
      ].join('\n'),
    );
  });

  test('tells what was noted, by the books of that moment, and for how long it can be taken back', async () => {
    await chat.type('4');
    await type('1=1');
    await chat.type('1');
    const answer = {
      ...{ order: '', undoUntil: chat.now + 120_000, received: [], total: 24_000 },
      sold: [{ product: 'miel-thym', quantity: 2, amount: 24_000 }],
    };
    const done = await chat.send({ type: 'shelf.count.done', answer });
    expect(done.keys).toEqual(['shelf.countNoted', 'shelf.countSold', 'shelf.countTotal', 'staff.undoMinutes']);
    expect((await chat.send({ type: 'undo' })).commands).toEqual([{ name: 'answer.undo', input: {} }]);
    const undone = await chat.send({ type: 'answer.undo.done', answer: { what: 'shelf.count' } });
    expect([undone.keys, chat.state]).toEqual([['staff.undoneCount'], 'home']);
  });

  test('keeps what was understood, names what was not, and goes on from there', async () => {
    await chat.type('4');
    const said = await type('1=1 2=x 3=2');
    expect(chat.text(said)).toBe(
      [
        "Nous n'avons pas compris : 2=x",
        '',
        'Compris et gardé :',
        '1=1 : Miel de thym, 500 g',
        '3=2 : Tapis artisanal, 1 pièce',
        'Écrivez ce qui manque, sous la forme 1=7.',
        "1. J'ai fini de compter",
        '2. Revoir la liste',
        '0. Retour',
      ].join('\n'),
    );
    await type('2=10');
    expect((await chat.type('1')).commands[0]?.input).toMatchObject({
      counts: [{ left: 1 }, { left: 2 }, { left: 10 }],
    });
  });

  test('says so when nothing in a message was a count', async () => {
    await chat.type('4');
    expect(chat.text(await type('bonsoir à tous'))).toContain("Nous n'avons pas compris : bonsoir, à et tous");
    expect(chat.text()).toContain('Écrivez seulement ce qui a changé.');
    expect(chat.text()).not.toContain('Miel de thym');
    await chat.type('2');
    expect(chat.state).toBe('count.list');
    expect(chat.text()).toContain('1=3 : Miel de thym, 500 g');
  });

  test('loses nothing to a greeting', async () => {
    await chat.type('4');
    await type('1=1 pas encore fini');
    await chat.send({ type: 'hello' });
    expect(chat.state).toBe('count.unclear');
    await chat.type('2');
    await chat.send({ type: 'hello' });
    expect(chat.state).toBe('count.list');
    await type('2=11');
    expect(chat.text()).toContain('Vendu : Miel de thym, 2 × 500 g (1 kg), soit 240 DH.');
  });

  test('is corrected without typing everything again', async () => {
    await chat.type('4');
    await type('1=1 2=2');
    await chat.type('2');
    expect(chat.text()).toContain('2=2');
    expect(chat.text()).toContain("1. J'ai fini de compter");
    await chat.type('1');
    await type('2=11');
    expect(chat.text()).toContain("Vendu : Couscous d'orge (belboula), 1 kg, soit 120 DH.");
    expect((await chat.send({ type: 'yes' })).commands[0]?.input).toMatchObject({
      counts: [{ left: 1 }, { left: 11 }],
    });
  });

  test('is one digit when nothing has changed, by the books of that moment', async () => {
    await chat.type('4');
    chat.answers['shelf.stock'] = () => [{ product: 'miel-thym', left: 2 }];
    expect((await chat.type('1')).commands).toEqual([
      { name: 'shelf.count', input: { counts: [{ product: 'miel-thym', left: 2 }] } },
    ]);
    const answer = { order: '', undoUntil: 0, sold: [], received: [], total: 0 };
    expect((await chat.send({ type: 'shelf.count.done', answer })).keys).toEqual([
      'shelf.countNoted',
      'shelf.countNothing',
    ]);
  });

  test('is not confirmed by a late tap on the yes of another count', async () => {
    await chat.type('4');
    await type('1=1');
    expect((await chat.tap('counted:another')).keys).toEqual(['staff.oldQuestion']);
    await chat.send({ type: 'menu' });
    expect((await chat.tap('counted:fresh')).commands).toEqual([]);
  });

  test('is not interrupted by a question, which comes after it', async () => {
    await chat.type('4');
    const said = await chat.send({ type: 'question', kind: 'reservation', id: 'r1', order: 'A7H4' });
    expect([said.keys, chat.state]).toEqual([['staff.waitingHere'], 'count.list']);
    await type('1=1');
    expect(chat.state).toBe('count.confirming');
  });

  test('comes in pages of twenty, with numbers that go on', async () => {
    chat.answers['shelf.stock'] = () => Array.from({ length: 45 }, (_, n) => ({ product: `p${n + 1}`, left: n }));
    await chat.type('4');
    expect(chat.text()).toContain('20=19');
    expect(chat.text()).not.toContain('21=20');
    await type('3=1 x');
    await chat.type('2');
    await chat.type('2');
    expect(chat.text()).toContain('21=20');
    await type('45=40');
    expect((await chat.type('1')).commands[0]?.input).toEqual({
      counts: [
        { product: 'p3', left: 1 },
        { product: 'p45', left: 40 },
      ],
    });
  });

  test('is not asked of a shelf that sells nothing', async () => {
    chat.answers['shelf.stock'] = () => [];
    expect((await chat.type('4')).keys).toEqual(['shelf.sellsNothing']);
  });
});
