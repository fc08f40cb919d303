import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { tidy } from '#jobs/housekeeping.ts';
import { createKeptMedia } from '#media/kept-media.ts';
import { testDatabase } from '#test/support/database.ts';

const now = Date.UTC(2026, 10, 25);
const day = 24 * 3_600_000;

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('sound that nobody needs goes after sixty days, and what is younger stays', async () => {
  const old = await createKeptMedia(database, { now: () => now - 61 * day }).keep(new Uint8Array([1]), 'audio/ogg');
  const young = await createKeptMedia(database, { now: () => now - 59 * day }).keep(new Uint8Array([2]), 'audio/ogg');
  await tidy({ database, clock: { now: () => now } });
  const media = createKeptMedia(database, { now: () => now });
  expect(await media.read(old.source)).toBeUndefined();
  expect((await media.read(young.source))?.bytes).toEqual(new Uint8Array([2]));
});

test('the answers of commands go after thirty days', async () => {
  const insert = `insert into command (key, name, outcome, at) values ($1, 'order.undo', '{}', now() - $2::interval)`;
  await database.run(insert, ['old', '31 days']);
  await database.run(insert, ['young', '29 days']);
  await tidy({ database, clock: { now: () => now } });
  const { rows } = await database.run('select key from command', []);
  expect(rows).toEqual([{ key: 'young' }]);
});

test('what was given up goes after sixty days', async () => {
  const insert = `insert into chat_buried (chat, buried_at, reason, kind, id, content) values ('simulator:a', $1, '', 'item', $2, '{}')`;
  await database.run(insert, [now - 61 * day, 'old']);
  await database.run(insert, [now - 59 * day, 'young']);
  await tidy({ database, clock: { now: () => now } });
  const { rows } = await database.run('select id from chat_buried', []);
  expect(rows).toEqual([{ id: 'young' }]);
});
