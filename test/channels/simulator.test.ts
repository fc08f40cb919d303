import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outgoing } from '#channels/channel.ts';
import type { ShownMessage } from '#channels/simulator/message.ts';
import type { Database } from '#database/database.ts';
import { testDatabase } from '#test/support/database.ts';
import { type SimulatorStub, startSimulatorStub } from '#test/support/simulator-stub.ts';

const menu: Outgoing = {
  language: 'fr',
  body: 'Que souhaitez-vous ?',
  choices: [
    { id: 'products', digit: '1', label: 'Les produits', detail: 'quarante-quatre', line: '1. Les produits' },
    { id: 'back', digit: '0', label: 'Retour', line: '0. Retour' },
  ],
  after: 'Vous pouvez aussi écrire.',
  image: { source: 'shop/miel-thym.jpg', mimeType: 'image/jpeg' },
  ask: 'location',
};

let database: Database;
let stub: SimulatorStub;

beforeAll(async () => {
  database = await testDatabase();
  stub = await startSimulatorStub({
    database,
    answer: (incoming) => (incoming.kind === 'text' && incoming.text === 'menu' ? [menu] : []),
  });
});
afterAll(async () => {
  await stub.stop();
  await database.close();
});

function post(chat: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${stub.url}/simulator/chats/${encodeURIComponent(chat)}/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function read(chat: string, query = ''): Promise<ShownMessage[]> {
  const answer = await fetch(`${stub.url}/simulator/chats/${encodeURIComponent(chat)}/messages${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { messages: ShownMessage[] }).messages;
}

const admittedIn = (chat: string) => stub.admitted.filter((incoming) => incoming.chat === `simulator:${chat}`);

describe('posting', () => {
  it('takes a text, answers with its id and admits it', async () => {
    const answer = await post('samira', { id: 'm1', text: 'bonjour' });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ id: 'm1' });
    expect(admittedIn('samira')).toMatchObject([{ kind: 'text', text: 'bonjour', profile: { name: 'samira' } }]);
    expect(await read('samira')).toMatchObject([{ from: 'person', id: 'm1', text: 'bonjour' }]);
  });

  it('says which letter stood last above what was typed', async () => {
    await stub.say('reader', 'simulator:reader|7', menu);
    await post('reader', { id: 'm1', text: '1' });
    await stub.say('reader', 'simulator:reader|8', menu);
    await post('reader', { id: 'm1', text: '1' });
    expect(admittedIn('reader')).toMatchObject([{ text: '1', seen: 'simulator:reader|7' }]);
    await post('writer', { text: 'bonjour' });
    expect(admittedIn('writer')[0]).not.toHaveProperty('seen');
  });

  it('gives an id where none is sent', async () => {
    const { id } = (await (await post('sans-id', { text: 'a' })).json()) as { id: string };
    expect(await read('sans-id')).toMatchObject([{ id }]);
  });

  it('takes the same id again without a second message or turn', async () => {
    await post('twice', { id: 'same', text: 'un' });
    const again = await post('twice', { id: 'same', text: 'un' });
    expect([again.status, await again.json()]).toEqual([202, { id: 'same' }]);
    expect(await read('twice')).toHaveLength(1);
    expect(admittedIn('twice')).toHaveLength(1);
  });

  it('keeps the ids of two chats apart', async () => {
    await post('apart-a', { id: 'one', text: 'a' });
    await post('apart-b', { id: 'one', text: 'b' });
    expect(admittedIn('apart-b')).toMatchObject([{ text: 'b' }]);
  });

  it('shows the label of a tapped choice and tells which letter it stood on', async () => {
    await post('taps', { text: 'menu' });
    const about = (await read('taps'))[1]?.seq;
    await post('taps', { choice: 'products', about });
    expect(admittedIn('taps')[1]).toMatchObject({ kind: 'choice', choice: 'products', about: expect.any(String) });
    expect((await read('taps'))[2]).toMatchObject({ text: 'Les produits', choice: 'products', about });
  });

  it('takes a choice alone', async () => {
    expect((await post('bare-choice', { choice: 'language:fr' })).status).toBe(202);
    expect(admittedIn('bare-choice')).toMatchObject([{ kind: 'choice', choice: 'language:fr' }]);
  });

  it('takes a place', async () => {
    await post('place', { location: { latitude: 32.25, longitude: -7.95 } });
    expect(admittedIn('place')).toMatchObject([{ kind: 'location', latitude: 32.25, longitude: -7.95 }]);
    expect(await read('place')).toMatchObject([{ location: { latitude: 32.25, longitude: -7.95 } }]);
  });

  it('takes a photo, keeps it and shows it again', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const photo = { id: 'photo', image: `data:image/jpeg;base64,${bytes.toString('base64')}` };
    await post('photo', photo);
    await post('photo', photo);
    const source = expect.stringMatching(/^kept\/.{16,}$/);
    expect(admittedIn('photo')).toMatchObject([{ kind: 'image', media: { source, mimeType: 'image/jpeg' } }]);
    const [message] = await read('photo');
    const image = await fetch(`${stub.url}${message?.image}`);
    expect(image.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await image.arrayBuffer())).toEqual(bytes);
    const kept = await database.db
      .selectFrom('kept_media')
      .select('id')
      .where('mime_type', '=', 'image/jpeg')
      .execute();
    expect(kept).toHaveLength(1);
  });

  it('takes a voice note larger than a text may be, keeps it and plays it again', async () => {
    const bytes = Buffer.alloc(200_000, 7);
    const voice = `data:audio/webm;codecs=opus;base64,${bytes.toString('base64')}`;
    expect((await post('speaks', { voice, seconds: 41.6 })).status).toBe(202);
    expect(admittedIn('speaks')).toMatchObject([
      { kind: 'voice', seconds: 42, media: { source: expect.stringMatching(/^kept\//), mimeType: 'audio/webm' } },
    ]);
    const [message] = await read('speaks');
    expect(message).toMatchObject({ seconds: 42, voice: expect.stringMatching(/^\/media\/kept\//) });
    const sound = await fetch(`${stub.url}${message?.voice}`);
    expect(sound.headers.get('content-type')).toBe('audio/webm');
    expect(sound.headers.get('cache-control')).toContain('private');
    expect(sound.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(bytes);
  });

  it('takes a sticker as something else', async () => {
    await post('sticks', { sticker: 'tea' });
    expect(admittedIn('sticks')).toMatchObject([{ kind: 'other', what: 'sticker' }]);
    expect(await read('sticks')).toMatchObject([{ sticker: 'tea', text: '' }]);
  });

  it('accepts Arabic names and the staff of the catalogue', async () => {
    for (const chat of [
      'فاطمة الزهراء',
      'Zoé-2',
      'cooperative:nour',
      'distributor:hassan',
      'shelf:benguerir',
      'volunteer',
    ]) {
      expect([chat, (await post(chat, { text: 'سلام' })).status]).toEqual([chat, 202]);
    }
    expect(admittedIn('cooperative:nour')[0]).not.toHaveProperty('profile');
  });

  it('turns nothing round and keeps what is written', async () => {
    await post('marks', { text: ' \u202eabc\u2066\u0000 def\nghi\ud800 ' });
    expect(admittedIn('marks')).toMatchObject([{ text: 'abc   def\nghi\ufffd' }]);
  });

  it('cuts a text that is too long at the limit', async () => {
    await post('long', { text: 'ا'.repeat(5000) });
    expect(admittedIn('long')).toMatchObject([{ text: 'ا'.repeat(4096) }]);
  });
});

describe('refusing', () => {
  const cases: [string, string, unknown, number][] = [
    ['nothing at all', 'x', {}, 400],
    ['two things at once', 'x', { text: 'a', choice: 'b' }, 400],
    ['an empty text', 'x', { text: ' \u200f ' }, 400],
    ['a field nobody knows', 'x', { text: 'a', admin: true }, 400],
    ['a text that is no text', 'x', { text: { $gt: '' } }, 400],
    ['something that is no JSON', 'x', '{"text":', 400],
    ['a list', 'x', [{ text: 'a' }], 400],
    ['an id with a bar', 'x', { id: 'a|b', text: 'a' }, 400],
    ['a place off the earth', 'x', { location: { latitude: 91, longitude: 0 } }, 400],
    ['a choice that is too long', 'x', { choice: 'ا'.repeat(40) }, 400],
    ['a picture of another kind', 'x', { image: 'data:image/svg+xml;base64,PHN2Zz4=' }, 400],
    ['a picture from elsewhere', 'x', { image: 'http://example.com/a.jpg' }, 400],
    ['a name with signs', 'a/b<script>', { text: 'a' }, 400],
    ['a name that is too long', 'a'.repeat(61), { text: 'a' }, 400],
    ['a role nobody has', 'admin:nour', { text: 'a' }, 400],
    ['a cooperative nobody knows', 'cooperative:atlantis', { text: 'a' }, 404],
    ['a voice of another kind', 'x', { voice: 'data:text/html;base64,PHN2Zz4=' }, 400],
    ['a voice of an hour', 'x', { voice: 'data:audio/ogg;base64,AAAA', seconds: 3600 }, 400],
    ['a sticker nobody drew', 'x', { sticker: '../tea' }, 400],
    ['more than 64 KB', 'x', { text: 'a'.repeat(65 * 1024) }, 413],
  ];
  for (const [what, chat, body, status] of cases) {
    it(`answers ${what} with ${status} and a sentence`, async () => {
      const answer = await post(chat, body);
      expect(answer.status).toBe(status);
      const { error } = (await answer.json()) as { error: string };
      expect(error).toMatch(/^[A-Z].+[._]$/s);
      expect(error).not.toMatch(/undefined|\bat \w+ \(/);
    });
  }

  it('answers a voice of more than 512 KB with 413, without reading it', async () => {
    // On a server of its own: it closes the connection, which others may be using.
    const other = await startSimulatorStub({ database });
    const voice = `data:audio/ogg;base64,${'A'.repeat(520 * 1024)}`;
    const body = JSON.stringify({ voice });
    const answer = await fetch(`${other.url}/simulator/chats/x/messages`, { method: 'POST', body });
    expect(answer.status).toBe(413);
    await other.stop();
  });

  it('takes nothing from the page of another site', async () => {
    expect((await post('x', { text: 'a' }, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post('same-site', { text: 'a' }, { Origin: stub.url })).status).toBe(202);
  });

  it('refuses a cursor that is no number', async () => {
    const answer = await fetch(`${stub.url}/simulator/chats/x/messages?after=-1`);
    expect(answer.status).toBe(400);
  });
});

describe('reading', () => {
  it('gives the whole numbered text and what it is drawn from', async () => {
    await stub.say('reads', 'k1', menu);
    expect(await read('reads')).toEqual([
      {
        seq: expect.any(Number),
        at: expect.any(Number),
        from: 'bot',
        text: 'Que souhaitez-vous ?\n\n1. Les produits\n0. Retour\n\nVous pouvez aussi écrire.',
        body: 'Que souhaitez-vous ?',
        after: 'Vous pouvez aussi écrire.',
        language: 'fr',
        ask: 'location',
        choices: [
          { id: 'products', digit: '1', label: 'Les produits', detail: 'quarante-quatre' },
          { id: 'back', digit: '0', label: 'Retour' },
        ],
        image: '/media/shop/miel-thym.jpg',
      },
    ]);
  });

  it('shows a letter once, however often it is sent', async () => {
    await stub.say('resent', 'k1', menu);
    await stub.say('resent', 'k1', menu);
    expect(await read('resent')).toHaveLength(1);
  });

  it('gives only what came after the cursor', async () => {
    await stub.say('cursor', 'k1', menu);
    await stub.say('cursor', 'k2', { ...menu, body: 'Et après ?' });
    const [first] = await read('cursor');
    expect(await read('cursor', `?after=${first?.seq}`)).toMatchObject([{ body: 'Et après ?' }]);
  });

  it('waits for the next message and answers as soon as it is there', async () => {
    const waiting = read('waits', '?wait=25');
    await stub.say('someone-else', 'k1', menu);
    await stub.say('waits', 'k1', menu);
    expect(await waiting).toHaveLength(1);
  });

  it('refuses an address that is not its own as wrong', async () => {
    expect(await stub.simulator.send({ chat: 'telegram:1', key: 'k', outgoing: menu })).toMatchObject({
      outcome: 'wrong',
    });
  });

  it('lists whom one can play', async () => {
    await post('Naïma', { text: 'a' });
    const { people } = (await (await fetch(`${stub.url}/simulator/people`)).json()) as {
      people: { chat: string; role: string }[];
    };
    const chats = people.map((person) => person.chat);
    expect(chats).toEqual(
      expect.arrayContaining(['amina', 'Naïma', 'cooperative:nour', 'distributor:hassan', 'volunteer']),
    );
    expect(new Set(chats).size).toBe(chats.length);
  });
});

describe('restarting', () => {
  it('loses nothing on screen and completes a message that was cut off before it was admitted', async () => {
    const failing = await startSimulatorStub({ database, admit: () => Promise.reject(new Error('cut off')) });
    const cut = await fetch(`${failing.url}/simulator/chats/restart/messages`, {
      method: 'POST',
      body: JSON.stringify({ id: 'm1', text: 'menu' }),
    });
    expect(cut.status).toBe(500);
    expect(await cut.json()).not.toMatchObject({ error: expect.stringContaining('cut off') });
    await failing.stop();

    expect(await read('restart')).toMatchObject([{ id: 'm1', text: 'menu' }]);
    expect((await post('restart', { id: 'm1', text: 'menu' })).status).toBe(202);
    expect(await read('restart')).toMatchObject([{ from: 'person' }, { from: 'bot', body: menu.body }]);
    expect(admittedIn('restart')).toHaveLength(1);
  });

  it('takes at the next start what was cut off before it was admitted, once', async () => {
    const failing = await startSimulatorStub({ database, admit: () => Promise.reject(new Error('cut off')) });
    for (const id of ['m1', 'm2']) {
      const body = JSON.stringify({ id, text: id });
      await fetch(`${failing.url}/simulator/chats/abandoned/messages`, { method: 'POST', body });
    }
    await failing.stop();
    const taken: string[][] = [];
    for (let start = 0; start < 2; start++) {
      const next = await startSimulatorStub({ database });
      taken.push(next.admitted.map(({ chat, id }) => `${chat} ${id}`));
      await next.stop();
    }
    expect(taken).toEqual([['simulator:abandoned simulator.m1', 'simulator:abandoned simulator.m2'], []]);
  });

  it('ends those who wait when it stops', async () => {
    const other = await startSimulatorStub({ database });
    const waiting = fetch(`${other.url}/simulator/chats/stops/messages?wait=30`);
    await fetch(`${other.url}/simulator/people`);
    await other.stop();
    await waiting.then((answer) => answer.text()).catch(() => 'cut');
  });

  it('tells other processes on the same database of a new letter', async () => {
    const other = await startSimulatorStub({ database });
    const waiting = fetch(`${other.url}/simulator/chats/shared/messages?wait=25`).then((answer) => answer.json());
    await stub.say('shared', 'k1', menu);
    expect(await waiting).toMatchObject({ messages: [{ body: menu.body }] });
    await other.stop();
  });
});
