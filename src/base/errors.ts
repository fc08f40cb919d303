/**
 * Something the operator must set right. The message is one sentence that names the setting and the remedy; it is
 * printed without a stack and ends the process with status 1.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** A failure that may pass by itself (a lost connection, a lock timeout): the work is tried again later. */
export class TransientError extends Error {
  override name = 'TransientError';
}
