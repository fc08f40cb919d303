import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import type { Database } from '#database/database.ts';
import { createOutbox, type PgBossOutbox } from '#database/pg-boss-outbox.ts';
import { createJobs, type Jobs } from '#jobs/jobs.ts';
import { queues } from '#jobs/queues.ts';
import { nextWaiting, passWaiting } from '#jobs/waiting.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { noon, toBouchane } from '#test/support/orders.ts';
import { seedProducts } from '#test/support/seed-products.ts';
import { seededIds } from '#test/support/seeded-ids.ts';
import { sampleShop } from '#test/support/shop.ts';
import { amina, staff } from '#test/support/trade.ts';
import { tradeSettings } from '#test/support/trade-settings.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { CommandName, Commands } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { runCommand } from '#trade/trade.ts';

const log = pino({ level: 'silent' });
const tazwit = staff('cooperative', 'tazwit');

describe.each(databaseKinds)('letting the waiting pass on %s', (kind) => {
  let database: Database;
  let outbox: PgBossOutbox;
  let tools: TradeTools;
  let jobs: Jobs;
  let basket = 0;
  /** Stands still: whatever is run is run before its time. */
  const clock = { now: () => noon };

  beforeAll(async () => {
    database = await testDatabase(kind);
    await seedProducts(database, sampleShop);
    outbox = createOutbox(database, { queues, clock, log });
    await outbox.start();
    tools = { outbox, clock, ids: seededIds(), shop: () => sampleShop, settings: tradeSettings };
    const chats = createPostgresChatStore({ database });
    const directory = { chatsOf: async () => ['simulator:everybody'] };
    jobs = createJobs({ database, outbox, tools, chats, directory, clock, log });
  });
  beforeEach(() => database.run('delete from pgboss.job'));
  afterAll(async () => {
    await outbox.stop();
    await database.close();
  });

  async function command<Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['answer']> {
    const outcome = await database.transaction((trx) => runCommand(trx, actor, name, input, tools));
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.reason}`);
    return outcome.answer;
  }

  /** An order of couscous alone. */
  function place() {
    basket += 1;
    const lines = [{ product: 'couscous', quantity: 2, price: 2500 }];
    return command(amina, 'order.place', toBouchane({ basketId: `basket-${basket}`, lines }));
  }

  async function pass(): Promise<string | undefined> {
    const passed = await jobs.passWaiting();
    await jobs.runDue();
    return passed?.name;
  }

  async function partOf(number: string) {
    return database.db
      .selectFrom('order_part')
      .innerJoin('orders', 'orders.id', 'order_part.order_id')
      .select(['order_part.id', 'order_part.state', 'order_part.escalated_at'])
      .where('orders.number', '=', number)
      .executeTakeFirstOrThrow();
  }

  test('does nothing where nothing waits', async () => {
    expect(await jobs.passWaiting()).toBeUndefined();
    expect(await nextWaiting(database)).toBeUndefined();
  });

  test('brings an order to a volunteer, a step at a time', async () => {
    const { number, undoUntil } = await place();
    expect(await nextWaiting(database)).toEqual({ name: 'order.tell', at: undoUntil });
    expect((await partOf(number)).state).toBe('waiting');
    expect(await pass()).toBe('order.tell');
    expect((await partOf(number)).state).toBe('asked');
    expect(await nextWaiting(database)).toEqual({ name: 'answer.due', step: 'reminder', at: noon + 60 * 60_000 });
    expect([await pass(), await pass(), await pass()]).toEqual(['answer.due', 'answer.due', 'answer.due']);
    expect((await partOf(number)).escalated_at).toBe(noon);
    expect(await pass()).toBeUndefined();
  });

  test('takes what is due first, first', async () => {
    const { number } = await place();
    await pass();
    const { id } = await partOf(number);
    const { undoUntil } = await command(tazwit, 'part.accept', { part: id });
    expect(await nextWaiting(database)).toEqual({ name: 'answer.settle', at: undoUntil });
    expect(await pass()).toBe('answer.settle');
    expect((await partOf(number)).state).toBe('accepted');
  });

  test('passes over the clocks of what was answered, and what was taken back', async () => {
    const { number } = await place();
    await command(amina, 'order.undo', { order: number });
    expect(await pass()).toBeUndefined();

    const next = await place();
    await pass();
    const { id } = await partOf(next.number);
    await command(tazwit, 'part.refuse', { part: id, cause: 'away' });
    await command(tazwit, 'answer.undo', {});
    expect(await pass()).toBe('answer.due');
    await command(tazwit, 'part.refuse', { part: id, cause: 'away' });
    expect(await pass()).toBe('answer.settle');
    expect(await pass()).toBeUndefined();
  });

  test('leaves alone what is to be tried again', async () => {
    await place();
    await database.run(`update pgboss.job set state = 'retry', retry_count = 1`);
    expect(await jobs.passWaiting()).toBeUndefined();
  });

  test('works from a process that runs no jobs', async () => {
    const { number } = await place();
    expect((await passWaiting(database))?.name).toBe('order.tell');
    expect(await nextWaiting(database)).toBeUndefined();
    await jobs.runDue();
    expect((await partOf(number)).state).toBe('asked');
  });
});
