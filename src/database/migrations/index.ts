/** Every migration, in order. A migration that has landed is never edited; a change is a new one. */
import type { Migration } from 'kysely';
import { up as catalogue } from './0003-catalogue.ts';

export const migrations: Record<string, Migration> = {
  '0003-catalogue': { up: catalogue },
};
