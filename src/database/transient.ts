import { TransientError } from '#base/errors.ts';

/** SQLSTATE classes and codes after which the same work may succeed: nothing in the work itself was wrong. */
const classes = [
  '08', // connection exception
  '53', // insufficient resources: too many connections, out of memory, disk full
];
const codes = new Set([
  '25P03', // idle in transaction too long
  '25P04', // transaction took too long
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock timeout
  '57014', // statement timeout
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  '57P05', // idle session timeout
]);

/** What the operating system says of a connection. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
]);

/** What the Postgres driver says without any code. */
const driverSentences = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
];

/** True when the failure may pass by itself, so that the same work is to be tried again later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof TransientError) return true;
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isTransient)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined) {
    if (codes.has(code) || systemCodes.has(code)) return true;
    if (code.length === 5 && classes.includes(code.slice(0, 2))) return true;
  } else if (driverSentences.some((sentence) => error.message.startsWith(sentence))) return true;
  return error.cause !== undefined && isTransient(error.cause);
}
