/** Bladi as its operators run it: a process of its own, on a port that stays the same when it is started again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, launch } from './private-server.ts';

const root = join(import.meta.dirname, '../..');

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Where an embedded database lies. */
  readonly directory: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it as an operator does, and leaves its data. */
  end(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** `role` web or worker needs DATABASE_URL and REDIS_URL in `env`. */
export async function startServer(env: Record<string, string> = {}, role = 'all'): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-server-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    launch({
      program: process.execPath,
      args: [join(root, 'src/main.ts'), 'serve', '--role', role],
      cwd: directory,
      env: { ...plainEnvironment(), PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'silent', ...env },
      // A worker has no door; whoever waits for its work sees that it runs.
      answers: async () => role === 'worker' || (await fetch(`${url}/health/live`)).ok,
    });
  let server = await start();
  return {
    url,
    directory,
    get pid() {
      return server.pid;
    },
    kill: () => server.end('SIGKILL'),
    async restart() {
      server = await start();
    },
    end: () => server.end('SIGTERM'),
    async stop() {
      await server.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What a program needs to run, without settings of ours that may stand in the environment of the tests. */
export function plainEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}
