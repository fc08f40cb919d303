import { beforeEach, describe, expect, test } from 'vitest';
import type { FlowHarness } from '#test/support/flow-harness.ts';
import type { OrderStory } from '#trade/people/requests.ts';
import { atShelf, failed, nine, opened, returned, told, unassigned, volunteerChat } from './chat.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = volunteerChat();
});

const fiveLines = async (story: OrderStory) => chat.text(await opened(chat, story)).split('\n\n')[0];

describe('The story of an order', () => {
  test('is five lines: how it stands, for whom, who answered, how it travels, what comes next', async () => {
    const receiver = { ...told, receiver: 'Fatima' };
    expect(await fiveLines(receiver)).toBe(
      [
        'Commande A7H4 : en cours. Reçue : 9 h. Total : 170 DH.',
        'Client : Amina, 06 12 34 56 78. Reçoit : Fatima.',
        'Coopératives : Coopérative Zhour (pas de réponse depuis 9 h).',
        'Livraison à Bouchane, jeudi 26 novembre : pas encore proposée.',
        "Maintenant : on attend encore la réponse : Coopérative Zhour. Si vous l'avez, notez-la ici.",
      ].join('\n'),
    );
  });

  test('names the trouble of a delivery, and who was asked', async () => {
    const lines = await fiveLines(unassigned);
    expect(lines).toContain("jeudi 26 novembre : personne pour l'apporter, demandé à Hassan B.");
    expect(lines).toContain('Maintenant : il lui faut un distributeur.');
    expect(await fiveLines(failed)).toContain('Commande A7H4 : pas encore livrée.');
    expect(await fiveLines(failed)).toContain(": Hassan B. n'a pas pu la livrer, personne n'était là");
  });

  test('of a cancelled order seeks no delivery', async () => {
    const lines = await fiveLines({ ...told, state: 'cancelled' });
    expect(lines).toContain('jeudi 26 novembre : plus nécessaire');
    expect(lines).not.toContain('pas encore proposée');
  });

  test('of an order for a shelf names what stands there already', async () => {
    const lines = await fiveLines(atShelf);
    expect(lines).toContain('Coopérative Zhour (déjà au rayon)');
    expect(lines).toContain('Retrait : Rayon de Youssoufia. Ce qui y est déjà : pas de réponse depuis 9 h.');
    expect(lines).toContain('on attend encore la réponse : Rayon de Youssoufia.');
  });

  const part = told.parts[0] ?? ({} as (typeof told.parts)[number]);
  const withPart = (story: OrderStory, state: (typeof part)['state']) => ({ ...story, parts: [{ ...part, state }] });
  const withDelivery = (state: 'offered' | 'taken' | 'onTheWay') => ({
    ...withPart(told, 'ready'),
    delivery: { state, distributor: 'hassan', day: '2026-11-26', askedBefore: [] },
  });
  const shelfReady: OrderStory = { ...told, way: atShelf.way };
  test.each<[string, OrderStory, string]>([
    ['just placed', { ...told, state: 'confirmed' }, "personne n'est encore prévenu"],
    ['in the making', withPart(told, 'accepted'), 'préparation chez Coopérative Zhour'],
    ['looking for a distributor', withDelivery('offered'), 'on cherche un distributeur'],
    ['taken', withDelivery('taken'), 'Hassan B. doit passer prendre les produits'],
    [
      'answered, as long as that can be taken back',
      { ...told, parts: [{ ...told.parts[0], effectiveAt: nine + 120_000 } as (typeof told.parts)[number]] },
      'les réponses sont notées. Elles comptent à partir de',
    ],
    [
      'answered by the keeper, as long as that can be taken back',
      { ...atShelf, reservation: { reservation: 'r1', state: 'asked', askedAt: nine, effectiveAt: nine + 120_000 } },
      'les réponses sont notées',
    ],
    ['on the way', { ...withDelivery('onTheWay'), state: 'delivering' }, "Hassan B. l'apporte au client"],
    ['failed', failed, 'un bénévole décide avec le client'],
    ['ready for the shelf', withPart(shelfReady, 'ready'), 'on attend au rayon les produits de Coopérative Zhour'],
    ['on the shelf', withPart(shelfReady, 'arrived'), 'tout est au rayon'],
    ['given back', returned, 'les produits reviennent aux coopératives'],
    ['at its end', { ...told, state: 'delivered' }, "il n'y a plus rien à faire"],
  ])('says what comes next: %s', async (_, story, next) => {
    expect((await fiveLines(story))?.split('\n').at(-1)).toContain(`Maintenant : ${next}`);
  });

  test('is opened by a number typed as it comes, and not by one that nobody knows', async () => {
    await chat.tap('find');
    expect(chat.text()).toContain('Quel est le numéro de la commande ? Par exemple A7H4.');
    const unknown = await chat.send({ type: 'text', text: 'zzzz' });
    expect([unknown.keys, chat.state]).toEqual([['volunteer.unknownOrder'], 'finding']);
    await chat.send({ type: 'text', text: ' a7 h4' });
    expect(chat.state).toBe('story.open');
  });
});

describe('A volunteer who has somebody’s word', () => {
  test.each([
    ['1', { name: 'part.accept', input: { part: 'p1' } }],
    ['2', { name: 'part.refuse', input: { part: 'p1', cause: 'outOfStock' } }],
    ['3', { name: 'part.refuse', input: { part: 'p1', cause: 'other' } }],
  ])('answers for a silent cooperative: %s', async (digit, command) => {
    await opened(chat, told);
    await chat.type('1');
    expect(chat.text()).toContain("Commande A7H4 : qu'a répondu Coopérative Zhour ?");
    expect(chat.prompt.binding).toBe(true);
    expect((await chat.type(digit)).commands).toEqual([command]);
  });

  test.each([
    ['1', { name: 'reservation.accept', input: { reservation: 'r1' } }],
    ['2', { name: 'reservation.refuse', input: { reservation: 'r1', cause: 'outOfStock' } }],
  ])('answers for a silent keeper, who alone answers for what is on the shelf: %s', async (digit, command) => {
    await opened(chat, atShelf);
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['silent:r1', 'wantCancel:A7H4', 'back']);
    await chat.type('1');
    expect((await chat.type(digit)).commands).toEqual([command]);
  });

  test('answers for each of several by itself, never for another by a late tap', async () => {
    const parts = ['p1', 'p2'].map((id) => ({ ...told.parts[0], part: id })) as OrderStory['parts'];
    await opened(chat, { ...told, parts });
    await chat.tap('silent:p2');
    expect(await chat.tap('accept:p1')).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
    expect((await chat.tap('accept:p2')).commands).toEqual([{ name: 'part.accept', input: { part: 'p2' } }]);
  });

  test('is told that it is noted and can be taken back, and takes it back', async () => {
    await opened(chat, told);
    await chat.type('1');
    await chat.type('1');
    const answer = { order: 'A7H4', undoUntil: chat.now + 120_000 };
    const noted = await chat.send({ type: 'part.accept.done', answer });
    expect(noted.keys).toEqual(['volunteer.notedYes', 'staff.undoMinutes']);
    expect((await chat.send({ type: 'undo' })).commands).toEqual([{ name: 'answer.undo', input: {} }]);
    const undone = await chat.send({ type: 'answer.undo.done', answer: { what: 'part.accept', order: 'A7H4' } });
    expect(undone.keys).toEqual(['staff.undoneYes']);
    await chat.send({ type: 'undo' });
    const late = await chat.send({ type: 'answer.undo.refused', reason: 'nothingToUndo' });
    expect(late.keys).toEqual(['volunteer.nothingToUndo']);
  });

  test('learns when somebody answered meanwhile', async () => {
    await opened(chat, told);
    await chat.type('1');
    await chat.type('1');
    const refused = await chat.send({ type: 'part.accept.refused', reason: 'alreadyAnswered' });
    expect([refused.keys, chat.state]).toEqual([['common.refused_alreadyAnswered'], 'home']);
  });
});

describe('A delivery that nobody takes', () => {
  test('is given by hand, after a yes that names everything', async () => {
    await opened(chat, unassigned);
    await chat.type('1');
    expect(chat.text()).toContain('1. Hassan B. : passe par là : mardi et jeudi');
    await chat.type('1');
    expect(chat.text()).toBe(
      [
        "Commande A7H4, pour Bouchane, jeudi 26 novembre : la confier à Hassan B. ? Il faut qu'il vous ait dit oui.",
        "1. Oui, c'est convenu",
        '0. Retour',
      ].join('\n'),
    );
    expect(chat.prompt).toMatchObject({ binding: true, choices: [{ event: 'assign:A7H4/hassan' }, {}] });
    expect((await chat.type('1')).commands).toEqual([
      { name: 'delivery.assign', input: { order: 'A7H4', distributor: 'hassan' } },
    ]);
    const answer = { order: 'A7H4', undoUntil: 0 };
    expect((await chat.send({ type: 'delivery.assign.done', answer })).keys).toEqual(['volunteer.notedAssign']);
  });

  test('is not given by a tap on another yes, nor to a stranger', async () => {
    await opened(chat, unassigned);
    await chat.type('1');
    expect((await chat.tap('distributor:nobody')).keys).toEqual(['staff.oldQuestion']);
    await chat.type('1');
    expect((await chat.tap('assign:A7H4/karim')).commands).toEqual([]);
    expect((await chat.tap('cancel:A7H4')).commands).toEqual([]);
    await chat.type('0');
    expect(chat.state).toBe('story.open');
    expect((await chat.tap('assign:A7H4/hassan')).commands).toEqual([]);
  });
});

describe('What a volunteer decides about an order', () => {
  test.each([
    ['1', 'delivery.retry', '1. Oui, nouvel essai', failed],
    ['2', 'delivery.return', '1. Oui, la rendre', failed],
    ['1', 'delivery.noteBack', "1. Oui, c'est fait", returned],
    ['2', 'order.cancel', "1. Oui, l'annuler", told],
  ])('is confirmed by a yes of its own: %s %s', async (digit, name, yes, story) => {
    await opened(chat, story);
    await chat.type(digit);
    expect(chat.text()).toContain(yes);
    expect((await chat.send({ type: 'yes' })).commands).toEqual([{ name, input: { order: 'A7H4' } }]);
    const answer = { order: 'A7H4', undoUntil: nine + 60_000 };
    expect((await chat.send({ type: `${name}.done`, answer })).keys[0]).toMatch(/^volunteer\.(noted|cancelled)/);
    expect(chat.state).toBe('home');
  });

  test('is over once the goods of a returned order are back', async () => {
    const [head] = chat.text(await opened(chat, returned)).split('\n');
    expect(head).toContain('Commande A7H4 : à rendre aux coopératives.');
    const delivery = {
      state: 'returned',
      distributor: 'hassan',
      day: '2026-11-26',
      askedBefore: [],
      isBack: true,
    } as const;
    const lines = chat.text(await opened(chat, { ...returned, delivery }));
    expect(lines).toContain('Commande A7H4 : rendue aux coopératives.');
    expect(lines).toContain('Coopérative Zhour (les produits lui sont rendus)');
    expect(lines).toContain("Maintenant : il n'y a plus rien à faire");
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['back']);
  });

  test('is refused in words for a volunteer when somebody has begun', async () => {
    await opened(chat, told);
    await chat.type('2');
    await chat.type('1');
    const refused = await chat.send({ type: 'order.cancel.refused', reason: 'tooLate' });
    expect([refused.keys, chat.state]).toEqual([['volunteer.cancelTooLate'], 'home']);
  });

  test('is left with no', async () => {
    await opened(chat, told);
    await chat.type('2');
    expect((await chat.send({ type: 'no' })).commands).toEqual([]);
    expect(chat.state).toBe('story.open');
  });

  test('is what they tapped: a choice of another order opens that order', async () => {
    await opened(chat, told);
    let read = '';
    chat.answers['order.story'] = ({ order }) => {
      read = order;
      return { ...told, order };
    };
    await chat.tap('wantCancel:B3K9');
    expect([read, chat.state]).toEqual(['B3K9', 'story.open']);
  });

  test('is nothing when the order needs nothing', async () => {
    await opened(chat, { ...told, state: 'delivered', parts: [], isCancellable: false });
    expect(chat.text()).toBe('Commande A7H4 : rien à décider pour le moment.\n0. Retour');
  });
});

describe('Many distributors', () => {
  test('come in pages, those who pass there first', async () => {
    const { storyPrompts } = await import('#flows/volunteer/story-prompts.ts');
    const { emptyContext } = await import('#flows/volunteer/context.ts');
    const { smallShop } = await import('#test/support/small-shop.ts');
    const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
    const distributors = new Map(
      names.map((slug) => {
        const communes = slug === 'd11' ? ['bouchane'] : ['elsewhere'];
        return [slug, { slug, name: { fr: slug }, communes, days: [2] }];
      }),
    );
    const around = { shop: { ...smallShop, distributors }, now: nine, today: '2026-11-23', language: 'fr' } as const;
    const delivery = { commune: 'bouchane', day: '2026-11-26', trouble: 'searching', distributor: null } as const;
    const story = { order: 'A7H4', isCancellable: false, silent: [], delivery };
    const page = (number: number) =>
      storyPrompts['story.distributors']({ ...emptyContext, story, page: number }, around).choices.map(
        ({ event }) => event,
      );
    expect(page(0)).toHaveLength(10);
    expect(page(0)[0]).toBe('distributor:d11');
    expect(page(1).slice(-3)).toEqual(['distributor:d10', 'more', 'back']);
    expect(page(2)).toEqual(page(0));
  });
});
