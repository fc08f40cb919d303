import { createHmac, randomBytes } from 'node:crypto';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/**
 * One JSON line per record, to standard output unless another destination is given. Message texts, names, phones and
 * addresses are never given to it at `info` or above.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: errorWithoutData },
    redact: {
      paths: ['token', 'secret', 'password', 'phone', '*.token', '*.secret', '*.password', '*.phone'],
      censor: '…',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const key = randomBytes(32);

/** A stand-in for a chat address in logs: the same within one run of the process, meaningless outside it. */
export function masked(address: string): string {
  return createHmac('sha256', key).update(address).digest('hex').slice(0, 10);
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code?: unknown;
  readonly cause?: LoggedError;
}

/**
 * What a log may know of an error. The errors of database drivers carry the statement's values, which are people's names,
 * phones and addresses; none of their other fields are written.
 */
function errorWithoutData(error: unknown): LoggedError | string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? errorWithoutData(error.cause) : undefined;
  return {
    ...{ type: name, message, stack },
    ...('code' in error && { code: error.code }),
    ...(typeof cause === 'object' && { cause }),
  };
}
