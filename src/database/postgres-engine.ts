import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { OperatorError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import type { Engine } from './engine.ts';
import { createPostgresListener } from './postgres-listener.ts';

const int8 = 20;
const int8Array = 1016;
const date = 1082;

/** Amounts and times fit a JavaScript number, and a day stays `2026-11-25`. The same values come out of PGlite. */
function typeParser(id: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (id === int8) return Number;
  if (id === int8Array) {
    const parse = pg.types.getTypeParser(int8Array as number);
    return (value) => [parse(value)].flat().map(Number);
  }
  if (id === date) return (value) => value;
  return format === 'binary' ? pg.types.getTypeParser(id, 'binary') : pg.types.getTypeParser(id);
}

/** A pool whose every wait ends: for a connection, a statement, a lock, an answer from a server that is gone. */
export async function openPostgres(url: string, connections: number, log: Logger | undefined): Promise<Engine> {
  const options: pg.PoolConfig = {
    connectionString: url,
    application_name: 'bladi',
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: 20_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 20_000,
    query_timeout: 25_000,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool(options);
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => log?.warn({ error: error.message }, 'an idle database connection was lost'));
  await refuseUnreachable(pool, url);
  const listener = createPostgresListener(options, log);
  return {
    kind: 'postgres',
    dialect: new PostgresDialect({ pool }),
    async run(text, values) {
      const result = await pool.query(text, values?.length ? [...values] : undefined);
      const results: pg.QueryResult[] = Array.isArray(result) ? result : [result];
      return { rows: results.flatMap(({ rows }) => rows) };
    },
    listen: listener.listen,
    async close() {
      await listener.close();
      if (!pool.ended) await pool.end();
    },
  };
}

async function refuseUnreachable(pool: pg.Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    // The address without its user and password.
    const where = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'the given address';
    throw new OperatorError(
      `DATABASE_URL: Postgres cannot be used at ${where} (${reason}); start it or correct the address, or leave DATABASE_URL empty for the embedded database.`,
      { cause: error },
    );
  }
}
