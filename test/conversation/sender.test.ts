import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel, Letter, Receipt } from '#channels/channel.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import type { Loops } from '#conversation/loops.ts';
import { createSender, type SenderTools } from '#conversation/sender.ts';
import type { Database } from '#database/database.ts';
import { testDatabase } from '#test/support/database.ts';
import { until } from '#test/support/until.ts';

let database: Database;
let store: ChatStore;
let sender: Loops | undefined;
const asked: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of ['chat', 'chat_item', 'chat_letter', 'chat_seen']) await database.run(`delete from ${table}`);
  store = createPostgresChatStore({ database });
  await store.start();
  asked.length = 0;
});
afterEach(async () => {
  await sender?.stop();
  await store.stop();
});

/** A channel that does with each letter as it is told, and sends when nothing is said. */
function channel(send: (letter: Letter) => Promise<Receipt> | undefined): Channel {
  return {
    name: 'paper',
    start: async () => {},
    stop: async () => {},
    send(letter) {
      asked.push(letter.outgoing.body);
      return send(letter) ?? Promise.resolve({ outcome: 'sent' });
    },
  };
}

function startSender(paper: Channel, change: Partial<SenderTools> = {}): Loops {
  const tools = { store, channels: new Map([[paper.name, paper]]), logger: pino({ level: 'silent' }), ...change };
  sender = createSender(tools, 'sender');
  sender.start(2);
  return sender;
}

async function write(chat: `${string}:${string}`, ...bodies: string[]): Promise<void> {
  const item = { from: 'house', id: bodies.join(), at: 0, event: { type: 'x' } } as const;
  const admission = await store.admit(chat, item, { claimFor: 'test' });
  if (admission.outcome !== 'admitted' || !admission.claim) throw new Error('the chat is not free');
  const letters = bodies.map((body) => ({ language: 'fr', body, choices: [] }) as const);
  await store.commit(admission.claim, { state: 'x', letters, commands: [] });
}

const hurry = () => database.run('update chat set mail_at = 0 where mail_at is not null and mail_owner is null');
const none = async () => (await store.counts()).mail === 0;

test('letters keep their order when a channel is away, and none is passed over', async () => {
  let away = 2;
  startSender(channel(() => (away-- > 0 ? Promise.resolve({ outcome: 'later', reason: 'away' }) : undefined)));
  await write('paper:amina', 'one', 'two', 'three');
  await until('all have left', async () => {
    await hurry();
    return none();
  });
  expect(asked).toEqual(['one', 'one', 'one', 'two', 'three']);
});

test('a channel that hangs over a letter, or throws, keeps neither the chat nor the others waiting', async () => {
  const troubles = [() => new Promise<never>(() => {}), () => Promise.reject(new Error('a bug'))];
  startSender(
    channel(({ chat }) => (chat === 'paper:amina' ? troubles.shift()?.() : undefined)),
    { patience: 50 },
  );
  await write('paper:amina', 'one');
  await until('it is asked', () => asked.length === 1);
  await write('paper:samir', 'other');
  await until('the others have left', () => asked.includes('other'));
  await until('all have left', async () => {
    await hurry();
    return none();
  });
  expect(asked.filter((body) => body === 'one')).toHaveLength(3);
});

test('a stop does not wait for all that a chat has, and nothing is lost', async () => {
  const { promise, resolve } = Promise.withResolvers<Receipt>();
  const paper = channel(({ outgoing }) => (outgoing.body === 'one' ? promise : undefined));
  const first = startSender(paper);
  await write('paper:amina', 'one', 'two', 'three');
  await until('it is asked', () => asked.length === 1);
  const stopped = first.stop();
  resolve({ outcome: 'sent' });
  await stopped;
  expect(asked).toEqual(['one']);
  startSender(paper);
  await until('all have left', none);
  expect(asked).toEqual(['one', 'two', 'three']);
});

test('letters for a channel that this process does not have wait for one that has it', async () => {
  startSender(channel(() => undefined));
  await write('telegram:5', 'for telegram');
  await write('paper:amina', 'one');
  await until('its own have left', () => asked.length === 1);
  expect(asked).toEqual(['one']);
  expect((await store.counts()).mail).toBe(1);
});
