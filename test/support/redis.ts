import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, launch, type PrivateServer } from './private-server.ts';
import { programNamed } from './programs.ts';

export interface RedisServer {
  readonly url: string;
  readonly pid: number;
  /** `kill -9`, as when the machine takes it away. */
  kill(): Promise<void>;
  /** Starts it again on the same port and files. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of one's own; by default configured as the chat store wants it, with `settings` otherwise. */
export async function startRedis(settings: Record<string, string> = {}): Promise<RedisServer> {
  const directory = await mkdtemp(join(tmpdir(), 'bladi-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const all = { appendonly: 'yes', 'maxmemory-policy': 'noeviction', save: '', ...settings };
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', directory];
  for (const [name, value] of Object.entries(all)) args.push(`--${name}`, value);
  const start = () =>
    launch({ program: programNamed('redis-server'), args, cwd: directory, answers: () => answers(url) });

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
      await server.end('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
