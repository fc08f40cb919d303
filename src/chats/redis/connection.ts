import { Redis } from 'ioredis';
import { OperatorError, TransientError } from '#base/errors.ts';

/** After `patience` ms a caller is told that Redis does not answer; what was sent may still be carried out. */
export function createClient(url: string, patience: number): Redis {
  return new Redis(url, {
    lazyConnect: true,
    // Auto-pipelining would halve the turns per second: it sends the next batch only when the last one is answered.
    enableAutoPipelining: false,
    commandTimeout: patience,
    connectTimeout: patience,
    // What was in flight is sent again after a lost connection; every script bears being run twice.
    autoResendUnfulfilledCommands: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(20 * 2 ** Math.min(times, 6), 1_000),
    // After a failover the connection may be to the old primary: connect again and ask again.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  });
}

const coming = new WeakMap<Redis, Promise<void>>();

/**
 * Resolves when Redis can be asked; throws TransientError when it cannot be for a while. Without this wait everything
 * asked during an outage would be kept and carried out after it, long after the callers had given up.
 */
export async function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  let wait = coming.get(redis);
  if (wait === undefined) {
    wait = untilReady(redis).finally(() => coming.delete(redis));
    coming.set(redis, wait);
  }
  await wait;
}

async function untilReady(redis: Redis): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const giveUp = () => reject(new TransientError('Redis cannot be reached at the moment'));
  const timer = setTimeout(giveUp, redis.options.commandTimeout);
  redis.once('ready', resolve).once('end', giveUp);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off('ready', resolve).off('end', giveUp);
  }
}

/** Connects, or says in one sentence what the operator can do. */
export async function connect(redis: Redis, url: string): Promise<void> {
  const late = Promise.withResolvers<never>();
  const patience = redis.options.commandTimeout ?? 5_000;
  // A server that takes the connection and then says nothing ends no attempt by itself.
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${patience} ms`)), patience);
  let cause: Error | undefined;
  const remember = (error: Error) => {
    cause ??= error;
  };
  redis.on('error', remember);
  const connecting = redis.connect();
  try {
    await Promise.race([connecting, late.promise]);
  } catch (error) {
    connecting.catch(() => {});
    redis.disconnect();
    const { message } = cause ?? (error as Error);
    throw new OperatorError(
      `REDIS_URL: no Redis answers at ${withoutSecrets(url)} (${message}); start it, or set REDIS_URL to where it is, or leave it empty to keep chats in the database.`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
    redis.off('error', remember);
  }
}

function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the given address';
}

/** Refuses a Redis that would lose what it has acknowledged. */
export async function checkDurability(redis: Redis, durability: 'checked' | 'assured'): Promise<void> {
  const appendOnly = await setting(redis, 'appendonly');
  const policy = await setting(redis, 'maxmemory-policy');
  if ((appendOnly === undefined || policy === undefined) && durability === 'checked') {
    throw new OperatorError(
      'REDIS_URL: this Redis does not let its settings be read; when its owner vouches for an append-only file and for maxmemory-policy noeviction, set REDIS_DURABILITY=assured.',
    );
  }
  if (appendOnly !== undefined && appendOnly !== 'yes') {
    throw new OperatorError(
      'REDIS_URL: this Redis keeps no append-only file and would lose every chat when it stops; set "appendonly yes" in its configuration.',
    );
  }
  if (policy !== undefined && policy !== 'noeviction') {
    throw new OperatorError(
      `REDIS_URL: this Redis throws keys away when its memory is full (maxmemory-policy ${policy}); set "maxmemory-policy noeviction" in its configuration.`,
    );
  }
}

/** `undefined` when it may not be read. */
async function setting(redis: Redis, name: string): Promise<string | undefined> {
  try {
    const answer: unknown = await redis.config('GET', name);
    return Array.isArray(answer) ? String(answer[1]) : undefined;
  } catch {
    return undefined;
  }
}

/** Chats are spread over a number of shards once and for all: with another number none would be found again. */
export async function checkShards(redis: Redis, key: string, count: number): Promise<void> {
  await redis.set(key, count, 'NX');
  const kept = Number(await redis.get(key));
  if (kept !== count) {
    throw new OperatorError(
      `REDIS_URL: the chats in this Redis are spread over ${kept} shards and this program expects ${count}; use the version that wrote them, or another Redis.`,
    );
  }
}
