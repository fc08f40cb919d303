/** Every migration, in order. A migration that has landed is never edited; a change is a new one. */
import type { Migration } from 'kysely/migration';
import { up as catalogue } from './0003-catalogue.ts';
import { orders } from './0004-orders.ts';
import { deliveries } from './0005-deliveries.ts';
import { shelves } from './0006-shelves.ts';

export const migrations: Record<string, Migration> = {
  '0003-catalogue': { up: catalogue },
  '0004-orders': orders,
  '0005-deliveries': deliveries,
  '0006-shelves': shelves,
};
