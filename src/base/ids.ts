import { randomInt, randomUUID } from 'node:crypto';

/** Where identifiers and codes come from; tests pass a seeded source. */
export interface Ids {
  /** A new identifier, unique for ever. */
  next(): string;
  /** A whole number from 0 up to, not including, `limit`; cryptographically random in production. */
  below(limit: number): number;
}

export const randomIds: Ids = { next: () => randomUUID(), below: (limit) => randomInt(limit) };
