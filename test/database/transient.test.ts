import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { TransientError } from '#base/errors.ts';
import type { Database, Transaction } from '#database/database.ts';
import { openDatabase } from '#database/open-database.ts';
import { isTransient } from '#database/transient.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { freshPostgres } from '#test/support/shared-servers.ts';
import { until } from '#test/support/until.ts';

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('tells a failure that may pass from one that will not', () => {
  const withCode = (code: string) => Object.assign(new Error('failed'), { code });
  for (const code of ['40001', '40P01', '55P03', '57P01', '53300', '08006', '08P01', 'ECONNREFUSED', 'EPIPE']) {
    expect(isTransient(withCode(code)), code).toBe(true);
  }
  for (const code of ['23505', '42P01', '22012', '23514', 'ENOENT', 'ERR_INVALID_ARG_TYPE']) {
    expect(isTransient(withCode(code)), code).toBe(false);
  }
  expect(isTransient(new TransientError('later'))).toBe(true);
  expect(isTransient(new Error('wrapped', { cause: withCode('40001') }))).toBe(true);
  expect(isTransient(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
  expect(isTransient(new TypeError('x is not a function'))).toBe(false);
  expect(isTransient('not even an error')).toBe(false);
});

it('knows the failures of a real Postgres that goes and comes back, and goes on when it is back', async () => {
  const server = await startPostgres();
  let database: Database | undefined;
  try {
    database = await openDatabase({ url: server.url, directory: '', connections: 3 });
    await database.run('create table note (id integer)');
    const heard: string[] = [];
    let resumed = 0;
    const opened = database;
    await opened.listen(
      'bell',
      (payload) => heard.push(payload),
      () => resumed++,
    );

    const inFlight = thrownBy(opened.run('select pg_sleep(10)'));
    await until('it is under way', async () => {
      const { rows } = await opened.run(
        `select 1 from pg_stat_activity where query like '%pg_sleep(10)' and state = 'active'`,
      );
      return rows.length > 0;
    });
    await server.kill();
    expect(isTransient(await inFlight)).toBe(true);
    expect(isTransient(await thrownBy(opened.run('select 1')))).toBe(true);
    expect(isTransient(await thrownBy(opened.transaction(async () => {})))).toBe(true);

    await server.restart();
    await until('the database answers again', () => opened.run('insert into note values (1)').then(() => true));
    await until('the listener is back', () => resumed === 2);
    await opened.run(`select pg_notify('bell', 'again')`);
    await until('it is heard', () => heard.includes('again'));
  } finally {
    await database?.close();
    await server.stop();
  }
}, 60_000);

it('knows a deadlock and a session that the server ended', async () => {
  const url = await freshPostgres();
  const database = await openDatabase({ url, directory: '', connections: 4 });
  try {
    await database.run('create table note (id integer primary key, words text); insert into note values (1), (2)');
    const both = Promise.withResolvers<void>();
    let ready = 0;
    const touch = (trx: Transaction, id: number) => sql`update note set words = 'mine' where id = ${id}`.execute(trx);
    const cross = (first: number, second: number) =>
      database.transaction(async (trx) => {
        await touch(trx, first);
        if (++ready === 2) both.resolve();
        await both.promise;
        await touch(trx, second);
      });
    const errors = await Promise.all([thrownBy(cross(1, 2)), thrownBy(cross(2, 1))]);
    expect(errors.filter((error) => isTransient(error))).toHaveLength(1);

    const ended = await thrownBy(database.run('select pg_terminate_backend(pg_backend_pid())'));
    expect(isTransient(ended)).toBe(true);
  } finally {
    await database.close();
  }
});
