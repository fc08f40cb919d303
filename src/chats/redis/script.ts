import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { TransientError } from '#base/errors.ts';
import { ready } from './connection.ts';

/** A Lua script: one atomic step in Redis. */
export interface Script {
  readonly source: string;
  readonly digest: string;
}

/** Reads scripts of this folder and joins them to one. */
export function readScript(...names: string[]): Script {
  const source = names
    .map((name) => readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8'))
    .join('\n');
  return { source, digest: createHash('sha1').update(source).digest('hex') };
}

/** Answers of Redis about its own state, not about our request: they pass. */
const passing = /^(OOM|LOADING|READONLY|MISCONF|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|BUSY|NOREPLICAS)/;

/** Runs a script; throws TransientError when Redis cannot be reached or cannot write at the moment. */
export async function run(
  redis: Redis,
  script: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  await ready(redis);
  try {
    try {
      return await redis.evalsha(script.digest, keys.length, ...keys, ...args);
    } catch (error) {
      // A Redis that was started anew knows no scripts.
      if (!isReply(error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return await redis.eval(script.source, keys.length, ...keys, ...args);
    }
  } catch (error) {
    throw asTransient(error);
  }
}

/** What may pass by itself as a TransientError, anything else as it is. */
export function asTransient(error: unknown): unknown {
  if (isReply(error) && !passing.test(error.message)) return error;
  return new TransientError('Redis does not answer or cannot write at the moment', { cause: error });
}

/** Whether Redis itself answered with an error, rather than the connection to it. */
function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}
