import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table delivery (
    id text primary key,
    order_id text not null references orders on delete cascade,
    state text not null,
    version integer not null default 1,
    commune text not null,
    day text not null,
    fee integer not null check (fee >= 0),
    distributor text,
    needed_at bigint not null,
    taken_at bigint,
    left_at bigint,
    delivered_at bigint
  )`,
  'create unique index delivery_once on delivery (order_id)',
  `create index delivery_round on delivery (distributor, day) where state in ('taken', 'onTheWay')`,
  `create table offer (
    id text primary key,
    delivery_id text not null references delivery on delete cascade,
    distributor text not null,
    state text not null,
    offered_at bigint not null,
    expires_at bigint not null,
    answered_at bigint,
    unique (delivery_id, distributor)
  )`,
  // One question at a time and one winner, whatever runs at the same moment.
  `create unique index offer_one on offer (delivery_id) where state in ('open', 'taken')`,
  'create index offer_past on offer (distributor, offered_at)',
  `create table handover (
    id text primary key,
    order_id text not null references orders on delete cascade,
    part_id text references order_part on delete cascade,
    kind text not null check (kind in ('pickup', 'delivery', 'collection')),
    giver_role text not null,
    giver text not null,
    distributor text,
    code text not null check (code ~ '^[0-9]{4}$'),
    state text not null check (state in ('open', 'done')),
    opened_at bigint not null,
    done_at bigint,
    done_in text
  )`,
  `create unique index handover_giver on handover (giver_role, giver, code) where state = 'open'`,
  `create unique index handover_distributor on handover (distributor, code) where state = 'open'`,
  'create index handover_order on handover (order_id)',
  `create index handover_done on handover (giver_role, giver, code) where state = 'done'`,
  `create table handover_try (
    number bigint primary key generated always as identity,
    giver_role text not null,
    giver text not null,
    at bigint not null
  )`,
  'create index handover_try_recent on handover_try (giver_role, giver, at)',
];

export const deliveries: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
