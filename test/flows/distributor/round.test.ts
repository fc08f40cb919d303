import { beforeEach, describe, expect, test } from 'vitest';
import { distributorFlow } from '#flows/distributor/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { anOffer, answered, aQuestion, aRoundStop } from '#test/support/staff-facts.ts';
import type { RoundStop } from '#trade/deliveries/delivery.ts';

const minute = 60_000;
const today = '2026-11-23';

let chat: FlowHarness;
let round: RoundStop[];

beforeEach(() => {
  chat = new FlowHarness(distributorFlow);
  round = [aRoundStop('A7H4', { state: 'onTheWay' }), aRoundStop('B3K9')];
  chat.answers['round.mine'] = () => round;
  chat.answers['offer.show'] = ({ offer }) => anOffer(offer, 'C2M6');
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
        'Pour vous : 20 DH, en entier.',
        'À encaisser chez le client : 190 DH. Votre part est dedans, le reste est aux coopératives.',
        '',
        'Livraison 2 sur 2 : commande B3K9, jeudi 26 novembre.',
        "Chez Coopérative Zhour : c'est déjà pris.",
        "Chez Coopérative Zhour, Bouchane : c'est prêt. Nous vous enverrons le code.",
        'Chez Coopérative Zhour, Bouchane : pas encore prêt.',
        'À remettre à Amina, Bouchane.',
        'Adresse : 12, derb el Ferrane',
        'Pour vous : 20 DH, en entier.',
        "Rien à encaisser chez le client : c'est déjà payé.",
        '',
        "Chez chaque client, tapez ici les 4 chiffres qu'il vous dit.",
        "Pour revoir une livraison, ou dire qu'elle n'a pas pu se faire, choisissez-la.",
        '1. Commande A7H4 : Bouchane, jeudi 26 novembre',
        '2. Commande B3K9 : Bouchane, jeudi 26 novembre',
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('home');
  });

  test('begins with what is to be delivered today', async () => {
    round = [aRoundStop('A7H4'), aRoundStop('B3K9', { day: today })];
    const said = await chat.type('1');
    expect(chat.text(said)).toContain("Livraison 1 sur 2 : commande B3K9, aujourd'hui, lundi 23 novembre.");
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['deliveryOf:B3K9', 'deliveryOf:A7H4', 'back']);
  });

  test('carries an address that was said as the sound itself', async () => {
    const voice = { source: 'kept/sound', mimeType: 'audio/ogg' };
    round = [aRoundStop('A7H4', { address: '', voice })];
    const said = await chat.type('1');
    expect(said.statements.find(({ key }) => key === 'distributor.addressVoice')?.voice).toEqual(voice);
    expect(said.keys).not.toContain('distributor.addressByPhone');
  });

  test('says which one was not handed over, and why', async () => {
    round = [aRoundStop('A7H4', { state: 'failed', failure: 'nobodyThere' })];
    const said = await chat.type('1');
    expect(chat.text(said)).toContain("Pas encore livrée : il n'y avait personne.");
    expect(chat.text()).toContain('1. Commande A7H4 : pas livrée, Bouchane, jeudi 26 novembre');
  });

  test('is said to be empty when it is', async () => {
    round = [];
    expect((await chat.type('1')).keys).toEqual(['distributor.noRound']);
    expect(chat.state).toBe('home');
  });

  test('makes room for an offer that comes while it is read', async () => {
    await chat.type('1');
    await chat.send(aQuestion('offer', 'o1', 'C2M6'));
    expect(chat.state).toBe('question.asking');
  });

  test('keeps no address once it was told', async () => {
    await chat.type('1');
    await chat.type('1');
    expect(JSON.stringify(chat.context)).not.toMatch(/Ferrane|Amina/u);
  });
});

describe('One delivery', () => {
  const open = async (order: string) => chat.tap(`deliveryOf:${order}`);

  test('is shown with its door and what can be said of it', async () => {
    const said = await open('A7H4');
    expect(chat.text(said)).toContain('Adresse : 12, derb el Ferrane');
    expect(chat.text()).toBe(
      ['Commande A7H4 : que voulez-vous faire ?', "1. Je n'ai pas pu la livrer", '0. Retour'].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('round.shown');
  });

  test('asks nothing before its goods were fetched', async () => {
    await open('B3K9');
    expect(chat.text()).toBe(
      ["Commande B3K9 : rien à noter ici avant d'avoir pris les produits.", '0. Retour'].join('\n'),
    );
  });

  test('can also be named by its number', async () => {
    await chat.send({ type: 'order', value: 'B3K9' });
    expect(chat.text()).toContain('Commande B3K9');
  });

  test('that is not picked up yet cannot fail', async () => {
    await open('B3K9');
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['back']);
  });

  test('that has left the round is said to have left', async () => {
    expect((await open('Z9Z9')).keys).toEqual(['distributor.notInRound']);
    expect(chat.state).toBe('home');
  });

  test.each([
    ['1', 'nobodyThere'],
    ['2', 'placeNotFound'],
    ['3', 'notWanted'],
    ['4', 'cannotPay'],
    ['5', 'breakdown'],
  ])('could not be handed over, for reason %s', async (digit, cause) => {
    await open('A7H4');
    await chat.type('1');
    expect(chat.prompt.binding).toBe(true);
    const said = await chat.type(digit);
    expect(said.commands).toEqual([{ name: 'delivery.fail', input: { order: 'A7H4', cause } }]);
    const done = await chat.send(answered('delivery.fail', 'A7H4', chat.now + 2 * minute));
    expect(done.keys).toEqual(['distributor.failNoted', 'distributor.failNext', 'staff.undoMinutes']);
    expect(chat.state).toBe('home');
  });

  test('failed for another reason, in words or without', async () => {
    await open('A7H4');
    await chat.type('1');
    await chat.type('6');
    const words = await chat.send({ type: 'text', text: 'La route est coupée' });
    expect(words.commands).toEqual([
      { name: 'delivery.fail', input: { order: 'A7H4', cause: 'other', words: 'La route est coupée' } },
    ]);
    await chat.send({ type: 'delivery.fail.refused', reason: 'notYet' });
    await open('A7H4');
    await chat.type('1');
    await chat.type('6');
    expect((await chat.type('0')).commands).toEqual([
      { name: 'delivery.fail', input: { order: 'A7H4', cause: 'other' } },
    ]);
  });

  test('that failed is tried again', async () => {
    round = [aRoundStop('A7H4', { state: 'failed', failure: 'nobodyThere' })];
    await open('A7H4');
    expect(chat.text()).toContain('1. Je réessaie');
    expect((await chat.type('1')).commands).toEqual([{ name: 'delivery.retry', input: { order: 'A7H4' } }]);
    const done = await chat.send(answered('delivery.retry', 'A7H4', chat.now + minute));
    expect(done.keys).toEqual(['distributor.retryNoted', 'staff.undoMinutes']);
  });

  test('never fails by a late tap about another', async () => {
    await open('A7H4');
    for (const tap of ['nobodyThere:B3K9', 'notHanded:B3K9', 'tryAgain:A7H4', 'none:B3K9']) {
      expect((await chat.tap(tap)).commands, tap).toEqual([]);
      expect(chat.state, tap).toBe('delivery.one');
    }
  });

  test('is told of to the end before an offer that arrives', async () => {
    await open('A7H4');
    await chat.type('1');
    expect((await chat.send(aQuestion('offer', 'o1', 'C2M6'))).keys).toEqual(['staff.waitingHere']);
    await chat.type('1');
    await chat.send(answered('delivery.fail', 'A7H4'));
    expect(chat.state).toBe('question.asking');
  });
});
