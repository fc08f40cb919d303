/** A test file's own corner of the servers that the whole run shares. */
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabaseOn } from './postgres.ts';

async function urlOf(server: 'redis' | 'postgres'): Promise<string> {
  const response = await fetch(`${inject('servers')}/${server}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

/** The shared Redis, and a prefix for keys that nobody else uses. */
export async function freshRedis(): Promise<{ url: string; prefix: string }> {
  return { url: await urlOf('redis'), prefix: `test-${randomUUID().slice(0, 8)}` };
}

/** The URL of a new, empty database on the shared Postgres. */
export async function freshPostgres(): Promise<string> {
  return createDatabaseOn(await urlOf('postgres'), `test_${randomUUID().replaceAll('-', '')}`);
}
