import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { distributorFlow } from '#flows/distributor/flow.ts';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { smallShop } from '#test/support/small-shop.ts';
import { aQuestion } from '#test/support/staff-facts.ts';
import type { Shop } from '#trade/catalogue/shop.ts';

const zhour = smallShop.cooperatives.get('zhour');
if (zhour === undefined) throw new Error('the small shop has lost a cooperative');
const nour = { ...zhour, slug: 'nour', name: { ar: 'تعاونية النور', fr: 'Coopérative Nour' } };
const shop: Shop = { ...smallShop, cooperatives: new Map([['zhour', zhour] as const, ['nour', nour] as const]) };

const given = { cooperative: 'zhour', amount: 7500 };
const settled = { what: 'settled', order: '', cash: 7500, left: 0, ...given };

describe.each([
  { flow: distributorFlow, digit: '2' },
  { flow: shelfFlow, digit: '5' },
])('The cash a $flow.name holds', ({ flow, digit }) => {
  let chat: FlowHarness;
  beforeEach(() => {
    chat = new FlowHarness(flow);
    chat.shop = shop;
    chat.answers['cash.mine'] = () => ({
      ...{ total: 11_500, own: 0 },
      owed: [
        { cooperative: 'zhour', amount: 7500 },
        { cooperative: 'nour', amount: 4000 },
      ],
    });
  });

  test('is handed over by digits: whom, yes, and the code that is heard', async () => {
    await chat.type(digit);
    expect(chat.text()).toBe(
      [
        'Quand vous remettez son argent à une coopérative, choisissez-la.',
        '1. Coopérative Zhour : 75 DH à remettre',
        '2. Coopérative Nour : 40 DH à remettre',
        '0. Retour',
      ].join('\n'),
    );
    await chat.type('1');
    expect(chat.prompt.binding).toBe(true);
    expect(chat.text()).toBe(
      ['Remettez-vous maintenant 75 DH à Coopérative Zhour ?', "1. Oui, je remets l'argent", '0. Pas maintenant'].join(
        '\n',
      ),
    );
    const said = await chat.type('1');
    expect(said.commands).toEqual([{ name: 'cash.give', input: { cooperative: 'zhour' } }]);
    const announced = await chat.send({ type: 'cash.give.done', answer: given });
    expect(chat.text(announced)).toContain('Coopérative Zhour sait que vous apportez 75 DH.');
    const typed = await chat.send({ type: 'code', value: '4821' });
    expect(typed.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
    const done = await chat.send({ type: 'handover.confirm.done', answer: { ...settled, held: 4000 } });
    expect(chat.text(done).split('\n\n')[0]).toBe(
      ["C'est noté : vous avez remis 75 DH à Coopérative Zhour.", 'Il vous reste 40 DH.'].join('\n'),
    );
    expect(chat.state).toBe('home');
  });

  test('may be all handed over', async () => {
    const done = await chat.send({ type: 'handover.confirm.done', answer: { ...settled, held: 0 } });
    expect(done.keys).toEqual(['staff.cashGiven', 'staff.cashNoneLeft']);
  });

  test('stays when they say not now, and a word is as good as a digit', async () => {
    await chat.type(digit);
    await chat.type('2');
    expect(await chat.type('0')).toMatchObject({ commands: [] });
    expect(chat.state).toBe('cash.shown');
    await chat.type('2');
    const said = await chat.send({ type: 'yes' });
    expect(said.commands).toEqual([{ name: 'cash.give', input: { cooperative: 'nour' } }]);
  });

  test('is shown as it is now when an older yes is tapped', async () => {
    await chat.type(digit);
    await chat.type('1');
    await chat.type('0');
    for (const tapped of ['give:zhour', 'give:nour', 'giveTo:gone']) {
      expect(await chat.tap(tapped)).toMatchObject({ commands: [] });
      expect(chat.state).toBe('cash.shown');
    }
    await chat.type('1');
    expect(await chat.tap('give:nour')).toMatchObject({ commands: [] });
    expect(chat.state).toBe('cash.shown');
  });

  test('keeps the question of the amount when something else is asked meanwhile', async () => {
    await chat.type(digit);
    await chat.type('1');
    const said = await chat.send(aQuestion(flow === shelfFlow ? 'reservation' : 'offer', 'q1', 'A7H4'));
    expect(said.keys).toEqual(['staff.waitingHere']);
    expect(chat.state).toBe('cash.giving');
  });

  test('of more cooperatives than a list takes offers the largest amounts first', async () => {
    const owed = Array.from({ length: 12 }, (_, index) => ({ cooperative: `c${index}`, amount: 9900 - index * 100 }));
    chat.answers['cash.mine'] = () => ({ total: 100_000, own: 0, owed });
    await chat.type(digit);
    expect(chat.prompt.choices).toHaveLength(10);
    expect(chat.prompt.choices[8]?.event).toBe('giveTo:c8');
  });

  test('says so when nothing is held any more', async () => {
    const refused = await chat.send({ type: 'cash.give.refused', reason: 'nothingHeld' });
    expect(chat.text(refused)).toContain("Vous n'avez plus d'argent de cette coopérative.");
  });
});

test('A distributor who holds only what is their own is asked nothing', async () => {
  const chat = new FlowHarness(distributorFlow);
  chat.answers['cash.mine'] = () => ({ total: 2000, own: 2000, owed: [] });
  await chat.type('2');
  expect(chat.state).toBe('home');
});

test('A keeper hears what lies in the till of the store, and is not asked for it', async () => {
  const chat = new FlowHarness(shelfFlow);
  chat.answers['cash.mine'] = () => ({
    ...{ total: 7500, own: 0, isAtTill: true, owed: [{ cooperative: 'zhour', amount: 7500 }] },
  });
  const said = await chat.type('5');
  expect(chat.text(said)).toContain('À la caisse du magasin : 75 DH, tout pour les coopératives.');
  expect(chat.state).toBe('home');
});

describe('A cooperative', () => {
  const coming = { name: 'cash.coming', from: { distributor: 'hassan' }, amount: 7500, code: '4821' } as const;

  test('hears who brings how much, the code, and to count first', async () => {
    const chat = new FlowHarness(cooperativeFlow);
    const said = await chat.send({ type: 'notice', notice: coming });
    expect(chat.text(said)).toContain(
      [
        'Hassan B. vous apporte 75 DH.',
        "Comptez d'abord l'argent. Si le compte est bon, dites ce code : 4821. Pas avant.",
      ].join('\n'),
    );
    const more = await chat.send({ type: 'notice', notice: { ...coming, amount: 9000, isMore: true } });
    expect(more.keys).toEqual(['cooperative.cashComing', 'cooperative.cashCode', 'cooperative.cashMore']);
  });

  test('hears that it is settled, and is owed nothing', async () => {
    const chat = new FlowHarness(cooperativeFlow);
    const notice = { name: 'cash.received', from: { shelf: 'youssoufia' }, amount: 7500 } as const;
    const said = await chat.send({ type: 'notice', notice });
    expect(chat.text(said)).toContain("C'est noté : Rayon de Youssoufia vous a remis 75 DH.");
    chat.answers['owed.mine'] = () => ({ total: 0, heldBy: [], orders: [] });
    expect((await chat.send({ type: 'owed' })).keys).toEqual(['cooperative.owedNothing']);
  });
});
