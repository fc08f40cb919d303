/** Every migration, in order. A migration that has landed is never edited; a change is a new one. */
import type { Migration } from 'kysely/migration';
import { chats } from './0001-chats.ts';
import { people } from './0002-people.ts';
import { catalogue } from './0003-catalogue.ts';
import { orders } from './0004-orders.ts';
import { deliveries } from './0005-deliveries.ts';
import { shelves } from './0006-shelves.ts';
import { ledger } from './0007-ledger.ts';
import { simulator } from './0008-simulator.ts';
import { turns } from './0009-turns.ts';
import { simulatorUnadmitted } from './0010-simulator-unadmitted.ts';
import { answers } from './0011-answers.ts';
import { shelfStock } from './0012-shelf-stock.ts';
import { roles } from './0013-roles.ts';
import { help } from './0014-help.ts';
import { settlements } from './0015-settlements.ts';

export const migrations: Record<string, Migration> = {
  '0001-chats': chats,
  '0002-people': people,
  '0003-catalogue': catalogue,
  '0004-orders': orders,
  '0005-deliveries': deliveries,
  '0006-shelves': shelves,
  '0007-ledger': ledger,
  '0008-simulator': simulator,
  '0009-turns': turns,
  '0010-simulator-unadmitted': simulatorUnadmitted,
  '0011-answers': answers,
  '0012-shelf-stock': shelfStock,
  '0013-roles': roles,
  '0014-help': help,
  '0015-settlements': settlements,
};
