import { beforeEach, describe, expect, test } from 'vitest';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = new FlowHarness(shelfFlow);
  chat.answers['shelf.expected'] = () => [
    { part: 'p1', order: 'A7H4', cooperative: 'zhour', lines: [{ product: 'miel-thym', quantity: 2 }], ready: true },
    { part: 'p2', order: 'B3K9', cooperative: 'zhour', lines: [{ product: 'tapis', quantity: 1 }], ready: false },
  ];
  chat.answers['shelf.waiting'] = () => [
    { order: 'A7H4', receiver: 'Amina', cash: 17_000 },
    { order: 'B3K9', receiver: 'Yassine', cash: 0 },
  ];
});

describe('What will arrive', () => {
  test('is read with its goods, and noted by digit', async () => {
    const said = await chat.type('1');
    expect(chat.text(said)).toBe(
      [
        'Commande A7H4, Coopérative Zhour :',
        'Miel de thym : 2 × 500 g (1 kg)',
        'Commande B3K9, Coopérative Zhour :',
        'Tapis artisanal : 1 pièce',
        '',
        "Qu'est-ce qui vient d'arriver ?",
        '1. Commande A7H4 : Coopérative Zhour, prête',
        '2. Commande B3K9 : Coopérative Zhour, en préparation',
        '0. Retour',
      ].join('\n'),
    );
    expect((await chat.type('1')).commands).toEqual([{ name: 'arrival.note', input: { part: 'p1' } }]);
    expect(chat.state).toBe('recording');
  });

  test('is noted, and can be taken back', async () => {
    await chat.type('1');
    await chat.type('1');
    const answer = { order: 'A7H4', undoUntil: chat.now + 120_000 };
    const done = await chat.send({ type: 'arrival.note.done', answer });
    expect(done.keys).toEqual(['shelf.arrived', 'staff.undoMinutes']);
    expect(chat.state).toBe('home');
    expect((await chat.send({ type: 'undo' })).commands).toEqual([{ name: 'answer.undo', input: {} }]);
    const undone = await chat.send({ type: 'answer.undo.done', answer: { what: 'arrival.note', order: 'A7H4' } });
    expect(undone.keys).toEqual(['staff.undoneArrival']);
  });

  test('may have been noted already', async () => {
    await chat.type('1');
    await chat.type('2');
    const refused = await chat.send({ type: 'arrival.note.refused', reason: 'notYet' });
    expect(refused.keys).toEqual(['common.refused_notYet']);
  });

  test('is not noted by a tap on an older list', async () => {
    expect(await chat.tap('arrived:p1')).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
  });

  test('is said to be nothing when it is', async () => {
    chat.answers['shelf.expected'] = () => [];
    expect((await chat.type('1')).keys).toEqual(['shelf.noneExpected']);
    expect(chat.state).toBe('home');
  });
});

describe('What waits for customers', () => {
  test('is read with names and prices', async () => {
    const said = await chat.type('2');
    expect(chat.text(said)).toContain(
      'Commande A7H4, pour Amina : 170 DH à payer.\nCommande B3K9, pour Yassine : rien à payer.',
    );
    await chat.type('0');
    expect(chat.state).toBe('home');
  });

  test('is said to be nothing when it is', async () => {
    chat.answers['shelf.waiting'] = () => [];
    expect((await chat.send({ type: 'orders' })).keys).toEqual(['shelf.noneWaiting']);
  });
});

describe('Four digits from the customer', () => {
  test.each(['home', '1', '2'])('hand over from everywhere: %s', async (before) => {
    if (before !== 'home') await chat.type(before);
    const said = await chat.send({ type: 'code', value: '4821' });
    expect(said.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
  });

  test.each([
    [17_000, 'keeper', 'Prenez 170 DH : tout est compris.'],
    [17_000, 'till', 'Ne prenez rien : le client paie 170 DH à la caisse.'],
    [0, 'before', "Ne prenez rien : c'est déjà payé."],
  ])('say what to take: %i centimes, %s', async (cash, cashier, text) => {
    await chat.send({ type: 'code', value: '4821' });
    const answer = { what: 'collected', order: 'A7H4', cash, left: 0, cashier };
    const done = await chat.send({ type: 'handover.confirm.done', answer });
    expect(chat.text(done)).toContain(`Le code est bon : commande A7H4.\n${text}\nRemettez-lui ensuite sa commande.`);
  });

  test('that mean nothing are answered kindly', async () => {
    await chat.send({ type: 'code', value: '0000' });
    expect((await chat.send({ type: 'handover.confirm.refused', reason: 'codeUnknown' })).keys).toEqual([
      'shelf.codeUnknown',
    ]);
    expect((await chat.send({ type: 'handover.confirm.refused', reason: 'tooManyTries' })).keys).toEqual([
      'common.refused_tooManyTries',
    ]);
    expect((await chat.send({ type: 'handover.confirm.refused', reason: 'alreadyAnswered' })).keys).toEqual([
      'staff.codeUsed',
    ]);
  });
});

describe('A shelf keeper', () => {
  test('is told what will come and what is complete', async () => {
    const expected = { name: 'shelf.expected', order: 'A7H4', cooperatives: ['zhour'] };
    expect(chat.text(await chat.send({ type: 'notice', notice: expected }))).toContain(
      'Commande A7H4 : elle va arriver au rayon, préparée par Coopérative Zhour.',
    );
    const complete = { name: 'shelf.complete', order: 'A7H4', receiver: 'Amina', cash: 17_000 };
    const said = await chat.send({ type: 'notice', notice: complete });
    expect(chat.text(said)).toContain(
      'gardez-la pour Amina. La personne qui vient la chercher vous dira 4 chiffres.\nÀ payer au retrait : 170 DH.',
    );
  });

  test('is answered kindly for every global word', async () => {
    for (const type of ['help', 'basket', 'again', 'forget', 'stop', 'privacy', 'yes', 'no', 'hello']) {
      expect((await chat.send({ type })).keys, type).toHaveLength(1);
    }
    for (const type of ['menu', 'back', 'language', 'question.gone']) {
      expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
    }
  });

  test('calls a volunteer, and says in words what for', async () => {
    expect((await chat.type('6')).commands).toEqual([{ name: 'help.ask', input: {} }]);
    expect((await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } })).keys).toEqual([
      'staff.volunteerCalled',
    ]);
    expect((await chat.send({ type: 'text', text: 'La clé est perdue' })).commands).toEqual([
      { name: 'help.ask', input: { words: 'La clé est perdue' } },
    ]);
  });

  test('is told what concerns anybody', async () => {
    const said = await chat.send({ type: 'notice', notice: { name: 'help.taken' } });
    expect(said.keys).toEqual(['staff.helpTaken']);
  });
});
