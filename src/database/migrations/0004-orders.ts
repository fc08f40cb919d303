import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// The table is named in the plural because `order` is a word of SQL.
const statements = [
  `create table orders (
    id text primary key,
    number text not null,
    number_held boolean not null default true,
    basket_id text not null unique,
    person text not null,
    taken_by text,
    language text not null check (language in ('ar', 'fr')),
    edition integer not null,
    state text not null,
    version integer not null default 1,
    payer_name text not null,
    payer_phone text,
    receiver_name text not null,
    receiver_phone text,
    payment text not null,
    way text not null,
    commune text,
    address text,
    landmark text,
    latitude double precision,
    longitude double precision,
    day text,
    may_call boolean not null default false,
    shelf text,
    goods integer not null check (goods >= 0),
    fee integer not null check (fee >= 0),
    placed_at bigint not null,
    undo_until bigint not null,
    closed_at bigint,
    check (way = 'delivery' and commune is not null and address is not null and day is not null
        or way = 'shelf' and shelf is not null)
  )`,
  'create unique index orders_number_held on orders (number) where number_held',
  'create index orders_person on orders (person, placed_at desc)',
  `create table order_line (
    order_id text not null references orders on delete cascade,
    position integer not null,
    product text not null,
    quantity integer not null check (quantity > 0),
    price integer not null check (price >= 0),
    reserved integer not null default 0 check (reserved >= 0),
    primary key (order_id, position)
  )`,
  `create table order_part (
    id text primary key,
    order_id text not null references orders on delete cascade,
    position integer not null,
    cooperative text not null,
    state text not null,
    version integer not null default 1,
    amount integer not null check (amount >= 0),
    refusal_cause text,
    refusal_words text,
    loss_carrier text check (loss_carrier in ('customer', 'cooperative', 'distributor', 'programme')),
    asked_at bigint,
    answered_at bigint,
    ready_at bigint,
    unique (order_id, cooperative)
  )`,
  `create index order_part_open on order_part (cooperative, asked_at) where state in ('asked', 'accepted', 'ready')`,
  `create table part_line (
    part_id text not null references order_part on delete cascade,
    position integer not null,
    product text not null,
    bundle text,
    quantity integer not null check (quantity > 0),
    price integer not null check (price >= 0),
    weight integer not null,
    size text not null,
    reserved integer not null default 0 check (reserved >= 0),
    primary key (part_id, position)
  )`,
];

export const orders: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
