/** Every migration, in order. A migration that has landed is never edited; a change is a new one. */
import type { Migration } from 'kysely';

export const migrations: Record<string, Migration> = {};
