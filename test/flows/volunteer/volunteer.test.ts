import { beforeEach, describe, expect, test } from 'vitest';
import { volunteerFlow } from '#flows/volunteer/flow.ts';
import type { FlowHarness } from '#test/support/flow-harness.ts';
import type { Stuck } from '#trade/people/requests.ts';
import { nine, volunteerChat } from './chat.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = volunteerChat();
});

const tell = async (notice: object) => chat.text(await chat.send({ type: 'notice', notice }));

describe('A volunteer', () => {
  test('is told who asks for help, with what they gave of themselves, and opens it with 1', async () => {
    const asked = { name: 'help.asked', request: 'h1', who: 'Amina', phone: '+212612345678', words: 'une erreur' };
    expect(await tell(asked)).toBe(
      [
        "Quelqu'un demande un bénévole : Amina.",
        'Téléphone : 06 12 34 56 78',
        'Ses mots : une erreur',
        '',
        "Vous pouvez lui répondre d'ici.",
        '1. Répondre à Amina',
        '0. Plus tard',
      ].join('\n'),
    );
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['request:h1', 'later']);
  });

  test('is told of a call at once, and given the choices once, with the words that follow', async () => {
    const call = { name: 'help.asked', request: 'h1', who: 'Amina' };
    expect(await tell(call)).toContain('Ses mots suivront peut-être.');
    expect(chat.prompt.choices.map(({ event }) => event)).not.toContain('request:h1');
    expect(await tell({ ...call, words: 'une erreur', isMore: true })).toContain('1. Répondre à Amina');
  });

  test('reads a number alone as the order that it is about, and opens it with 2', async () => {
    const asked = { name: 'help.asked', request: 'h1', who: 'Amina', words: 'a7h4' };
    expect(await tell(asked)).toContain(
      "Au sujet de la commande A7H4.\n\nVous pouvez lui répondre d'ici.\n1. Répondre à Amina\n2. Commande A7H4",
    );
    await chat.type('2');
    expect(chat.state).toBe('story.open');
  });

  test('hears what was said instead of written', async () => {
    const voice = { source: 'kept/1', mimeType: 'audio/ogg' };
    const said = await chat.send({
      type: 'notice',
      notice: { name: 'help.asked', request: 'h1', who: 'Amina', voice },
    });
    expect(said.statements).toContainEqual({ key: 'volunteer.saidVoice', voice });
  });

  test('is told that another volunteer has it', async () => {
    expect(await tell({ name: 'help.gone', request: 'h1', who: 'Amina' })).toContain(
      "Amina : un autre bénévole s'en occupe.",
    );
  });

  test.each([
    [
      { name: 'part.silent', order: 'A7H4', part: 'p1', cooperative: 'zhour' },
      "Commande A7H4 : Coopérative Zhour n'a pas répondu à nos rappels.",
    ],
    [
      { name: 'reservation.silent', order: 'A7H4', reservation: 'r1', shelf: 'youssoufia' },
      "Commande A7H4 : Rayon de Youssoufia n'a pas répondu à nos rappels.",
    ],
    [
      { name: 'delivery.unassigned', order: 'A7H4', commune: 'bouchane', day: '2026-11-26' },
      "Commande A7H4 : aucun distributeur n'a dit oui. À livrer à Bouchane, jeudi 26 novembre.",
    ],
    [
      { name: 'delivery.failed', order: 'A7H4', distributor: 'hassan', cause: 'other', words: 'route coupée' },
      "Commande A7H4 : Hassan B. n'a pas pu la livrer, autre raison.\nSes mots : route coupée",
    ],
  ])('is told what is stuck, and opens the order with 1: $name', async (notice, line) => {
    const text = await tell(notice);
    expect(text).toContain(line);
    expect(text).toContain('1. Commande A7H4\n0. Plus tard');
    await chat.type('1');
    expect(chat.state).toBe('story.open');
  });

  test('leaves news for later with 0, and is asked again what was open', async () => {
    await tell({ name: 'part.silent', order: 'A7H4', part: 'p1', cooperative: 'zhour' });
    expect((await chat.type('0')).handled).toBe(true);
    expect(chat.prompt.choices[0]?.event).toBe('find');
  });

  test('is given the number to call, where it is known', async () => {
    const zhour = chat.shop.cooperatives.get('zhour');
    if (!zhour) throw new Error('the small shop has no Zhour');
    const cooperatives = new Map(chat.shop.cooperatives).set('zhour', { ...zhour, phone: '+212600000101' });
    chat.shop = { ...chat.shop, cooperatives };
    const said = await tell({ name: 'part.silent', order: 'A7H4', part: 'p1', cooperative: 'zhour' });
    expect(said).toContain('Téléphone : 06 00 00 01 01');
  });

  test('is told in one line that whoever was silent has answered', async () => {
    const over = { name: 'silence.over', order: 'A7H4', who: { cooperative: 'zhour' }, isAccepted: true };
    const line = "Commande A7H4 : Coopérative Zhour a répondu entre-temps, c'est oui. Plus besoin d'appeler.";
    expect(await tell(over)).toContain(line);
    expect(chat.prompt.choices.map(({ event }) => event)).not.toContain('story:A7H4');
    expect(await tell({ ...over, who: { shelf: 'youssoufia' }, isAccepted: false })).toContain(
      "Rayon de Youssoufia a répondu entre-temps, c'est non.",
    );
  });

  test('is told of a request that could not be recorded', async () => {
    const parked = { name: 'command.parked', command: 'order.place', chat: 'simulator:amina' };
    expect(await tell(parked)).toContain('order.place. Conversation : simulator:amina.');
  });

  test('is told, like anybody, that an answer came too late', async () => {
    const said = await chat.send({
      type: 'notice',
      notice: { name: 'answer.failed', order: 'A7H4', reason: 'alreadyAnswered' },
    });
    expect(said.keys).toEqual(['staff.orderAnswerFailed', 'common.refused_alreadyAnswered']);
  });

  test('hears with the last choice what will come, and how to ask for an order', async () => {
    expect((await chat.type('3')).keys).toEqual([
      ...['volunteer.whatHelp', 'volunteer.whatSilent', 'volunteer.whatDelivery', 'volunteer.whatParked'],
      'volunteer.whatOrder',
    ]);
    expect((await chat.send({ type: 'code', value: '4821' })).commands).toEqual([]);
  });

  test('is answered kindly for every global word', async () => {
    for (const type of [
      'volunteer',
      'basket',
      'again',
      'stop',
      'privacy',
      'forget',
      'yes',
      'no',
      'hello',
      'voice',
      'language',
    ]) {
      expect((await chat.send({ type })).keys, type).toHaveLength(1);
    }
    for (const type of ['menu', 'back', 'question', 'question.again', 'question.gone']) {
      expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
    }
  });

  test('goes on from an older version at home', () => {
    expect(volunteerFlow.carryOver({ queue: [] })).toMatchObject({ waiting: 0, story: null, help: null });
  });
});

describe('What waits for a volunteer', () => {
  const stuck: readonly Stuck[] = [
    { id: 'part:p1', since: nine, kind: 'part', part: 'p1', order: 'A7H4', cooperative: 'zhour' },
    { id: 'part:p2', since: nine, kind: 'part', part: 'p2', order: 'A7H4', cooperative: 'nour' },
    {
      ...{ id: 'unassigned:B3K9', since: nine, kind: 'unassigned', order: 'B3K9' },
      ...{ commune: 'bouchane', day: '2026-11-26' },
    },
    { id: 'failed:C3K9', since: nine, kind: 'failed', order: 'C3K9', distributor: 'hassan', cause: 'cannotPay' },
    { id: 'help:h1', since: nine, kind: 'help', request: 'h1', who: 'Amina', isMine: false },
    { id: 'help:h2', since: nine, kind: 'help', request: 'h2', who: 'Karim', isMine: true },
  ];

  test('is counted at home', async () => {
    await chat.send({ type: 'hello' });
    expect(chat.text()).toContain("Rien n'attend un bénévole en ce moment.");
    chat.answers['stuck.list'] = () => stuck;
    await chat.send({ type: 'menu' });
    expect(chat.text()).toContain('5 demandes attendent un bénévole.');
  });

  test('is a list, each order and each request once, opened by its digit', async () => {
    chat.answers['stuck.list'] = () => stuck;
    await chat.send({ type: 'menu' });
    await chat.type('1');
    expect(chat.text()).toBe(
      [
        'Voici ce qui attend. Que voulez-vous ouvrir ?',
        '1. Commande A7H4 : Coopérative Zhour ne répond pas',
        '2. Commande B3K9 : pas de distributeur pour Bouchane',
        '3. Commande C3K9 : pas livrée, le client ne peut pas payer',
        '4. Amina : demande un bénévole depuis 9 h',
        '5. Karim : vous lui répondez, depuis 9 h',
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('1');
    expect(chat.state).toBe('story.open');
  });

  test('is no choice while it is nothing, and an older tap on it says so', async () => {
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['find', 'mine', 'what']);
    await chat.tap('stuck');
    expect(chat.state).toBe('home');
    expect(chat.text()).toContain("Rien n'attend");
  });

  test('is also their own conversations alone', async () => {
    expect((await chat.tap('mine')).keys).toEqual(['volunteer.noneMine']);
    chat.answers['stuck.list'] = () => stuck;
    await chat.tap('mine');
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['request:h2', 'back']);
  });
});
