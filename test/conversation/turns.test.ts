/** Turns over the real chat store, the real conversations and the real trade, with faults put in between. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TransientError } from '#base/errors.ts';
import type { Outgoing } from '#channels/channel.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { carryOut, park } from '#conversation/carry-out.ts';
import { type ClaimTools, handleClaim } from '#conversation/handle-claim.ts';
import { createTurns } from '#conversation/turns.ts';
import { flows } from '#flows/index.ts';
import common from '#locales/fr/common.json' with { type: 'json' };
import { createSpeech } from '#speech/create-speech.ts';
import { toBouchane } from '#test/support/orders.ts';
import { sampleShop } from '#test/support/shop.ts';
import { amina, openTrade, type TestTrade } from '#test/support/trade.ts';
import { runCommand } from '#trade/trade.ts';

let trade: TestTrade;
let store: ChatStore;
let parked: string[];
let messages: number;

beforeEach(async () => {
  trade = await openTrade();
  store = createPostgresChatStore({ database: trade.database });
  await store.start();
  parked = [];
  messages = 0;
});
afterEach(async () => {
  await store.stop();
  await trade.database.close();
});

/** The outbox of the tests keeps the jobs of its own transactions only. */
const recorded = () => ({ ...trade.database, transaction: trade.transaction });

function toolsWith(change: Partial<ClaimTools> = {}): ClaimTools {
  return {
    ...{ flows, store, database: recorded(), clock: trade.clock, ids: trade.tools.ids },
    ...{ shop: () => sampleShop, timeZone: 'Africa/Casablanca', speech: createSpeech(), rolesOf: () => [] },
    holds: async () => false,
    logger: pino({ level: 'silent' }),
    read: () => Promise.resolve([]),
    runCommand: (trx, actor, name, input) => runCommand(trx, actor, name, input, trade.tools),
    reportParked: async (_, __, command) => void parked.push(command),
    ...change,
  };
}

const say = (tools: ClaimTools, text: string): Promise<Outgoing[]> => {
  messages += 1;
  const id = `m${messages}`;
  return createTurns(tools, 'test').answer({ chat: 'simulator:amina', id, at: trade.clock.at, kind: 'text', text });
};
const bodies = (letters: readonly Outgoing[]) => letters.map(({ body }) => body).join('\n');

/** A chat that waits for the answer to its order, whose command lies ahead. */
async function order(): Promise<void> {
  const chat = amina.chat as 'simulator:amina';
  await say(toolsWith(), 'bonjour');
  const item = { from: 'house', id: 'order', at: 0, event: { type: 'x' } } as const;
  const admission = await store.admit(chat, item, { claimFor: 'test' });
  const claim = admission.outcome === 'admitted' ? admission.claim : undefined;
  if (claim?.session === undefined) throw new Error('the chat is not free');
  const state = JSON.stringify({ ...JSON.parse(claim.session.state), s: 'placing' });
  await store.commit(claim, { state, letters: [], commands: [{ name: 'order.place', input: toBouchane() }] });
}

/** Claims and handles what waits, without waiting for the pauses between attempts. */
async function untilIdle(tools: ClaimTools): Promise<void> {
  for (;;) {
    await trade.database.run('update chat set due_at = 0, item_at = 0, command_at = 0 where due_at is not null');
    const claim = await store.claim('test');
    if (claim === undefined) return;
    await handleClaim(claim, tools, { handOver: false });
  }
}

async function letters(): Promise<string> {
  const { rows } = await trade.database.run('select outgoing from chat_letter order by number');
  return bodies(rows.map((row) => JSON.parse((row as { outgoing: string }).outgoing) as Outgoing));
}

describe('whoever waits for an answer', () => {
  test('gets it also when the turn had to be tried again', async () => {
    let failures = 1;
    const tools = toolsWith({
      async read() {
        if (failures-- > 0) throw new TransientError('the database is away');
        return [];
      },
    });
    await say(toolsWith(), 'bonjour');
    expect(bodies(await say(tools, 'mes commandes'))).not.toBe('');
  });
});

describe('a command that fails for good', () => {
  test('is reported once, and the customer hears that nothing was ordered', async () => {
    await order();
    const tools = toolsWith({ runCommand: () => Promise.reject(new Error('a bug')) });
    await untilIdle(tools);
    expect(parked).toEqual(['order.place']);
    expect(await trade.database.db.selectFrom('orders').select('id').execute()).toEqual([]);
    expect(bodies(await say(toolsWith(), 'menu'))).not.toBe('');
  });

  test('cannot be carried out any more by a worker that is late', async () => {
    await order();
    const claim = await store.claim('late');
    if (claim?.head.kind !== 'command') throw new Error('no command was claimed');
    await park(recorded(), async () => {}, amina, claim.head.command);
    const tools = toolsWith();
    const outcome = await carryOut(recorded(), tools.runCommand, amina, claim.head.command);
    expect(outcome).toEqual({ ok: false, reason: 'failed' });
    expect(await trade.database.db.selectFrom('orders').select('id').execute()).toEqual([]);
  });
});

describe('a command that was carried out, and whose answer cannot be told', () => {
  const speechless: ClaimTools['speech'] = {
    ...createSpeech(),
    say: (said, around) => {
      if (said.statements.some(({ key }) => key === 'orders.placed')) throw new Error('a bug');
      return createSpeech().say(said, around);
    },
  };

  test('is not called a failure, and the conversation goes on', async () => {
    await order();
    await untilIdle(toolsWith({ speech: speechless }));
    expect(parked).toEqual([]);
    expect(await trade.database.db.selectFrom('orders').select('state').execute()).toEqual([{ state: 'confirmed' }]);
    expect(await letters()).toContain(common.newsFailed);
    // Not stuck in waiting for the answer.
    const { rows } = await trade.database.run('select state from chat');
    expect(JSON.stringify(rows)).not.toContain('placing');
  });
});
