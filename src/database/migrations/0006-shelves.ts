import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table shelf_part (
    part_id text primary key references order_part on delete cascade,
    order_id text not null references orders on delete cascade,
    shelf text not null,
    expected_at bigint not null,
    arrived_at bigint
  )`,
  'create index shelf_part_expected on shelf_part (shelf, expected_at) where arrived_at is null',
  'create index shelf_part_order on shelf_part (order_id)',
];

export const shelves: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
