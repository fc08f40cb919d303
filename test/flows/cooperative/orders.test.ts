import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { answered, aPart, aQuestion } from '#test/support/staff-facts.ts';
import type { PartView } from '#trade/orders/order.ts';

let chat: FlowHarness;
let parts: PartView[];

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  parts = [aPart('p1', 'A7H4', { state: 'accepted' }), aPart('p2', 'B3K9', { state: 'ready' }), aPart('p3', 'C2M6')];
  chat.answers['parts.open'] = () => parts;
  chat.answers['part.show'] = ({ part }) => parts.find(({ id }) => id === part) ?? null;
});

describe('The orders in hand', () => {
  test('are listed with what each waits for', async () => {
    await chat.type('1');
    expect(chat.text()).toBe(
      [
        'Vos commandes en cours. Laquelle voulez-vous voir ?',
        '1. Commande A7H4 : à préparer, jeudi 26 novembre',
        '2. Commande B3K9 : prête, jeudi 26 novembre',
        '3. Commande C2M6 : attend votre réponse, jeudi 26 novembre',
        '0. Retour',
      ].join('\n'),
    );
  });

  test('for a shelf show the day in the list and by when to bring them on the card', async () => {
    parts = [aPart('p1', 'A7H4', { state: 'accepted', way: { kind: 'shelf', shelf: 'youssoufia' } })];
    await chat.type('1');
    expect(chat.text()).toContain('1. Commande A7H4 : à préparer, jeudi 26 novembre');
    await chat.type('1');
    expect(chat.text()).toContain('À apporter au plus tard : jeudi 26 novembre.');
  });

  test('are said to be none when there are none', async () => {
    parts = [];
    expect((await chat.type('1')).keys).toEqual(['cooperative.noOrders']);
    expect(chat.state).toBe('home');
  });

  test('become ready with 1', async () => {
    await chat.type('1');
    await chat.type('1');
    expect(chat.state).toBe('orders.one');
    expect((await chat.type('1')).commands).toEqual([{ name: 'part.ready', input: { part: 'p1' } }]);
    const done = await chat.send(answered('part.ready', 'A7H4'));
    expect(done.keys).toEqual(['cooperative.isReady']);
  });

  test('offer nothing but the way back once they are ready', async () => {
    await chat.type('1');
    await chat.type('2');
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['back']);
    await chat.type('0');
    expect(chat.state).toBe('orders.list');
  });

  test('that still wait for an answer are asked at once, before the question that was open', async () => {
    parts.push(aPart('p4', 'D5N8'));
    await chat.send(aQuestion('part', 'p4', 'D5N8'));
    await chat.send(aQuestion('part', 'p3', 'C2M6'));
    await chat.send({ type: 'orders' });
    await chat.tap('part:p3');
    expect(chat.context).toMatchObject({ open: ['part', 'p3', 'C2M6'], queue: [['part', 'p4', 'D5N8']] });
    expect((await chat.type('1')).commands).toEqual([{ name: 'part.accept', input: { part: 'p3' } }]);
  });

  test('that have left since are said to have left', async () => {
    await chat.type('1');
    parts = [aPart('p1', 'A7H4', { state: 'pickedUp' })];
    const said = await chat.type('1');
    expect(chat.text(said)).toContain('Commande A7H4, partie avec le distributeur.');
    expect(chat.state).toBe('home');
    expect((await chat.tap('part:p9')).keys).toEqual(['staff.oldQuestion']);
  });
});

describe('Four digits', () => {
  test('typed anywhere hand the goods over', async () => {
    chat.answers['part.show'] = () => aPart('p3', 'C2M6');
    for (const before of [[], ['orders'], ['part:p3'], ['refuse:p3']]) {
      for (const tap of before) await chat.tap(tap);
      const said = await chat.send({ type: 'code', value: '4821' });
      expect(said.commands).toEqual([{ name: 'handover.confirm', input: { code: '4821' } }]);
      await chat.send({ type: 'handover.confirm.refused', reason: 'failed' });
    }
  });

  test('say which order left, with whom, and what it brings', async () => {
    await chat.send({ type: 'code', value: '4821' });
    const answer = { what: 'pickedUp', order: 'A7H4', cash: 0, left: 1, distributor: 'hassan', amount: 17_000 };
    const done = await chat.send({ type: 'handover.confirm.done', answer });
    expect(chat.text(done)).toContain('La commande A7H4 est partie avec Hassan B.');
    expect(chat.text(done)).toContain("Vous recevrez 170 DH quand le client l'aura reçue.");
  });

  test('that mean nothing are answered kindly, with how many they are and whom to ask', async () => {
    await chat.send({ type: 'code', value: '0000' });
    const refused = await chat.send({ type: 'handover.confirm.refused', reason: 'codeUnknown' });
    expect(chat.text(refused)).toContain('4 chiffres : demandez au distributeur');
    await chat.send({ type: 'code', value: '0000' });
    const tries = await chat.send({ type: 'handover.confirm.refused', reason: 'tooManyTries' });
    expect(tries.keys).toEqual(['common.refused_tooManyTries']);
  });
});

describe('News for a cooperative', () => {
  test('say who comes and when, and where its money is', async () => {
    const planned = { name: 'pickup.planned', order: 'A7H4', distributor: 'hassan', day: '2026-11-26' };
    const coming = await chat.send({ type: 'notice', notice: planned });
    expect(chat.text(coming)).toContain(
      'Commande A7H4 : Hassan B. viendra la chercher. Jour prévu : jeudi 26 novembre.',
    );
    const paid = { name: 'part.paid', order: 'A7H4', amount: 17_000, heldBy: 'hassan' };
    expect(chat.text(await chat.send({ type: 'notice', notice: paid }))).toContain('Hassan B. a 170 DH pour vous.');
    const atShelf = { ...paid, heldBy: 'youssoufia' };
    expect(chat.text(await chat.send({ type: 'notice', notice: atShelf }))).toContain(
      'Rayon de Youssoufia a 170 DH pour vous.',
    );
  });

  test('say that an order is cancelled, or that its customer did not receive it', async () => {
    const withdrawn = await chat.send({ type: 'notice', notice: { name: 'part.withdrawn', order: 'A7H4' } });
    expect(chat.text(withdrawn)).toContain('Commande A7H4 : elle est annulée. Ne la préparez pas.');
    const returned = await chat.send({ type: 'notice', notice: { name: 'part.returned', order: 'A7H4' } });
    expect(returned.keys).toEqual(['cooperative.returned', 'cooperative.returnedNext']);
  });

  test('say what was sold over the counter of a shelf, and what that brings', async () => {
    const lines = [{ product: 'miel-thym', quantity: 2 }];
    const notice = { name: 'shelf.sold', shelf: 'youssoufia', lines, amount: 24_000 };
    expect(chat.text(await chat.send({ type: 'notice', notice }))).toContain(
      [
        'Vendu sur place, Rayon de Youssoufia :',
        'Miel de thym : 2 × 500 g (1 kg)',
        "Pour vous : 240 DH. L'argent est à ce rayon.",
      ].join('\n'),
    );
  });

  test('of another role are passed over in silence', async () => {
    const other = await chat.send({
      type: 'notice',
      notice: { name: 'shelf.expected', order: 'A7H4', cooperatives: [] },
    });
    expect(other).toMatchObject({ keys: [], handled: true });
  });
});

describe('A cooperative at home', () => {
  test('sees the menu again when it asks for it', async () => {
    for (const type of ['menu', 'back', 'language']) {
      expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
      expect(chat.state).toBe('home');
    }
  });
});
