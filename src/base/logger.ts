import { createHmac, randomBytes } from 'node:crypto';
import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/** One JSON line per record. Message texts, names, phones and addresses are never given to it at `info` or above. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: {
      paths: ['token', 'secret', 'password', 'phone', '*.token', '*.secret', '*.password', '*.phone'],
      censor: '…',
    },
  });
}

const key = randomBytes(32);

/** A stand-in for a chat address in logs: the same within one run of the process, meaningless outside it. */
export function masked(address: string): string {
  return createHmac('sha256', key).update(address).digest('hex').slice(0, 10);
}
