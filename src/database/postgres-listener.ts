import pg from 'pg';
import type { Logger } from '#base/logger.ts';
import type { Database } from './database.ts';
import { outsideTransaction } from './transaction-guard.ts';

interface Subscriber {
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly resumed: (() => void) | undefined;
}

/** How often the connection is asked whether it lives: a half-open one says nothing by itself. */
const heartbeat = 10_000;
const longestPause = 10_000;

/** One connection of its own for all LISTENs, opened when first needed and reopened whenever it is lost. */
export function createPostgresListener(options: pg.ClientConfig, log: Logger | undefined) {
  const subscribers = new Set<Subscriber>();
  let client: pg.Client | undefined;
  let opening: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  function lost(gone: pg.Client, error: Error): void {
    if (closed || client !== gone) return;
    client = undefined;
    clearTimeout(timer);
    gone.removeAllListeners().on('error', () => {});
    gone.end().catch(() => {});
    log?.warn({ error: error.message }, 'the listening database connection was lost');
    reopenLater();
  }

  function reopenLater(): void {
    const pause = Math.min(longestPause, 250 * 2 ** failures++);
    timer = setTimeout(() => open().catch(reopenLater), pause);
  }

  function beat(alive: pg.Client): void {
    timer = setTimeout(() => {
      alive.query('select 1').then(
        () => client === alive && beat(alive),
        (error: Error) => lost(alive, error),
      );
    }, heartbeat);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...options, query_timeout: 5_000 });
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next, new Error('connection ended')));
    next.on('notification', ({ channel, payload }) => {
      for (const subscriber of [...subscribers]) {
        if (subscriber.channel === channel) outsideTransaction(() => subscriber.heard(payload ?? ''));
      }
    });
    try {
      await next.connect();
      for (const channel of new Set([...subscribers].map((one) => one.channel))) await listenOn(next, channel);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    if (closed) return next.end();
    client = next;
    failures = 0;
    beat(next);
    for (const subscriber of subscribers) outsideTransaction(() => subscriber.resumed?.());
  }

  /** One attempt at a time, whoever asks. */
  function open(): Promise<void> {
    opening ??= connect().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  const listen: Database['listen'] = async (channel, heard, resumed) => {
    const subscriber: Subscriber = { channel, heard, resumed };
    await opening?.catch(() => {});
    const connected = client;
    subscribers.add(subscriber);
    if (connected) {
      await listenOn(connected, channel);
      resumed?.();
    } else await open();
    return async () => {
      subscribers.delete(subscriber);
      const others = [...subscribers].some((other) => other.channel === channel);
      if (!others && client) await client.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {});
    };
  };

  return {
    listen,
    async close() {
      closed = true;
      clearTimeout(timer);
      await opening?.catch(() => {});
      const last = client;
      client = undefined;
      last?.removeAllListeners();
      await last?.end();
    },
  };
}

async function listenOn(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${pg.escapeIdentifier(channel)}`);
}
