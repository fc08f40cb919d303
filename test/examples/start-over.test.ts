import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '#base/clock.ts';
import { createLogger } from '#base/logger.ts';
import type { Database } from '#database/database.ts';
import { createOutbox } from '#database/pg-boss-outbox.ts';
import { loadGantour } from '#examples/gantour/load.ts';
import { NotASample, startOver } from '#examples/gantour/start-over.ts';
import { testDatabase } from '#test/support/database.ts';
import { editionInForce } from '#trade/catalogue/load-shop.ts';
import { bindStaff } from '#trade/people/staff.ts';

let database: Database;
const forgotten: string[] = [];
const parts = () => ({
  database,
  bindStaff,
  forget: async (chat: string) => {
    forgotten.push(chat);
  },
});

beforeAll(async () => {
  database = await testDatabase();
  const outbox = createOutbox(database, { queues: [], clock: systemClock, log: createLogger('silent') });
  await outbox.start();
  await outbox.stop();
  await database.transaction((trx) => loadGantour(trx, { bindStaff }));
});
afterAll(() => database.close());

const rows = async (table: string) => (await database.run(`select count(*)::int as count from ${table}`, [])).rows[0];
const stocks = () => database.run('select code, stock_left, is_off from product order by code', []);

it('brings back the sample as it was loaded, and forgets everybody', async () => {
  const before = {
    stocks: await stocks(),
    bound: await rows('staff_binding'),
    edition: await editionInForce(database.db),
  };
  await database.run('update product set stock_left = 0 where stock_left is not null', []);
  await database.run('update product set is_off = true', []);
  const message = {
    chat: 'amina',
    at: 1,
    from: 'person' as const,
    key: 'k',
    body: '{}',
    image: null,
    unadmitted: false,
  };
  await database.db.insertInto('simulator_message').values(message).execute();

  await startOver(parts());

  expect(await stocks()).toEqual(before.stocks);
  expect(await rows('staff_binding')).toEqual(before.bound);
  expect(await rows('simulator_message')).toEqual({ count: 0 });
  expect(await editionInForce(database.db)).toBeGreaterThan(before.edition ?? 0);
  expect(forgotten).toEqual(expect.arrayContaining(['simulator:amina', 'simulator:volunteer']));
});

it("leaves alone a catalogue that is somebody's own", async () => {
  await database.run('update programme set is_sample = false', []);
  await database.run('update product set stock_left = 1 where stock_left is not null', []);
  const own = await stocks();
  await expect(startOver(parts())).rejects.toThrow(NotASample);
  expect(await stocks()).toEqual(own);
});
