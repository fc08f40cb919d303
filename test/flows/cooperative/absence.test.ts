import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { smallShop } from '#test/support/small-shop.ts';
import { answered } from '#test/support/staff-facts.ts';
import type { Owed } from '#trade/ledger/requests.ts';

let chat: FlowHarness;
let owed: Owed;

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  chat.answers['products.mine'] = () => [{ product: 'miel-thym', isOff: false, stock: { kind: 'onDemand' } }];
  chat.answers['owed.mine'] = () => owed;
});

/** Another edition, in which the cooperative has said until when it is away. */
function setAway(awayUntil: string): void {
  const cooperatives = new Map([...smallShop.cooperatives].map(([slug, one]) => [slug, { ...one, awayUntil }]));
  chat.shop = { ...smallShop, cooperatives };
}

describe('An absence', () => {
  test('is chosen among a few days, each named', async () => {
    await chat.type('4');
    expect(chat.text()).toBe(
      [
        "Vous ne serez pas là : jusqu'à quand ?",
        "1. Jusqu'à demain : demain, mardi 24 novembre compris",
        '2. Trois jours : jeudi 26 novembre compris',
        '3. Une semaine : lundi 30 novembre compris',
        '4. Deux semaines : lundi 7 décembre compris',
        '5. Un mois : mercredi 23 décembre compris',
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('0');
    expect(chat.state).toBe('home');
  });

  test('says what customers can do meanwhile, and that open orders stay', async () => {
    await chat.type('4');
    const chosen = await chat.type('3');
    expect(chosen.commands).toEqual([{ name: 'cooperative.away', input: { until: '2026-11-30' } }]);
    const done = await chat.send(answered('cooperative.away', '', chat.now + 60_000));
    expect(chat.text(done)).toContain(
      [
        "C'est noté : vous ne serez pas là. Dernier jour d'absence : lundi 30 novembre.",
        'Les clients peuvent commander, mais seulement pour après votre retour.',
        'Les commandes que vous avez déjà restent à préparer.',
        "Vous pouvez encore changer d'avis pendant 1 minute",
      ].join('\n'),
    );
    expect(chat.state).toBe('home');
  });

  test('ends with the choice of being back, on offer while it lasts', async () => {
    setAway('2026-11-30');
    await chat.type('4');
    expect(chat.text()).toContain("Vous n'êtes pas là en ce moment. Dernier jour d'absence : lundi 30 novembre.");
    const back = await chat.type('6');
    expect(back.commands).toEqual([{ name: 'cooperative.away', input: { until: null } }]);
    expect((await chat.send(answered('cooperative.away', ''))).keys).toEqual(['cooperative.isPresent']);
  });

  test('that is over is not spoken of', async () => {
    setAway('2026-11-22');
    await chat.type('4');
    expect(chat.prompt.choices.map(({ event }) => event)).not.toContain('present');
  });

  test('until a day of an old menu that has passed is not noted', async () => {
    expect(await chat.tap('until:2026-11-20')).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
    expect(await chat.tap('until:always')).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
  });
});

describe('What a cooperative is owed', () => {
  test('is told in one message: the total, in whose hands, the last orders', async () => {
    owed = {
      total: 25_000,
      heldBy: [
        { holder: { distributor: 'hassan' }, amount: 20_000 },
        { holder: { shelf: 'youssoufia' }, amount: 5_000 },
      ],
      orders: [
        { order: 'B3K9', amount: 20_000 },
        { order: 'A7H4', amount: 5_000 },
      ],
    };
    const said = await chat.type('3');
    expect(chat.text(said).split('\n\n')[0]).toBe(
      [
        'On vous doit 250 DH.',
        'Hassan B. a 200 DH pour vous.',
        'Rayon de Youssoufia a 50 DH pour vous.',
        'Les dernières commandes de ce compte :',
        'Commande B3K9 : 200 DH',
        'Commande A7H4 : 50 DH',
      ].join('\n'),
    );
    expect(chat.state).toBe('home');
  });

  test('may be nothing', async () => {
    owed = { total: 0, heldBy: [], orders: [] };
    expect((await chat.type('3')).keys).toEqual(['cooperative.owedNothing']);
  });
});
