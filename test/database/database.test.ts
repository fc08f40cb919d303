import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorError } from '#base/errors.ts';
import type { Database } from '#database/database.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { freePort } from '#test/support/private-server.ts';
import { freshPostgres } from '#test/support/shared-servers.ts';
import { until } from '#test/support/until.ts';

const inside = 'the root database was used inside a transaction';

describe.each(databaseKinds)('a database on %s', (kind) => {
  let database: Database;
  const one = sql<{ one: number }>`select 1::bigint as one`;

  beforeAll(async () => {
    database = await testDatabase(kind);
    await database.run('create table note (id integer primary key, words text)');
  });
  afterAll(() => database.close());

  it('gives 64-bit numbers as numbers and days as they are written', async () => {
    const { rows } = await sql`
      select 9007199254740991::bigint as big, array[1, 2]::bigint[] as many, array[1, 2]::smallint[] as few,
        '2026-11-25'::date as day, null::bigint[] as none`.execute(database.db);
    expect(rows).toEqual([{ big: 9007199254740991, many: [1, 2], few: [1, 2], day: '2026-11-25', none: null }]);
  });

  it('keeps what a transaction did when it ends and nothing when it throws', async () => {
    await database.transaction((trx) => sql`insert into note values (1, 'kept')`.execute(trx));
    const thrown = database.transaction(async (trx) => {
      await sql`insert into note values (2, 'lost')`.execute(trx);
      throw new Error('changed my mind');
    });
    await expect(thrown).rejects.toThrow('changed my mind');
    expect((await database.run('select id from note')).rows).toEqual([{ id: 1 }]);
  });

  it('refuses the root database inside a transaction, however deep', async () => {
    const deep = async () => (await one.execute(database.db)).rows;
    await expect(database.transaction(async () => Promise.all([deep()]))).rejects.toThrow(inside);
    await expect(database.transaction(() => database.run('select 1'))).rejects.toThrow(inside);
    await expect(database.transaction(() => database.listen('bell', () => {}))).rejects.toThrow(inside);
    await expect(database.transaction(() => database.transaction(async () => {}))).rejects.toThrow(inside);
    expect(await deep()).toEqual([{ one: 1 }]);
  });

  it('refuses transactions that go past the guard', async () => {
    const begun = database.db.transaction().execute(async () => {});
    await expect(begun).rejects.toThrow('use `Database.transaction`');
    expect((await one.execute(database.db)).rows).toEqual([{ one: 1 }]);
  });

  it('lets work that a transaction left behind go on after its end', async () => {
    let gate = () => {};
    const opened = new Promise<void>((resolve) => {
      gate = resolve;
    });
    const after = await database.transaction(async () => {
      return { work: opened.then(() => one.execute(database.db)) };
    });
    gate();
    expect((await after.work).rows).toEqual([{ one: 1 }]);
  });

  it('runs transactions side by side without mixing them', async () => {
    const numbers = [11, 12, 13, 14, 15, 16, 17, 18];
    const write = (id: number) =>
      database.transaction(async (trx) => {
        await sql`insert into note values (${id}, 'one of many')`.execute(trx);
        if (id % 2) throw new Error('odd');
      });
    await Promise.allSettled(numbers.map(write));
    const { rows } = await database.run('select id from note where id > 10 order by id');
    expect(rows).toEqual([{ id: 12 }, { id: 14 }, { id: 16 }, { id: 18 }]);
  });

  it('runs scripts of several statements and mends one that failed half-way', async () => {
    const { rows } = await database.run('select 1 as a; select 2 as a');
    expect(rows).toEqual([{ a: 1 }, { a: 2 }]);
    await expect(database.run('begin; insert into note values (99); select 1 / 0; commit')).rejects.toThrow('zero');
    expect((await database.run('select id from note where id = 99')).rows).toEqual([]);
  });

  it('tells listeners what is notified at the commit, until they stop', async () => {
    const heard: string[] = [];
    let resumed = 0;
    const stop = await database.listen(
      'bell',
      (payload) => heard.push(payload),
      () => resumed++,
    );
    expect(resumed).toBe(1);
    await database.transaction((trx) => sql`select pg_notify('bell', 'first')`.execute(trx));
    await until('the notification is heard', () => heard.length === 1);
    await stop();
    await database.run(`select pg_notify('bell', 'second')`);
    await one.execute(database.db);
    expect(heard).toEqual(['first']);
  });

  it('lets a listener use the root database', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const stop = await database.listen('ask', () => one.execute(database.db).then(resolve, reject));
    await database.transaction((trx) => sql`select pg_notify('ask', '')`.execute(trx));
    await promise;
    await stop();
  });
});

it('brings the tables up to date once when processes start together on one Postgres', async () => {
  const url = await freshPostgres();
  const several = await Promise.all([1, 2, 3].map(() => openDatabase({ url, directory: '', connections: 3 })));
  try {
    await Promise.all(several.map(migrate));
    const { rows } = await (several[0] as Database).run('select name from kysely_migration order by name');
    expect(rows.length).toBeGreaterThan(4);
  } finally {
    await Promise.all(several.map((database) => database.close()));
  }
});

it('says so when the database was written by a newer version', async () => {
  const database = await testDatabase();
  try {
    await database.run(`insert into kysely_migration (name, timestamp) values ('9999-future', '2030-01-01')`);
    await expect(migrate(database)).rejects.toThrow('newer version of Bladi');
  } finally {
    await database.close();
  }
});

it('refuses a database address that is not one of Postgres', async () => {
  await expect(openDatabase({ url: 'mysql://localhost', directory: 'memory' })).rejects.toThrow('DATABASE_URL');
});

it('says in one sentence that Postgres does not answer, without its password', async () => {
  const url = `postgres://bladi:secret@127.0.0.1:${await freePort()}/bladi`;
  const error = await openDatabase({ url, directory: 'memory' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect(String(error)).toContain('DATABASE_URL: Postgres cannot be used at 127.0.0.1:');
  expect(String(error)).not.toContain('secret');
});

it('says in one sentence that the data directory cannot be made', async () => {
  const error = await openDatabase({ url: undefined, directory: '/dev/null/data' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect(String(error)).toContain('DATA_DIR: /dev/null/data cannot be used');
});
