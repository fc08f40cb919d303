import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort, launch, type PrivateServer } from './private-server.ts';
import { programNamed } from './programs.ts';

export interface PostgresServer {
  /** Of its first database, `postgres`. */
  readonly url: string;
  readonly pid: number;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Where a test pulls the machine's plug, writes must reach the disk; elsewhere they need not. */
  readonly fsync?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A Postgres of one's own. It refuses to run as root, so root starts it as the system's `postgres` user. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const program = realpathSync(programNamed('postgres'));
  const user = process.getuid?.() === 0 ? await postgresUser() : undefined;
  const directory = await mkdtemp(join(tmpdir(), 'bladi-postgres-'));
  if (user !== undefined) await chown(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  await promisify(execFile)(
    join(dirname(program), 'initdb'),
    ['--pgdata', data, '--username', 'bladi', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8', '--locale', 'C'],
    { cwd: directory, ...user },
  );

  const port = await freePort();
  const url = `postgres://bladi@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: directory,
    max_connections: '100',
    fsync: options.fsync === true ? 'on' : 'off',
    ...options.settings,
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const start = () =>
    launch({ program, args, cwd: directory, answers: () => answers(url), ...(user === undefined ? {} : { user }) });

  let server: PrivateServer = await start();
  return {
    url,
    get pid() {
      return server.pid;
    },
    kill: () => server.end('SIGKILL'),
    async restart() {
      server = await start();
    },
    async stop() {
      // SIGINT is Postgres' fast shutdown: sessions are ended, data files closed.
      await server.end('SIGINT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A new database on a running server. */
export async function createDatabaseOn(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8');
  const fields = users
    .split('\n')
    .find((line) => line.startsWith('postgres:'))
    ?.split(':');
  if (fields === undefined) throw new Error('there is no user "postgres" to run the server as; install postgresql');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
