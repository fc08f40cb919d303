/** What the start refuses: one sentence that names the setting, and status 1, at once. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { run } from '#cli/run.ts';
import { freePort } from '#test/support/private-server.ts';
import { startRedis } from '#test/support/redis.ts';
import { plainEnvironment, startServer } from '#test/support/server.ts';
import { freshPostgres } from '#test/support/shared-servers.ts';

vi.setConfig({ testTimeout: 90_000 });

const main = join(import.meta.dirname, '../../src/main.ts');
/** Much longer than any refusal takes, even that of an address where nobody answers; then it has hung. */
const atMost = 40_000;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-refused-'));
  ends.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts a server that is expected to refuse, in a process of its own, and gives its only sentence. */
async function refusal(env: Record<string, string>, ...args: readonly string[]): Promise<string> {
  const settings = { PORT: '0', DATA_DIR: await temporaryDirectory(), LOG_LEVEL: 'warn', ...env };
  return sentenceOf(await serve(['serve', ...args], { ...plainEnvironment(), ...settings }));
}

/** As `refusal`, in this process, for what is refused before anything is opened. */
async function refusalHere(env: Record<string, string>, ...args: readonly string[]): Promise<string> {
  const output = new PassThrough({ encoding: 'utf8' });
  const errors = new PassThrough({ encoding: 'utf8' });
  const status = await run(['serve', ...args], { env, input: new PassThrough(), output, errors });
  return sentenceOf({ status, output: output.read() ?? '', errors: errors.read() ?? '' });
}

function sentenceOf({ status, output, errors }: Ended): string {
  expect({ status, output }, errors).toEqual({ status: 1, output: '' });
  expect(errors.trim()).toMatch(/^[A-Z-][^\n]*\.$/);
  return errors.trim();
}

interface Ended {
  readonly status: number | string | null | undefined;
  readonly output: string;
  readonly errors: string;
}

function serve(args: readonly string[], env: Record<string, string | undefined>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      { env, timeout: atMost, killSignal: 'SIGKILL' },
      (error, output, errors) => resolve({ status: error ? (error.code ?? error.signal) : 0, output, errors }),
    );
  });
}

/** Takes connections and never says a word. */
async function silentServer(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const redisWith = async (settings: Record<string, string>) => {
  const redis = await startRedis(settings);
  ends.push(() => redis.stop());
  return redis.url;
};

describe('the settings alone', () => {
  test.each(['web', 'worker'])('refuse a %s without Postgres and Redis', async (role) => {
    const sentence = await refusal({}, '--role', role);
    expect(sentence).toMatch(new RegExp(`^--role ${role} .*DATABASE_URL .*REDIS_URL`));
    expect(await refusalHere({ DATABASE_URL: 'postgres://127.0.0.1/x' }, '--role', role)).toBe(sentence);
  });

  test.each([
    ['a channel that does not exist', { CHANNELS: 'simulator,pigeon' }, /^CHANNELS .*«pigeon».*simulator/],
    ['no channel at all', { CHANNELS: ',' }, /^CHANNELS /],
    ['a port that is no number', { PORT: 'http' }, /^PORT /],
    ['a time zone that does not exist', { TZ_NAME: 'Rehamna' }, /^TZ_NAME .*Africa\/Casablanca/],
    ['a database of another kind', { DATABASE_URL: 'mysql://127.0.0.1/bladi' }, /^DATABASE_URL .*postgres:\/\//],
    ['a Redis of another kind', { REDIS_URL: '127.0.0.1:6379' }, /^REDIS_URL .*redis:\/\//],
    ['a time to undo that is no number', { UNDO_SECONDS: 'soon' }, /^UNDO_SECONDS /],
    ['an answer clock of two steps', { COOPERATIVE_CLOCK: '60,180' }, /^COOPERATIVE_CLOCK .*«60,180».*three numbers/],
    ['an answer clock that runs backwards', { KEEPER_CLOCK: '60,30,120' }, /^KEEPER_CLOCK .*greater than/],
    ['an answer clock in words', { KEEPER_CLOCK: 'soon,later,never' }, /^KEEPER_CLOCK .*«soon,later,never»/],
    ['an answer clock of four steps', { KEEPER_CLOCK: '1,2,3,4' }, /^KEEPER_CLOCK .*three numbers/],
    ['a day of more than 24 hours', { WAKING_HOURS: '8-25' }, /^WAKING_HOURS .*«8-25».*0 to 24/],
    ['a day that ends before it begins', { WAKING_HOURS: '21-8' }, /^WAKING_HOURS /],
    [
      'a reminder of an offer that is over',
      { OFFER_REMINDER_MINUTES: '20' },
      /^OFFER_REMINDER_MINUTES .*OFFER_MINUTES/,
    ],
  ] as const)('refuse %s', async (_, env, sentence) => {
    expect(await refusalHere(env)).toMatch(sentence);
  });

  test('refuse a role that does not exist', async () => {
    expect(await refusalHere({}, '--role', 'boss')).toMatch(/^--role .*«boss».*all, web, worker/);
  });
});

describe('a Redis', () => {
  test('without an append-only file is refused', async () => {
    expect(await refusal({ REDIS_URL: await redisWith({ appendonly: 'no' }) })).toMatch(
      /^REDIS_URL: .*"appendonly yes"/,
    );
  });

  test('that evicts keys is refused', async () => {
    const url = await redisWith({ 'maxmemory-policy': 'allkeys-lru' });
    expect(await refusal({ REDIS_URL: url })).toMatch(/^REDIS_URL: .*noeviction/);
  });

  test('that is not there is refused, without its password', async () => {
    const sentence = await refusal({ REDIS_URL: `redis://:secret@127.0.0.1:${await freePort()}` });
    expect(sentence).toMatch(/^REDIS_URL: no Redis answers at 127\.0\.0\.1:\d+ /);
    expect(sentence).not.toContain('secret');
  });

  test('that takes the connection and says nothing is refused in bounded time', async () => {
    expect(await refusal({ REDIS_URL: `redis://127.0.0.1:${await silentServer()}` })).toMatch(/^REDIS_URL: /);
  });

  test('that wants a password is refused', async () => {
    const url = await redisWith({});
    const operator = new Redis(url);
    await operator.config('SET', 'requirepass', 'secret');
    operator.disconnect();
    expect(await refusal({ REDIS_URL: url })).toMatch(/^REDIS_URL: .*NOAUTH/);
  });
});

describe('a Postgres', () => {
  test('that is not there is refused, without its password', async () => {
    const sentence = await refusal({ DATABASE_URL: `postgres://bladi:secret@127.0.0.1:${await freePort()}/bladi` });
    expect(sentence).toMatch(/^DATABASE_URL: .*127\.0\.0\.1:\d+\/bladi /);
    expect(sentence).not.toContain('secret');
  });

  test('that takes the connection and says nothing is refused in bounded time', async () => {
    const url = `postgres://bladi@127.0.0.1:${await silentServer()}/bladi`;
    expect(await refusal({ DATABASE_URL: url })).toMatch(/^DATABASE_URL: /);
  });

  test('without the named database is refused', async () => {
    const url = new URL(await freshPostgres());
    url.pathname = '/nowhere';
    expect(await refusal({ DATABASE_URL: url.href })).toMatch(/^DATABASE_URL: .*nowhere/);
  });
});

describe('beside a server that runs', () => {
  test('its data directory and its port are refused, by name', async () => {
    const running = await startServer();
    ends.push(() => running.stop());
    const { port } = new URL(running.url);
    const [directory, address] = await Promise.all([refusal({ DATA_DIR: running.directory }), refusal({ PORT: port })]);
    expect(directory).toMatch(/^DATA_DIR/);
    expect(directory).toContain(String(running.pid));
    expect(address).toMatch(new RegExp(`^PORT ${port} on 127\\.0\\.0\\.1 is used by another`));
    // Nothing of it disturbed the one that runs.
    expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
  });
});
