import { beforeEach, describe, expect, test } from 'vitest';
import { distributorFlow } from '#flows/distributor/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { anOffer, answered, aQuestion, aQuestionGone, aReminder } from '#test/support/staff-facts.ts';
import type { OfferView } from '#trade/deliveries/delivery.ts';

let chat: FlowHarness;
let offers: Map<string, OfferView>;

beforeEach(() => {
  chat = new FlowHarness(distributorFlow);
  offers = new Map([
    ['o1', anOffer('o1', 'A7H4')],
    ['o2', anOffer('o2', 'B3K9')],
  ]);
  chat.answers['offer.show'] = ({ offer }) => offers.get(offer) ?? null;
});

const ask = (id: string, order: string) => chat.send(aQuestion('offer', id, order));

describe('An offer', () => {
  test('says everything that decides it', async () => {
    offers.set('o1', anOffer('o1', 'A7H4', { awkward: ['tapis'] }));
    await ask('o1', 'A7H4');
    expect(chat.prompt.binding).toBe(true);
    expect(chat.text()).toBe(
      [
        'Commande A7H4 : pouvez-vous la livrer ? Jour : jeudi 26 novembre.',
        'À prendre chez Coopérative Zhour, Bouchane.',
        'À livrer : Bouchane.',
        'Poids : 2,7 kg.',
        'Gros ou difficile à porter : Tapis artisanal.',
        'Pour vous : 20 DH, en entier.',
        'À encaisser chez le client : 190 DH. Votre part est dedans, le reste est aux coopératives.',
        '1. Oui, je la livre',
        '2. Non, pas cette fois',
        'Répondez avant 9 h 20. Ensuite, nous demandons à un autre distributeur.',
      ].join('\n'),
    );
  });

  test('says by when in Arabic', async () => {
    await ask('o1', 'A7H4');
    expect(chat.text(undefined, 'ar')).toMatch(/أجيبوا قبل .*9:20.*\. بعدها نسأل موزّعا آخر\./u);
  });

  test('that still waits is asked again by a reminder', async () => {
    await ask('o1', 'A7H4');
    const said = await chat.send(aReminder('offer', 'o1', 'A7H4'));
    expect(chat.text(said)).toContain('Commande A7H4 : nous attendons encore votre réponse.');
    expect(chat.text(said)).toContain('1. Oui, je la livre');
    await chat.type('2');
    await chat.send(answered('offer.refuse', 'A7H4'));
    await chat.send(aReminder('offer', 'o2', 'B3K9'));
    expect(chat.text()).toContain('Commande B3K9 : pouvez-vous la livrer ?');
  });

  test('that was paid before asks for no cash', async () => {
    offers.set('o1', anOffer('o1', 'A7H4', { cash: 0 }));
    await ask('o1', 'A7H4');
    expect(chat.text()).toContain("Rien à encaisser chez le client : c'est déjà payé.");
  });

  test('is taken with 1', async () => {
    await ask('o1', 'A7H4');
    expect((await chat.type('1')).commands).toEqual([{ name: 'offer.take', input: { offer: 'o1' } }]);
    expect(chat.state).toBe('recording');
    const done = await chat.send(answered('offer.take', 'A7H4'));
    expect(done.keys).toEqual(['distributor.taken', 'distributor.takenNext']);
    expect(chat.state).toBe('home');
  });

  test('is refused with 2, without a reason', async () => {
    await ask('o1', 'A7H4');
    expect((await chat.type('2')).commands).toEqual([{ name: 'offer.refuse', input: { offer: 'o1' } }]);
    const done = await chat.send(answered('offer.refuse', 'A7H4'));
    expect(done.keys).toEqual(['distributor.refused']);
  });

  test.each([
    ['yes', 'offer.take'],
    ['no', 'offer.refuse'],
  ])('is answered by %s in words', async (word, name) => {
    await ask('o1', 'A7H4');
    expect((await chat.send({ type: word })).commands).toEqual([{ name, input: { offer: 'o1' } }]);
  });

  test('that somebody else has taken is said to be gone', async () => {
    await ask('o1', 'A7H4');
    await chat.type('1');
    const refused = await chat.send({ type: 'offer.take.refused', reason: 'offerGone' });
    expect(refused.keys).toEqual(['common.refused_offerGone']);
    expect(chat.state).toBe('home');
  });

  test('waits behind the open one and is asked next', async () => {
    await ask('o1', 'A7H4');
    expect((await ask('o2', 'B3K9')).keys).toEqual(['staff.waiting']);
    await chat.type('2');
    await chat.send(answered('offer.refuse', 'A7H4'));
    expect(chat.text()).toContain('Commande B3K9 : pouvez-vous la livrer ?');
  });

  test('that lapsed while it waited is passed over, saying so', async () => {
    await ask('o1', 'A7H4');
    await ask('o2', 'B3K9');
    await chat.type('1');
    chat.now += 21 * 60_000;
    const done = await chat.send(answered('offer.take', 'A7H4'));
    expect(done.keys.at(-1)).toBe('staff.questionGone');
    expect(chat.state).toBe('home');
  });

  test('that lapses while it is open is closed', async () => {
    await ask('o1', 'A7H4');
    const gone = await chat.send(aQuestionGone('offer', 'o1', 'A7H4', 'lapsed'));
    expect(chat.text(gone)).toContain('Commande A7H4 : le délai est passé, nous demandons à un autre distributeur.');
    expect(chat.state).toBe('home');
  });

  test('that a volunteer gave to another is closed', async () => {
    await ask('o1', 'A7H4');
    expect((await chat.send(aQuestionGone('offer', 'o1', 'A7H4'))).keys).toEqual(['staff.questionGone']);
  });

  test('is never taken by a late tap on another', async () => {
    await ask('o1', 'A7H4');
    await ask('o2', 'B3K9');
    expect(await chat.tap('take:o2')).toMatchObject({ keys: ['staff.laterQuestion'], commands: [] });
    await chat.type('2');
    await chat.send(answered('offer.refuse', 'A7H4'));
    expect(await chat.tap('take:o1')).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
    expect(chat.context).toMatchObject({ open: ['offer', 'o2', 'B3K9'] });
  });

  test('survives a new version of the conversation', () => {
    const saved = { queue: [['offer', 'o2', 'B3K9']], open: ['offer', 'o1', 'A7H4'] };
    expect(distributorFlow.carryOver(saved)).toMatchObject({
      queue: [
        ['offer', 'o1', 'A7H4'],
        ['offer', 'o2', 'B3K9'],
      ],
    });
  });
});

describe('Four digits from the customer', () => {
  test('deliver in any state and say the cash', async () => {
    await ask('o1', 'A7H4');
    const code = await chat.send({ type: 'code', value: '4821' });
    expect(code.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
    const answer = { what: 'delivered', order: 'C2M6', cash: 19_000, left: 0 };
    const done = await chat.send({ type: 'handover.confirm.done', answer });
    expect(chat.text(done)).toContain('La commande C2M6 est livrée.\nVous avez encaissé 190 DH.');
    expect(chat.state).toBe('question.asking');
  });

  test('say that nothing is to be taken when it was paid', async () => {
    await chat.send({ type: 'code', value: '4821' });
    const answer = { what: 'delivered', order: 'C2M6', cash: 0, left: 0 };
    const done = await chat.send({ type: 'handover.confirm.done', answer });
    expect(done.keys).toEqual(['distributor.delivered', 'distributor.notCollected']);
  });

  test('that mean nothing are answered kindly', async () => {
    await chat.send({ type: 'code', value: '0000' });
    const refused = await chat.send({ type: 'handover.confirm.refused', reason: 'codeUnknown' });
    expect(chat.text(refused)).toContain("Il a 4 chiffres : demandez qu'on vous le redise");
  });
});

describe('News for a distributor', () => {
  test('give the codes to tell when all is ready', async () => {
    const ready = { name: 'pickup.ready', order: 'A7H4', stops: [{ cooperative: 'zhour', code: '4821' }] };
    expect(chat.text(await chat.send({ type: 'notice', notice: ready }))).toContain(
      'Commande A7H4 : tout est prêt, vous pouvez aller la chercher.\nChez Coopérative Zhour, Bouchane : dites 4821.',
    );
  });

  test.each([
    [0, 'Vous avez toute la commande A7H4'],
    [1, 'Il reste 1 coopérative.'],
    [2, 'Il reste 2 coopératives.'],
  ])('count the pick-ups that remain: %i', async (left, text) => {
    const done = { name: 'pickup.done', order: 'A7H4', cooperative: 'zhour', left };
    expect(chat.text(await chat.send({ type: 'notice', notice: done }))).toContain(text);
  });
});

describe('What a volunteer decides', () => {
  const told = async (notice: object) => chat.text(await chat.send({ type: 'notice', notice }));

  test('is told to the distributor who gets a delivery', async () => {
    expect(await told({ name: 'delivery.assigned', order: 'A7H4', commune: 'bouchane', day: '2026-11-26' })).toContain(
      'Commande A7H4 : un bénévole vous la confie, comme convenu. À livrer : Bouchane, jeudi 26 novembre.',
    );
  });

  test('is told to the one who sets out again, or brings the goods back', async () => {
    expect(await told({ name: 'delivery.again', order: 'A7H4' })).toContain(
      'Commande A7H4 : un bénévole vous demande de réessayer.\nLe code du client reste le même.',
    );
    expect(await told({ name: 'delivery.back', order: 'A7H4' })).toContain(
      "Commande A7H4 : ce n'est plus la peine de la livrer, il n'y a rien à encaisser.",
    );
  });
});

describe('The cash', () => {
  test('is told only when asked for: the total, their own, and what belongs to whom', async () => {
    chat.answers['cash.mine'] = () => ({
      total: 19_000,
      own: 2000,
      owed: [{ cooperative: 'zhour', amount: 17_000 }],
    });
    const said = await chat.type('2');
    expect(chat.text(said).split('\n\n')[0]).toBe(
      ['Vous avez 190 DH sur vous.', 'À vous : 20 DH.', 'À remettre à Coopérative Zhour : 170 DH.'].join('\n'),
    );
    expect(chat.state).toBe('cash.shown');
  });

  test('may be none', async () => {
    chat.answers['cash.mine'] = () => ({ total: 0, own: 0, owed: [] });
    expect((await chat.type('2')).keys).toEqual(['distributor.cashNone']);
  });
});

describe('A distributor', () => {
  test('is answered kindly for every global word, with or without an open offer', async () => {
    for (const state of ['home', 'question.asking']) {
      for (const type of ['help', 'basket', 'forget', 'again', 'stop', 'privacy', 'hello']) {
        expect((await chat.send({ type })).keys, type).toHaveLength(1);
      }
      for (const type of ['menu', 'back', 'language']) {
        expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
      }
      expect(chat.state).toBe(state);
      await ask('o1', 'A7H4');
    }
    expect((await chat.send({ type: 'volunteer' })).commands).toEqual([{ name: 'help.ask', input: {} }]);
    await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    expect(chat.state).toBe('help.writing');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
  });
});
