import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Units that stand free on a shelf; what is put aside for an order is taken off here. Beside them, until the next
  // count, those that the books know and the keeper did not find: not to be promised, but not forgotten either.
  `create table shelf_stock (
    shelf text not null references shelf on delete cascade,
    product text not null references product on delete cascade,
    position integer not null,
    units integer not null check (units >= 0),
    missing integer not null default 0,
    primary key (shelf, product)
  )`,
  // What an order takes from a shelf.
  'alter table order_line add column from_shelf integer not null default 0 check (from_shelf >= 0)',
  `create table reservation (
    id text primary key,
    order_id text not null unique references orders on delete cascade,
    shelf text not null,
    state text not null check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
    asked_at bigint not null,
    answered_at bigint,
    escalated_at bigint,
    refusal_cause text
  )`,
  `create index reservation_open on reservation (shelf, asked_at) where state = 'asked'`,
  // An evening count, as it was typed and what stood there before.
  `create table shelf_count (
    id text primary key,
    shelf text not null,
    chat text not null,
    lines jsonb not null,
    counted_at bigint not null
  )`,
  // What is sold over the counter belongs to no order.
  'alter table ledger_transaction alter column order_id drop not null',
  'alter table cooperative add column away_until text',
  // Whom volunteers call when nobody answers; no customer is shown it.
  'alter table cooperative add column phone text',
  'alter table distributor add column phone text',
  'alter table shelf add column phone text',
  'alter table product add column is_off boolean not null default false',
  // Like a product's own stock: only few or none is worth a new edition.
  `create constraint trigger shelf_stock_edition after insert or delete on shelf_stock
    deferrable initially deferred for each row execute function move_catalogue_edition()`,
  `create constraint trigger shelf_stock_edition_update after update on shelf_stock
    deferrable initially deferred for each row
    when (new.units is distinct from old.units and (least(new.units, old.units) < 5 or abs(new.units - old.units) > 1))
    execute function move_catalogue_edition()`,
];

export const shelfStock: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
