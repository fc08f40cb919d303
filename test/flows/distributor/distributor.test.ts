import { beforeEach, describe, expect, test } from 'vitest';
import { distributorFlow } from '#flows/distributor/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { anOffer, aQuestion, aQuestionGone, aRoundStop } from '#test/support/staff-facts.ts';
import type { OfferView, RoundStop } from '#trade/deliveries/delivery.ts';

let chat: FlowHarness;
let offers: Map<string, OfferView>;
let round: RoundStop[];

beforeEach(() => {
  chat = new FlowHarness(distributorFlow);
  offers = new Map([
    ['o1', anOffer('o1', 'A7H4')],
    ['o2', anOffer('o2', 'B3K9')],
  ]);
  round = [];
  chat.answers['offer.show'] = ({ offer }) => offers.get(offer) ?? null;
  chat.answers['round.mine'] = () => round;
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
        'Vous avez 20 minutes pour répondre. Ensuite, nous demandons à un autre distributeur.',
      ].join('\n'),
    );
  });

  test('counts the minutes that are left when it is read again', async () => {
    await ask('o1', 'A7H4');
    chat.now += 18.5 * 60_000;
    expect(chat.text(undefined, 'ar')).toContain('بقيت لكم دقيقتان للجواب');
    chat.now += 60_000;
    expect(chat.text()).toContain('Vous avez 1 minute pour répondre.');
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
    const done = await chat.send({ type: 'offer.take.done', answer: { order: 'A7H4' } });
    expect(done.keys).toEqual(['distributor.taken', 'distributor.takenNext']);
    expect(chat.state).toBe('home');
  });

  test('is refused with 2, without a reason', async () => {
    await ask('o1', 'A7H4');
    expect((await chat.type('2')).commands).toEqual([{ name: 'offer.refuse', input: { offer: 'o1' } }]);
    const done = await chat.send({ type: 'offer.refuse.done', answer: { order: 'A7H4' } });
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
    await chat.send({ type: 'offer.refuse.done', answer: { order: 'A7H4' } });
    expect(chat.text()).toContain('Commande B3K9 : pouvez-vous la livrer ?');
  });

  test('that lapsed while it waited is passed over, saying so', async () => {
    await ask('o1', 'A7H4');
    await ask('o2', 'B3K9');
    await chat.type('1');
    chat.now += 21 * 60_000;
    const done = await chat.send({ type: 'offer.take.done', answer: { order: 'A7H4' } });
    expect(done.keys.at(-1)).toBe('staff.questionGone');
    expect(chat.state).toBe('home');
  });

  test('that lapses while it is open is closed', async () => {
    await ask('o1', 'A7H4');
    expect((await chat.send(aQuestionGone('offer', 'o1', 'A7H4'))).keys).toEqual(['staff.questionGone']);
    expect(chat.state).toBe('home');
  });

  test('is never taken by a late tap on another', async () => {
    await ask('o1', 'A7H4');
    await ask('o2', 'B3K9');
    expect(await chat.tap('take:o2')).toMatchObject({ keys: ['staff.laterQuestion'], commands: [] });
    await chat.type('2');
    await chat.send({ type: 'offer.refuse.done', answer: { order: 'A7H4' } });
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

describe('The round', () => {
  test('is one message with everything needed at each door', async () => {
    round = [
      aRoundStop('A7H4', {
        landmark: 'près du four',
        phone: '+212612345678',
        location: { latitude: 32.24631, longitude: -7.95412 },
      }),
      aRoundStop('B3K9', {
        cash: 0,
        stops: [
          { cooperative: 'zhour', state: 'pickedUp' },
          { cooperative: 'zhour', state: 'ready' },
          { cooperative: 'zhour', state: 'notReady' },
        ],
      }),
    ];
    const said = await chat.type('1');
    expect(chat.state).toBe('round.shown');
    expect(chat.text(said)).toBe(
      [
        'Livraison 1 sur 2 : commande A7H4, jeudi 26 novembre.',
        'Chez Coopérative Zhour, Bouchane : dites 4821.',
        'À remettre à Amina, Bouchane.',
        'Adresse : 12, derb el Ferrane',
        'Repère : près du four',
        'Carte : https://maps.google.com/?q=32.24631,-7.95412',
        'Téléphone : 06 12 34 56 78',
        'À encaisser chez le client : 190 DH. Votre part est dedans, le reste est aux coopératives.',
        'Pour vous : 20 DH, en entier.',
        'Livraison 2 sur 2 : commande B3K9, jeudi 26 novembre.',
        "Chez Coopérative Zhour : c'est déjà pris.",
        "Chez Coopérative Zhour, Bouchane : c'est prêt. Nous vous enverrons le code.",
        'Chez Coopérative Zhour, Bouchane : pas encore prêt.',
        'À remettre à Amina, Bouchane.',
        'Adresse : 12, derb el Ferrane',
        "Rien à encaisser chez le client : c'est déjà payé.",
        'Pour vous : 20 DH, en entier.',
        '',
        "Chez chaque client, tapez ici les 4 chiffres qu'il vous dit.",
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('home');
  });

  test('is said to be empty when it is', async () => {
    expect((await chat.type('1')).keys).toEqual(['distributor.noRound']);
    expect(chat.state).toBe('home');
  });

  test('is left for an offer that comes only after it was read', async () => {
    round = [aRoundStop('A7H4')];
    await chat.type('1');
    expect((await ask('o2', 'B3K9')).keys).toEqual(['staff.waiting']);
    expect(chat.state).toBe('round.shown');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
  });
});

describe('Four digits from the customer', () => {
  test('deliver in any state and say the cash', async () => {
    await ask('o1', 'A7H4');
    const code = await chat.send({ type: 'code', value: '4821' });
    expect(code.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
    const answer = { what: 'delivered', order: 'C2M6', cash: 19_000, left: 0 };
    const done = await chat.send({ type: 'handover.confirm.done', answer });
    expect(chat.text(done)).toContain('La commande C2M6 est remise.\nVous avez encaissé 190 DH.');
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
    expect(chat.text(refused)).toContain('Il a 4 chiffres : demandez au client de le redire');
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

describe('A distributor', () => {
  test('is answered kindly for every global word, with or without an open offer', async () => {
    for (const state of ['home', 'question.asking']) {
      for (const type of ['help', 'basket', 'undo', 'stop', 'privacy', 'hello']) {
        expect((await chat.send({ type })).keys, type).toHaveLength(1);
      }
      for (const type of ['menu', 'back', 'language']) {
        expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
      }
      expect(chat.state).toBe(state);
      await ask('o1', 'A7H4');
    }
    expect((await chat.send({ type: 'volunteer' })).commands).toEqual([{ name: 'help.ask', input: {} }]);
    await chat.send({ type: 'help.ask.done', answer: {} });
    expect(chat.state).toBe('question.asking');
  });
});
