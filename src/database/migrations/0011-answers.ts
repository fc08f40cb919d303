import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // An answer of staff, until it takes effect or is taken back.
  `create table staff_answer (
    id text primary key,
    number bigint generated always as identity,
    chat text not null,
    role text not null,
    "of" text not null,
    name text not null,
    input jsonb not null,
    before jsonb,
    about text not null,
    order_number text,
    state text not null check (state in ('open', 'settled', 'undone')),
    answered_at bigint not null,
    undo_until bigint not null
  )`,
  `create unique index staff_answer_one on staff_answer (about) where state = 'open'`,
  'create index staff_answer_last on staff_answer (chat, number desc)',
  'create index staff_answer_over on staff_answer (undo_until)',
  // Steps of answer clocks that were taken: a job that is run twice takes none of them twice.
  `create table answer_clock (
    kind text not null,
    id text not null,
    step text not null,
    taken_at bigint not null,
    primary key (kind, id, step)
  )`,
  // When an answer clock has come to the volunteers.
  'alter table order_part add column escalated_at bigint',
  `alter table order_part add column source text not null default 'cooperative' check (source in ('cooperative', 'shelf'))`,
  'alter table order_part drop constraint order_part_order_id_cooperative_key',
  'create unique index order_part_once on order_part (order_id, cooperative, source)',
  'alter table orders add column voice_note text',
  `alter table delivery add column failure text`,
  'alter table delivery add column failure_words text',
  'alter table delivery add column failed_at bigint',
  // When the goods of a returned delivery were with their cooperatives again.
  'alter table delivery add column back_at bigint',
  'drop index delivery_round',
  `create index delivery_round on delivery (distributor, day) where state in ('taken', 'onTheWay', 'failed')`,
  // What waits for a volunteer.
  `create index delivery_trouble on delivery (state) where state in ('unassigned', 'failed', 'returned')`,
  `create index order_part_silent on order_part (escalated_at) where state = 'asked' and escalated_at is not null`,
  'create index orders_number on orders (number, placed_at desc)',
  `alter table handover drop constraint handover_state_check`,
  `alter table handover add constraint handover_state_check check (state in ('open', 'done', 'void'))`,
];

export const answers: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
