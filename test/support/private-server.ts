/** A server of the tests' own on the loopback address, which ends with the process that started it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from './until.ts';

export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  /** Its own folder, removed when this process dies before it could. */
  readonly cwd: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Instead of this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether the server answers by now. */
  readonly answers: () => Promise<boolean>;
}

export interface PrivateServer {
  readonly pid: number;
  /** Ends it with a signal and waits until it has gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

export async function launch(options: Launch): Promise<PrivateServer> {
  const { program, args, cwd, user, env, answers } = options;
  const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...user, ...(env && { env }) });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
  }
  await once(child, 'spawn');
  const pid = child.pid as number;
  const watchdog = watch(pid, cwd);
  const gone = once(child, 'exit');
  let ended = false;
  gone.then(() => {
    ended = true;
    // A line tells the watchdog that there is nothing left to end.
    watchdog.stdin?.end('done\n');
  });

  await until(`${program} answers`, async () => ended || (await answers()), 45_000);
  if (ended) throw new Error(`${program} did not start: ${said}`);

  return {
    pid,
    async end(signal) {
      if (!ended) child.kill(signal);
      await Promise.race([gone, once(watchdog, 'exit')]);
    },
  };
}

/**
 * Ends the server and removes its folder when this process is gone, however it died: the pipe between them closes, so `read` meets its end
 * without having read a line.
 */
function watch(pid: number, directory: string): ChildProcess {
  const script = `trap '' INT TERM HUP; read line || { kill -9 ${pid}; sleep 1; rm -rf "$0"; }`;
  const watchdog = spawn('sh', ['-c', script, directory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.stdin?.on('error', () => {});
  watchdog.unref();
  return watchdog;
}
