import { beforeEach, describe, expect, test } from 'vitest';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { aQuestionGone } from '#test/support/staff-facts.ts';
import type { ReservationView } from '#trade/shelves/requests.ts';

let chat: FlowHarness;

const reservation = (id: string, order: string): ReservationView => ({
  ...{ id, order, state: 'asked', receiver: 'Amina', cash: 24_000 },
  lines: [{ product: 'miel-thym', quantity: 2 }],
});
const ask = (id: string, order: string, type = 'question') => chat.send({ type, kind: 'reservation', id, order });

beforeEach(() => {
  chat = new FlowHarness(shelfFlow);
  chat.answers['reservation.show'] = ({ reservation: id }) => reservation(id, id === 'r1' ? 'A7H4' : 'B3K9');
});

describe('A keeper asked to put something aside', () => {
  test('reads for whom and what, and answers with a digit', async () => {
    await ask('r1', 'A7H4');
    expect(chat.text()).toBe(
      [
        'Commande A7H4, pour Amina :',
        'Miel de thym : 2 × 500 g (1 kg)',
        'Pouvez-vous le mettre de côté ?',
        "1. Oui, c'est mis de côté",
        "2. Non, il n'y en a plus",
        '3. Non, autre raison',
      ].join('\n'),
    );
    expect(chat.prompt.binding).toBe(true);
  });

  test.each([
    ['1', { name: 'reservation.accept', input: { reservation: 'r1' } }],
    ['2', { name: 'reservation.refuse', input: { reservation: 'r1', cause: 'outOfStock' } }],
    ['3', { name: 'reservation.refuse', input: { reservation: 'r1', cause: 'other' } }],
  ])('answers %s', async (digit, command) => {
    await ask('r1', 'A7H4');
    expect((await chat.type(digit)).commands).toEqual([command]);
    const answer = { order: 'A7H4', undoUntil: chat.now + 120_000 };
    const done = await chat.send({ type: `${command.name}.done`, answer });
    expect(done.keys).toEqual([digit === '1' ? 'shelf.accepted' : 'shelf.refused', 'staff.undoMinutes']);
    expect(chat.state).toBe('home');
  });

  test('answers yes in words, and is asked which no it is', async () => {
    await ask('r1', 'A7H4');
    expect((await chat.send({ type: 'no' })).keys).toEqual(['staff.useDigits']);
    expect((await chat.send({ type: 'yes' })).commands).toHaveLength(1);
  });

  test('is asked one thing at a time, and a tap on the next one changes nothing', async () => {
    await ask('r1', 'A7H4');
    expect((await ask('r2', 'B3K9')).keys).toEqual(['staff.waiting']);
    expect(await chat.tap('accept:r2')).toMatchObject({ keys: ['staff.laterQuestion'], commands: [] });
    await chat.type('1');
    await chat.send({ type: 'reservation.accept.done', answer: { order: 'A7H4', undoUntil: 0 } });
    expect(chat.text()).toContain('Commande B3K9, pour Amina :');
  });

  test('is reminded, and asked again after taking an answer back', async () => {
    await ask('r1', 'A7H4');
    expect((await ask('r1', 'A7H4', 'question.again')).keys).toEqual(['staff.reminder']);
    await chat.type('1');
    await chat.send({ type: 'reservation.accept.done', answer: { order: 'A7H4', undoUntil: chat.now + 60_000 } });
    await chat.send({ type: 'undo' });
    const undone = await chat.send({ type: 'answer.undo.done', answer: { what: 'reservation.accept', order: 'A7H4' } });
    expect(undone.keys).toEqual(['staff.undoneYes']);
    await ask('r1', 'A7H4');
    expect(chat.state).toBe('question.asking');
  });

  test('is told when it is no longer needed', async () => {
    await ask('r1', 'A7H4');
    await ask('r1', 'A7H4', 'question.gone');
    expect(chat.state).toBe('home');
    await ask('r1', 'A7H4');
    const gone = await chat.send(aQuestionGone('reservation', 'r1', 'A7H4', 'cancelled'));
    expect(gone.keys).toEqual(['shelf.withdrawn']);
    const withdrawn = { type: 'notice', notice: { name: 'reservation.withdrawn', order: 'A7H4' } };
    expect(chat.text(await chat.send(withdrawn))).toContain(
      'Commande A7H4 : elle est annulée. Remettez au rayon ce qui était mis de côté.',
    );
  });

  test('sees what still waits, and answers from there', async () => {
    chat.answers['reservations.open'] = () => [];
    expect((await chat.type('3')).keys).toEqual(['shelf.noneReserved']);
    chat.answers['reservations.open'] = () => [reservation('r2', 'B3K9')];
    await chat.type('3');
    expect(chat.text()).toContain('1. Commande B3K9 : pour Amina');
    await chat.type('1');
    expect(chat.text()).toContain('Commande B3K9, pour Amina :');
    expect((await chat.type('1')).commands).toEqual([{ name: 'reservation.accept', input: { reservation: 'r2' } }]);
  });

  test('learns from an old list that it is answered', async () => {
    chat.answers['reservation.show'] = () => ({ ...reservation('r1', 'A7H4'), state: 'accepted' });
    expect((await chat.tap('reservation:r1')).keys).toEqual(['staff.questionGone']);
    chat.answers['reservation.show'] = () => null;
    expect((await chat.tap('reservation:r1')).keys).toEqual(['staff.oldQuestion']);
    expect(chat.state).toBe('home');
  });
});

describe('The cash at a shelf', () => {
  test('is told when it is asked for, with whose it is', async () => {
    chat.answers['cash.mine'] = () => ({ total: 17_000, own: 0, owed: [{ cooperative: 'zhour', amount: 17_000 }] });
    expect(chat.text(await chat.type('5'))).toContain(
      'Entre vos mains : 170 DH, tout pour les coopératives.\nCoopérative Zhour : 170 DH',
    );
    await chat.type('0');
    chat.answers['cash.mine'] = () => ({ total: 0, own: 0, owed: [] });
    expect((await chat.type('5')).keys).toEqual(['shelf.cashNone']);
    expect(chat.state).toBe('home');
  });
});

describe('A keeper’s conversation of another version', () => {
  test('goes on with its questions', () => {
    const saved = { queue: [['reservation', 'r2', 'B3K9']], open: ['reservation', 'r1', 'A7H4'], list: [1] };
    expect(shelfFlow.carryOver(saved)).toMatchObject({
      queue: [
        ['reservation', 'r1', 'A7H4'],
        ['reservation', 'r2', 'B3K9'],
      ],
      open: null,
      list: [],
    });
  });
});
