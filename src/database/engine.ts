import type { Dialect } from 'kysely';
import type { Database } from './database.ts';

/** What differs between PGlite and Postgres, below the guard. */
export interface Engine {
  readonly kind: Database['kind'];
  readonly dialect: Dialect;
  run: Database['run'];
  listen: Database['listen'];
  close(): Promise<void>;
}
