import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TransientError } from '#base/errors.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import type { Database } from '#database/database.ts';
import { createOutbox, type PgBossOutbox } from '#database/pg-boss-outbox.ts';
import { createJobs, type Jobs } from '#jobs/jobs.ts';
import { notifyJob } from '#jobs/notify.ts';
import { queues } from '#jobs/queues.ts';
import { testDatabase } from '#test/support/database.ts';
import { noon, toBouchane } from '#test/support/orders.ts';
import { seedProducts } from '#test/support/seed-products.ts';
import { seededIds } from '#test/support/seeded-ids.ts';
import { sampleShop } from '#test/support/shop.ts';
import { amina, staff } from '#test/support/trade.ts';
import { tradeSettings } from '#test/support/trade-settings.ts';
import { until } from '#test/support/until.ts';
import { createDirectory, type Directory } from '#trade/people/directory.ts';
import { personOf } from '#trade/people/people.ts';
import type { Recipient } from '#trade/people/roles.ts';
import { bindStaff } from '#trade/people/staff.ts';
import type { TradeTools } from '#trade/tools.ts';
import { runCommand } from '#trade/trade.ts';

const log = pino({ level: 'silent' });
const clock = { at: noon, now: () => clock.at };
let database: Database;
let chats: ChatStore;
let directory: Directory;
let outbox: PgBossOutbox;
let tools: TradeTools;
let jobs: Jobs;

beforeAll(async () => {
  database = await testDatabase();
  await seedProducts(database, sampleShop);
  await database.transaction(async (trx) => {
    await bindStaff(trx, 'simulator:cooperative:tazwit', 'cooperative', 'tazwit');
    await bindStaff(trx, 'simulator:cooperative:nour', 'cooperative', 'nour');
    await bindStaff(trx, 'telegram:5', 'cooperative', 'nour');
    for (const slug of sampleShop.distributors.keys()) {
      await bindStaff(trx, `simulator:distributor:${slug}`, 'distributor', slug);
    }
    await bindStaff(trx, 'simulator:volunteer', 'volunteer', '');
  });
  chats = createPostgresChatStore({ database });
  directory = createDirectory(database, log);
  outbox = createOutbox(database, { queues, clock, log });
  await Promise.all([chats.start(), directory.start(), outbox.start()]);
  tools = { outbox, clock, ids: seededIds(), shop: () => sampleShop, settings: tradeSettings };
  jobs = createJobs({ database, outbox, tools, chats, directory, clock, log });
});
afterAll(async () => {
  await outbox.stop();
  await directory.stop();
  await chats.stop();
  await database.close();
});

/** What lies in the inboxes, oldest first, taken out as a worker would. */
async function inboxes(): Promise<{ chat: string; event: Record<string, unknown> }[]> {
  const found: { chat: string; event: Record<string, unknown> }[] = [];
  for (let claim = await chats.claim('test'); claim; claim = await chats.claim('test')) {
    const { head } = claim;
    if (head.kind === 'item' && head.item.from === 'house') found.push({ chat: claim.chat, event: head.item.event });
    await chats.commit(claim, { state: undefined, letters: [], commands: [] });
  }
  return found.sort((one, other) => (one.chat < other.chat ? -1 : 1));
}

it('puts an event into every chat of its recipient once, also when it is run again', async () => {
  const job = notifyJob({ directory, chats, clock, log });
  const event = { type: 'question', kind: 'part', id: 'part-1', order: 'A7H4' } as const;
  const data = job.input.parse({ to: { role: 'cooperative', of: 'nour' }, event });
  await job.run(data, 'job-1');
  await job.run(data, 'job-1');
  expect(await inboxes()).toEqual([
    { chat: 'simulator:cooperative:nour', event: { ...event, for: { role: 'cooperative', of: 'nour' } } },
    { chat: 'telegram:5', event: { ...event, for: { role: 'cooperative', of: 'nour' } } },
  ]);
});

it('waits for somebody to hold the role, and then tells them', async () => {
  const job = notifyJob({ directory, chats, clock, log });
  const event = { type: 'question', kind: 'part', id: 'part-1', order: 'A7H4' } as const;
  const data = job.input.parse({ to: { role: 'cooperative', of: 'amal' }, event });
  await expect(job.run(data, 'job-2')).rejects.toThrow(TransientError);
  await database.transaction((trx) => bindStaff(trx, 'telegram:6', 'cooperative', 'amal'));
  await until('the directory knows', async () => (await directory.chatsOf({ role: 'cooperative', of: 'amal' })).length);
  await job.run(data, 'job-2');
  expect(await inboxes()).toEqual([
    { chat: 'telegram:6', event: { ...event, for: { role: 'cooperative', of: 'amal' } } },
  ]);
});

it('goes on when a person has no chat, or when there is nobody to take a question back from', async () => {
  const job = notifyJob({ directory, chats, clock, log });
  const notice = { type: 'notice', notice: { name: 'delivery.unassigned', order: 'A7H4' } } as const;
  await job.run(job.input.parse({ to: { person: 'nobody' }, event: notice }), 'job-3');
  const gone = { type: 'question.gone', kind: 'part', id: 'part-1', order: 'A7H4' } as const;
  await job.run(job.input.parse({ to: { role: 'cooperative', of: 'nowhere' }, event: gone }), 'job-4');
  expect(await inboxes()).toEqual([]);
});

it('carries an order from the yes to the offer, each to those whom it concerns and in its time', async () => {
  const placed = await database.transaction((trx) => runCommand(trx, amina, 'order.place', toBouchane(), tools));
  expect(placed.ok).toBe(true);
  expect(await jobs.runDue()).toBe(0);

  clock.at += 120_000;
  await jobs.runDue();
  const asked = await inboxes();
  expect(asked.map(({ chat }) => chat)).toEqual([
    'simulator:cooperative:nour',
    'simulator:cooperative:tazwit',
    'telegram:5',
  ]);
  for (const { chat, event } of asked.filter(({ chat: address }) => address.startsWith('simulator'))) {
    const actor = staff('cooperative', chat.slice('simulator:cooperative:'.length));
    const part = { part: String(event.id) };
    await database.transaction((trx) => runCommand(trx, actor, 'part.accept', part, tools));
  }
  await jobs.runDue();
  expect(await inboxes()).toEqual([]);

  clock.at += 120_000;
  await jobs.runDue();
  const told = await inboxes();
  expect(told.find(({ chat }) => chat === amina.chat)?.event).toMatchObject({ notice: { name: 'order.answered' } });
  const offers = told.filter(({ event }) => event.kind === 'offer' && event.type === 'question');
  expect(offers).toHaveLength(1);

  clock.at += 20 * 60_000;
  await jobs.runDue();
  const lapsed = await inboxes();
  const heard = lapsed.filter(({ chat }) => chat === offers[0]?.chat).map(({ event }) => event.type);
  expect(heard).toEqual(['question.again', 'question.gone']);
  const next = lapsed.filter(({ event }) => event.kind === 'offer' && event.type === 'question');
  expect(next).toHaveLength(1);
  expect(next[0]?.chat).not.toBe(offers[0]?.chat);
});

it('tells a customer in the chat that is theirs', async () => {
  const person = await database.transaction((trx) => personOf(trx, 'simulator:salma', { language: 'ar' }));
  const event = { type: 'notice', notice: { name: 'delivery.unassigned', order: 'A7H4' } } as const;
  await database.transaction((trx) => outbox.send(trx, 'notify', { to: { person }, event }));
  await jobs.runDue();
  expect(await inboxes()).toEqual([
    { chat: 'simulator:salma', event: { ...event, for: { role: 'customer', of: '' } } },
  ]);
});

it('tells one chat what is for it alone, and second contacts only what is for them', async () => {
  await database.transaction(async (trx) => {
    await bindStaff(trx, 'telegram:8', 'shelf', 'benguerir');
    await bindStaff(trx, 'telegram:9', 'shelf', 'benguerir', 2);
  });
  const shelf = { role: 'shelf', of: 'benguerir' } as const;
  await until('the directory knows', async () => (await directory.chatsOf({ ...shelf, contacts: 'all' })).length === 2);
  const job = notifyJob({ directory, chats, clock, log });
  const event = { type: 'question.again', kind: 'reservation', id: 'reservation-1', order: 'A7H4' } as const;
  const told = async (to: Recipient, id: string) => {
    await job.run(job.input.parse({ to, event }), id);
    return (await inboxes()).map(({ chat, event: heard }) => [chat, heard.for]);
  };
  expect(await told(shelf, 'job-5')).toEqual([['telegram:8', shelf]]);
  expect(await told({ ...shelf, contacts: 'second' }, 'job-6')).toEqual([['telegram:9', shelf]]);
  expect(await told({ ...shelf, contacts: 'all' }, 'job-7')).toEqual([
    ['telegram:8', shelf],
    ['telegram:9', shelf],
  ]);
  expect(await told({ chat: 'telegram:9', ...shelf }, 'job-8')).toEqual([['telegram:9', shelf]]);
  expect(await told({ role: 'cooperative', of: 'tazwit', contacts: 'second' }, 'job-9')).toEqual([]);
});
