import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { answered, aPart, aQuestion, aQuestionGone, aReminder } from '#test/support/staff-facts.ts';
import type { PartView } from '#trade/orders/order.ts';

let chat: FlowHarness;
let parts: Map<string, PartView>;

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  parts = new Map([
    ['p1', aPart('p1', 'A7H4')],
    ['p2', aPart('p2', 'B3K9')],
    ['p3', aPart('p3', 'C2M6')],
  ]);
  chat.answers['part.show'] = ({ part }) => parts.get(part) ?? null;
});

const ask = (id: string, order: string) => chat.send(aQuestion('part', id, order));

describe('Several questions in one chat', () => {
  test('are asked one after the other in the order they came', async () => {
    await ask('p1', 'A7H4');
    const second = await ask('p2', 'B3K9');
    expect(chat.text(second)).toContain('Une autre question vous attend : commande B3K9.');
    const third = await ask('p3', 'C2M6');
    expect(chat.text(third)).toContain('2 autres questions vous attendent : commandes B3K9 et C2M6.');
    expect((await chat.type('1')).commands).toEqual([{ name: 'part.accept', input: { part: 'p1' } }]);
    await chat.send(answered('part.accept', 'A7H4'));
    expect(chat.text()).toContain('Commande B3K9.');
    await chat.type('1');
    await chat.send(answered('part.accept', 'B3K9'));
    expect(chat.text()).toContain('Commande C2M6.');
  });

  test('are counted in the right Arabic form', async () => {
    chat.language = 'ar';
    await ask('p1', 'A7H4');
    expect(chat.text(await ask('p2', 'B3K9'), 'ar')).toContain('ينتظركم سؤال آخر');
    expect(chat.text(await ask('p3', 'C2M6'), 'ar')).toContain('سؤالان آخران');
    expect(chat.text(await ask('p4', 'D5N8'), 'ar')).toContain('تنتظركم 3 أسئلة أخرى');
  });

  test('are held once even when one comes twice', async () => {
    await ask('p1', 'A7H4');
    expect((await ask('p1', 'A7H4')).keys).toEqual([]);
    await ask('p2', 'B3K9');
    expect((await ask('p2', 'B3K9')).keys).toEqual([]);
    expect(chat.context).toMatchObject({ queue: [['part', 'p2', 'B3K9']] });
  });

  test('are asked as soon as a command is done that was on its way', async () => {
    await chat.send({ type: 'code', value: '4821' });
    expect(await ask('p1', 'A7H4')).toMatchObject({ keys: [], handled: true });
    expect(chat.state).toBe('recording');
    await chat.send({ type: 'handover.confirm.refused', reason: 'codeUnknown' });
    expect(chat.state).toBe('question.asking');
  });
});

describe('A question that no longer needs an answer', () => {
  test('is closed when it was open, and the next one is asked', async () => {
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    const gone = await chat.send(aQuestionGone('part', 'p1', 'A7H4'));
    expect(gone.keys).toEqual(['staff.questionGone']);
    expect(chat.text()).toContain('Commande B3K9.');
  });

  test('is taken out of the queue, saying so, and the open one stays', async () => {
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    const gone = await chat.send(aQuestionGone('part', 'p2', 'B3K9'));
    expect(chat.text(gone)).toContain("La commande B3K9 n'attend plus votre réponse.");
    expect(chat.context).toMatchObject({ queue: [], open: ['part', 'p1', 'A7H4'] });
    expect(chat.state).toBe('question.asking');
  });

  test.each([
    ['cancelled', 'Commande A7H4 : elle est annulée. Ne la préparez pas.'],
    ['accepted', "Commande A7H4 : quelqu'un de chez vous a déjà dit oui."],
    ['refused', "Commande A7H4 : quelqu'un de chez vous a déjà dit non."],
  ] as const)('is closed with its reason in the same message: %s', async (why, reason) => {
    await ask('p1', 'A7H4');
    const gone = await chat.send(aQuestionGone('part', 'p1', 'A7H4', why));
    expect(gone.keys).toHaveLength(1);
    expect(chat.text(gone)).toContain(`${reason}\n\nQue voulez-vous faire ?`);
  });

  test('is closed without another word when a notice has told why', async () => {
    await ask('p1', 'A7H4');
    await chat.send({ type: 'notice', notice: { name: 'part.answeredFor', order: 'A7H4', isAccepted: true } });
    expect((await chat.send(aQuestionGone('part', 'p1', 'A7H4', 'told'))).keys).toEqual([]);
    expect(chat.state).toBe('home');
  });

  test('is not spoken of when it was answered here', async () => {
    await ask('p1', 'A7H4');
    await chat.type('1');
    const gone = await chat.send(aQuestionGone('part', 'p1', 'A7H4'));
    expect(gone.keys).toEqual([]);
    expect(chat.state).toBe('recording');
  });

  test.each([
    ['is not ours to see', null],
    ['was answered from another phone', aPart('p1', 'A7H4', { state: 'accepted' })],
  ])('is passed over when its part %s', async (_, part) => {
    chat.answers['part.show'] = ({ part: id }) => (id === 'p1' ? part : aPart('p2', 'B3K9'));
    await chat.send({ type: 'code', value: '4821' });
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    const said = await chat.send({ type: 'handover.confirm.refused', reason: 'codeUnknown' });
    expect(said.keys).toEqual(['cooperative.codeUnknown', 'staff.questionGone']);
    expect(chat.text()).toContain('Commande B3K9.');
  });

  test('closes the reasons that were being given for it', async () => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    await chat.send(aQuestionGone('part', 'p1', 'A7H4'));
    expect(chat.state).toBe('home');
  });
});

describe('A reminder', () => {
  test('says which answer is still waited for and leaves the question open', async () => {
    await ask('p1', 'A7H4');
    const said = await chat.send(aReminder('part', 'p1', 'A7H4'));
    expect(chat.text(said)).toContain('Commande A7H4 : nous attendons encore votre réponse.\n\nCommande A7H4.');
    expect(chat.state).toBe('question.asking');
    expect((await chat.type('1')).commands).toEqual([{ name: 'part.accept', input: { part: 'p1' } }]);
  });

  test('brings the question back to whoever looks at something else', async () => {
    chat.answers['parts.open'] = () => [...parts.values()];
    await ask('p1', 'A7H4');
    await chat.send({ type: 'orders' });
    const said = await chat.send(aReminder('part', 'p1', 'A7H4'));
    expect(said.keys).toEqual(['staff.reminder']);
    expect(chat.state).toBe('question.asking');
  });

  test('leaves the reason that is being given as it is', async () => {
    await ask('p1', 'A7H4');
    await chat.type('2');
    expect((await chat.send(aReminder('part', 'p1', 'A7H4'))).keys).toEqual(['staff.reminder']);
    expect(chat.state).toBe('question.reasons');
  });

  test('of a question that waits its turn says a line', async () => {
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    const said = await chat.send(aReminder('part', 'p2', 'B3K9'));
    expect(chat.text(said)).toContain('Commande B3K9 : nous attendons encore votre réponse.');
    expect(chat.context).toMatchObject({ open: ['part', 'p1', 'A7H4'], queue: [['part', 'p2', 'B3K9']] });
  });

  test('of a question that this chat does not know is the question itself', async () => {
    await chat.send(aReminder('part', 'p1', 'A7H4'));
    expect(chat.text()).toContain('Commande A7H4. Pouvez-vous la préparer ?');
    expect((await chat.send(aReminder('part', 'p2', 'B3K9'))).keys).toEqual(['staff.waiting']);
  });
});

describe('A tap on an older question', () => {
  test('is never a yes to the open one', async () => {
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    await chat.type('1');
    await chat.send(answered('part.accept', 'A7H4'));
    for (const tap of ['accept:p1', 'refuse:p1', 'outOfStock:p1', 'other:p1', 'none:p1']) {
      const late = await chat.tap(tap);
      expect(late, tap).toMatchObject({ keys: ['staff.oldQuestion'], commands: [] });
      expect(chat.state).toBe('question.asking');
    }
  });

  test('names the order when its question still waits', async () => {
    await ask('p1', 'A7H4');
    await ask('p2', 'B3K9');
    const late = await chat.tap('accept:p2');
    expect(late.commands).toEqual([]);
    expect(chat.text(late)).toContain("Rien n'est enregistré pour la commande B3K9");
  });

  test('counts when its question is the open one, wherever the person is', async () => {
    chat.answers['parts.open'] = () => [...parts.values()];
    await ask('p1', 'A7H4');
    await chat.send({ type: 'orders' });
    expect((await chat.tap('accept:p1')).commands).toEqual([{ name: 'part.accept', input: { part: 'p1' } }]);
  });

  test('says nothing was changed when no question is open', async () => {
    expect((await chat.tap('accept:p9')).keys).toEqual(['staff.oldQuestion']);
    expect((await chat.tap('ready:p9')).keys).toEqual(['staff.oldQuestion']);
    expect((await chat.send({ type: 'yes' })).keys).toEqual(['staff.useDigits']);
    expect(chat.state).toBe('home');
  });
});

describe('A conversation of another version', () => {
  test('goes on with its questions, the open one first', () => {
    const saved = { queue: [['part', 'p2', 'B3K9'], 'nonsense'], open: ['part', 'p1', 'A7H4'], more: true };
    expect(cooperativeFlow.carryOver(saved)).toMatchObject({
      queue: [
        ['part', 'p1', 'A7H4'],
        ['part', 'p2', 'B3K9'],
      ],
      open: null,
      part: null,
      list: [],
    });
    for (const broken of [null, undefined, 'text', {}]) {
      expect(cooperativeFlow.carryOver(broken)).toMatchObject({ queue: [], open: null });
    }
  });
});
