import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Cash that goes to the cooperative whose it is changes hands like goods, but for no single order.
  'alter table handover alter column order_id drop not null',
  'alter table handover add column cooperative text',
  'alter table handover add column amount bigint',
  'alter table handover drop constraint handover_kind_check',
  `alter table handover add constraint handover_kind_check
    check (kind in ('pickup', 'delivery', 'collection', 'settlement'))`,
  `alter table handover add constraint handover_settlement_check check (
    case when kind = 'settlement'
      then order_id is null and part_id is null and cooperative is not null and amount is not null and amount > 0
      else order_id is not null and cooperative is null and amount is null
    end
  )`,
  `create unique index handover_settlement on handover (giver_role, giver, cooperative)
    where kind = 'settlement' and state = 'open'`,
];

export const settlements: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
