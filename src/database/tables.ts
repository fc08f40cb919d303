/** The tables, room by room; the SQL that uses them stands in the rooms. */
import type { CatalogueTables } from './tables/catalogue.ts';
import type { ChatTables } from './tables/chats.ts';
import type { DeliveryTables } from './tables/deliveries.ts';
import type { LedgerTables } from './tables/ledger.ts';
import type { MediaTables } from './tables/media.ts';
import type { OrderTables } from './tables/orders.ts';
import type { PeopleTables } from './tables/people.ts';
import type { ShelfTables } from './tables/shelves.ts';
import type { SimulatorTables } from './tables/simulator.ts';
import type { TurnTables } from './tables/turns.ts';

export type Tables = CatalogueTables &
  ChatTables &
  DeliveryTables &
  LedgerTables &
  MediaTables &
  OrderTables &
  PeopleTables &
  ShelfTables &
  SimulatorTables &
  TurnTables;
