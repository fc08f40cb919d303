import { beforeEach, describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { distributorFlow } from '#flows/distributor/flow.ts';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import { anOffer, answered, aPart, aQuestion } from '#test/support/staff-facts.ts';
import type { UndoableName, Undone } from '#trade/people/requests.ts';

const second = 1000;
const minute = 60 * second;

let chat: FlowHarness;

beforeEach(() => {
  chat = new FlowHarness(cooperativeFlow);
  chat.answers['part.show'] = ({ part }) => aPart(part, 'A7H4');
});

const notice = (fields: object) => chat.send({ type: 'notice', notice: fields });

describe('An answer', () => {
  const accept = async (left: number) => {
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    await chat.type('1');
    return chat.send(answered('part.accept', 'A7H4', chat.now + left));
  };

  test.each([
    [2 * minute, 'fr', "Vous pouvez encore changer d'avis pendant 2 minutes : écrivez « annuler »."],
    [119.6 * second, 'fr', 'pendant 2 minutes'],
    [100 * second, 'fr', 'pendant 1 minute'],
    [45 * second, 'fr', 'pendant 45 secondes'],
    [2 * minute, 'ar', 'يمكنكم أن تغيّروا جوابكم خلال دقيقتين: اكتبوا «تراجع».'],
    [5 * minute, 'ar', 'خلال 5 دقائق'],
  ] as const)('says for how long it can be taken back: %i ms, %s', async (left, language, text) => {
    expect(chat.text(await accept(left), language)).toContain(text);
  });

  test('that has taken effect already says nothing of that', async () => {
    expect((await accept(0)).keys).toEqual(['cooperative.accepted', 'cooperative.acceptedNext']);
  });

  test('that could not take effect in the end is said to its giver, with the reason', async () => {
    const failed = await notice({ name: 'answer.failed', order: 'A7H4', reason: 'alreadyAnswered' });
    expect(failed.keys).toEqual(['staff.orderAnswerFailed', 'common.refused_alreadyAnswered']);
    const none = await notice({ name: 'answer.failed', order: '', reason: 'failed' });
    expect(none.keys).toEqual(['staff.answerFailed', 'common.refused_failed']);
  });
});

describe('Home', () => {
  test('explains itself when it is asked for, not after every answer', async () => {
    const hint = "Quand le distributeur vient, tapez ici les 4 chiffres qu'il vous dit.";
    expect(chat.text()).toContain(hint);
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    await chat.type('1');
    await chat.send(answered('part.accept', 'A7H4'));
    expect(chat.text()).toMatch(/^Que voulez-vous faire \?/u);
    expect(chat.text()).not.toContain(hint);
    for (const type of ['hello', 'menu', 'back']) {
      await chat.send({ type });
      expect(chat.text(), type).toContain(hint);
    }
  });
});

describe('The word of taking back', () => {
  test('takes the last answer back and says which, and the question comes again', async () => {
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    await chat.type('1');
    await chat.send(answered('part.accept', 'A7H4', chat.now + minute));
    expect((await chat.send({ type: 'undo' })).commands).toEqual([{ name: 'answer.undo', input: {} }]);
    const done = await chat.send({ type: 'answer.undo.done', answer: { what: 'part.accept', order: 'A7H4' } });
    expect(chat.text(done)).toContain("C'est annulé : votre « oui » pour la commande A7H4 ne compte plus.");
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    expect(chat.text()).toContain('Commande A7H4. Pouvez-vous la préparer ?');
  });

  test('says kindly that there is nothing to take back', async () => {
    await chat.send({ type: 'undo' });
    const refused = await chat.send({ type: 'answer.undo.refused', reason: 'nothingToUndo' });
    expect(refused.keys).toEqual(['staff.nothingToUndo']);
    await chat.send({ type: 'undo' });
    const failed = await chat.send({ type: 'answer.undo.refused', reason: 'failed' });
    expect(failed.keys).toEqual(['common.refused_failed']);
  });

  test.each<[UndoableName, Omit<Undone, 'what'>, string]>([
    ['part.refuse', { order: 'A7H4' }, 'votre « non » pour la commande A7H4'],
    ['part.ready', { order: 'A7H4' }, "la commande A7H4 n'est plus notée prête"],
    ['delivery.fail', { order: 'A7H4' }, 'la commande A7H4 est toujours à livrer'],
    ['product.switch', { product: 'miel-thym' }, "Miel de thym, c'est comme avant"],
    ['cooperative.away', {}, "rien n'a changé pour vos jours d'absence"],
  ])('names what was taken back: %s', async (what, more, text) => {
    await chat.send({ type: 'undo' });
    const done = await chat.send({ type: 'answer.undo.done', answer: { what, ...more } });
    expect(chat.text(done)).toContain(text);
  });

  test('leaves the open question open', async () => {
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    await chat.send({ type: 'undo' });
    await chat.send({ type: 'answer.undo.refused', reason: 'nothingToUndo' });
    expect(chat.state).toBe('question.asking');
  });
});

describe('Help', () => {
  test('is called at once, then takes one message in words', async () => {
    expect((await chat.send({ type: 'volunteer' })).commands).toEqual([{ name: 'help.ask', input: {} }]);
    const called = await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    expect(chat.text(called)).toContain("Les bénévoles sont prévenus que vous avez besoin d'aide.");
    expect(chat.prompt.expects).toBe('text');
    const words = await chat.send({ type: 'text', text: 'Le moulin est cassé' });
    expect(words.commands).toEqual([{ name: 'help.ask', input: { words: 'Le moulin est cassé' } }]);
    const added = await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    expect(added.keys).toEqual(['staff.helpAdded']);
    expect(chat.state).toBe('home');
  });

  test('needs no words', async () => {
    await chat.send({ type: 'volunteer' });
    await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    expect((await chat.type('0')).commands).toEqual([]);
    expect(chat.state).toBe('home');
  });

  test('lets the words be written while a question arrives', async () => {
    await chat.send({ type: 'volunteer' });
    await chat.send({ type: 'help.ask.done', answer: { request: 'h1' } });
    const said = await chat.send(aQuestion('part', 'p1', 'A7H4'));
    expect(chat.text(said)).toContain('Une question vous attend : commande A7H4.');
    expect(chat.state).toBe('help.writing');
    await chat.type('0');
    expect(chat.state).toBe('question.asking');
  });

  test('that was refused says why', async () => {
    await chat.send({ type: 'volunteer' });
    expect((await chat.send({ type: 'help.ask.refused', reason: 'failed' })).keys).toEqual(['common.refused_failed']);
    expect(chat.state).toBe('home');
  });

  test('tells when a volunteer takes it and what a volunteer writes, marked as such', async () => {
    expect((await notice({ name: 'help.taken' })).keys).toEqual(['staff.helpTaken']);
    const replied = await notice({ name: 'help.replied', words: 'Je passe demain.' });
    expect(chat.text(replied)).toContain('Un bénévole vous écrit : « Je passe demain. »');
    expect(chat.text(replied, 'ar')).toMatch(/متطوّع يكتب لكم: «.*Je passe demain\..*»/u);
  });
});

describe('A change of language', () => {
  test('is said in the new language before the open question', async () => {
    await chat.send(aQuestion('part', 'p1', 'A7H4'));
    const said = await chat.send({ type: 'language', value: 'fr' });
    expect(chat.text(said)).toContain("D'accord, nous continuons en français.\n\nCommande A7H4.");
    expect(chat.text(said, 'ar')).toContain('حسنا، نكمل بالعربية.');
  });
});

describe('Something said', () => {
  test('is kept, and a volunteer listens when the person wants it', async () => {
    const media = { source: 'kept/sound', mimeType: 'audio/ogg' };
    const said = await chat.send({ type: 'voice', media, seconds: 7 });
    expect(said.commands).toEqual([{ name: 'voice.keep', input: { media, seconds: 7 } }]);
    await chat.send({ type: 'voice.keep.done', answer: { note: 'n1', by: chat.now } });
    expect((await chat.tap('listen:n1')).commands).toEqual([{ name: 'voice.ask', input: { note: 'n1' } }]);
    expect((await chat.send({ type: 'voice.ask.done', answer: { request: 'h1' } })).keys).toEqual([
      'common.voiceAsked',
    ]);
  });
});

describe('A question that arrives', () => {
  test('is asked at once where something is only looked up', async () => {
    chat.answers['parts.open'] = () => [aPart('p9', 'C2M6', { state: 'ready' })];
    await chat.send({ type: 'orders' });
    expect((await chat.send(aQuestion('part', 'p1', 'A7H4'))).keys).toEqual([]);
    expect(chat.state).toBe('question.asking');
  });

  test('of a distributor is an offer and comes the same way', async () => {
    chat = new FlowHarness(distributorFlow);
    chat.answers['offer.show'] = ({ offer }) => anOffer(offer, 'A7H4');
    await chat.send(aQuestion('offer', 'o1', 'A7H4'));
    expect(chat.state).toBe('question.asking');
    expect((await chat.send({ type: 'back' })).keys).toEqual(['staff.answerFirst']);
  });
});

describe('A code with a digit too many', () => {
  test.each([
    [cooperativeFlow, 'cooperative.codeUnknown'],
    [distributorFlow, 'distributor.codeUnknown'],
    [shelfFlow, 'shelf.codeUnknown'],
  ] as const)('is answered with how long a code is, and is no try: $name', async (flow, key) => {
    chat = new FlowHarness(flow);
    const said = await chat.send({ type: 'code', value: '04271' });
    expect([said.keys, said.commands, chat.state]).toEqual([[key], [], 'home']);
  });
});
