import { beforeEach, describe, expect, test } from 'vitest';
import type { FlowHarness } from '#test/support/flow-harness.ts';
import type { HelpView } from '#trade/people/requests.ts';
import { nine, volunteerChat } from './chat.ts';

let chat: FlowHarness;

const voice = { source: 'kept/1', mimeType: 'audio/ogg' };
const open: HelpView = {
  request: 'h1',
  who: 'Amina',
  role: 'customer',
  phone: '+212612345678',
  state: 'open',
  isMine: false,
  since: nine,
  messages: [
    { from: 'person', words: 'Bonjour' },
    { from: 'person', voice },
    { from: 'volunteer', words: 'Je regarde' },
  ],
};

beforeEach(() => {
  chat = volunteerChat();
  chat.answers['help.show'] = ({ request }) => (request === 'h1' ? open : null);
});

async function writing() {
  await chat.tap('request:h1');
  await chat.type('1');
  return chat.send({ type: 'help.take.done', answer: { request: 'h1', who: 'Amina' } });
}

describe('A request for help', () => {
  test('is shown with all that was written and said', async () => {
    const said = await chat.tap('request:h1');
    expect(chat.text(said)).toBe(
      [
        'Demande : Amina (client), depuis 9 h.',
        'Téléphone : 06 12 34 56 78',
        'Ses mots : Bonjour',
        'Son message vocal suit.',
        "Réponse d'un bénévole : Je regarde",
        '',
        'Que voulez-vous faire pour Amina ?',
        "1. Je m'en occupe",
        "2. C'est réglé",
        '0. Retour',
      ].join('\n'),
    );
    expect(said.statements).toContainEqual({ key: 'volunteer.saidVoice', voice });
  });

  test('is taken over, and every message goes to the person until it is settled', async () => {
    expect((await writing()).keys).toEqual(['volunteer.taken']);
    for (const words of ['Je vois.', 'Votre colis part demain.']) {
      const sent = await chat.send({ type: 'text', text: words });
      expect(sent.commands).toEqual([{ name: 'help.reply', input: { request: 'h1', words } }]);
      const done = await chat.send({ type: 'help.reply.done', answer: { request: 'h1', who: 'Amina' } });
      expect([done.keys, chat.state]).toEqual([['volunteer.sent'], 'request.writing']);
    }
    expect((await chat.type('1')).commands).toEqual([{ name: 'help.close', input: { request: 'h1' } }]);
    const closed = await chat.send({ type: 'help.close.done', answer: { request: 'h1', who: 'Amina' } });
    expect([closed.keys, chat.state]).toEqual([['volunteer.closed'], 'home']);
    expect(chat.prompt.after).toEqual([]);
    await chat.send({ type: 'menu' });
    expect(chat.prompt.after).toMatchObject([{ key: 'volunteer.homeOrder' }]);
  });

  test('is not answered with a greeting alone', async () => {
    await writing();
    for (const type of ['hello', 'thanks', 'yes', 'no']) {
      expect(await chat.send({ type }), type).toMatchObject({ keys: ['volunteer.wholeSentence'], commands: [] });
    }
    expect(chat.state).toBe('request.writing');
  });

  test('does not get a number alone: it opens that order, one choice away from the conversation', async () => {
    await writing();
    expect((await chat.send({ type: 'text', text: ' a7h4' })).commands).toEqual([]);
    expect(chat.state).toBe('story.open');
    expect(chat.text()).toContain('Répondre à Amina\n0. Retour');
    await chat.tap('request:h1');
    expect(chat.state).toBe('request.open');
    await writing();
    const words = 'La commande A7H4 est en route.';
    expect((await chat.send({ type: 'text', text: words })).commands).toEqual([
      { name: 'help.reply', input: { request: 'h1', words } },
    ]);
  });

  test('goes on while the person adds to it, and stays addressed while others write', async () => {
    await writing();
    const more = { name: 'help.asked', request: 'h1', who: 'Amina', words: 'Merci', isMore: true };
    const said = await chat.send({ type: 'notice', notice: more });
    expect(said.keys).toEqual(['volunteer.helpMore', 'volunteer.said']);
    expect(chat.prompt.choices[0]?.event).toBe('close:h1');
    const again = { name: 'help.asked', request: 'h2', who: 'Karim', isMore: true };
    expect(await chat.send({ type: 'notice', notice: again })).toMatchObject({ keys: [], handled: true });
    await chat.send({ type: 'notice', notice: { ...more, request: 'h2', who: 'Karim' } });
    expect(chat.prompt).toMatchObject({ expects: 'text', choices: [{ event: 'request:h2' }, { event: 'later' }] });
    expect((await chat.send({ type: 'text', text: 'De rien.' })).commands).toEqual([
      { name: 'help.reply', input: { request: 'h1', words: 'De rien.' } },
    ]);
  });

  test('that another volunteer has can only be read', async () => {
    chat.answers['help.show'] = () => ({ ...open, state: 'taken' });
    expect((await chat.tap('request:h1')).keys).toContain('volunteer.helpTaken');
    expect(chat.prompt.choices.map(({ event }) => event)).toEqual(['back']);
    expect((await chat.tap('take:h1')).commands).toEqual([{ name: 'help.take', input: { request: 'h1' } }]);
    const refused = await chat.send({ type: 'help.take.refused', reason: 'alreadyTaken' });
    expect([refused.keys, chat.state]).toEqual([['common.refused_alreadyTaken'], 'home']);
  });

  test('that is one’s own is gone on with', async () => {
    chat.answers['help.show'] = () => ({ ...open, state: 'taken', isMine: true });
    await chat.tap('request:h1');
    expect(chat.text()).toContain('1. Écrire un message');
    expect(await chat.type('1')).toMatchObject({ keys: [], commands: [] });
    expect(chat.state).toBe('request.writing');
  });

  test('is told news with the way to open it again, once left', async () => {
    await writing();
    await chat.type('0');
    const more = { name: 'help.asked', request: 'h1', who: 'Amina', words: 'Merci', isMore: true };
    await chat.send({ type: 'notice', notice: more });
    expect(chat.prompt.choices[0]?.event).toBe('request:h1');
  });

  test('that is settled or unknown is said to be so', async () => {
    chat.answers['help.show'] = () => ({ ...open, state: 'closed' });
    expect((await chat.tap('request:h1')).keys).toContain('volunteer.helpClosed');
    chat.answers['help.show'] = () => null;
    expect((await chat.tap('request:h1')).keys).toEqual(['volunteer.unknownHelp']);
    expect(chat.state).toBe('home');
  });
});
