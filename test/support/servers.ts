/**
 * One Redis and one Postgres for a whole run of the tests, started when the first test asks for them, so that a run that
 * needs none starts none. Test files run in processes of their own and ask over loopback.
 */
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: string;
  }
}

interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

const starters: Readonly<Record<string, () => Promise<Started>>> = {
  '/redis': () => startRedis(),
  '/postgres': () => startPostgres(),
};

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Started>>();
  const door = createServer(async (request, response) => {
    const path = request.url ?? '';
    const start = starters[path];
    if (start === undefined) {
      response.writeHead(404).end();
      return;
    }
    const server = started.get(path) ?? start();
    started.set(path, server);
    try {
      response.end((await server).url);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  const address = door.address();
  provide('servers', typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '');

  return async () => {
    door.closeAllConnections();
    door.close();
    const servers = await Promise.allSettled(started.values());
    await Promise.all(servers.map((server) => (server.status === 'fulfilled' ? server.value.stop() : undefined)));
  };
}
