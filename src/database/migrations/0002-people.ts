import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const now = '(extract(epoch from clock_timestamp()) * 1000)::bigint';

const statements = [
  `create table person (
    id text primary key default gen_random_uuid()::text,
    name text,
    phone text,
    language text not null check (language in ('ar', 'fr')),
    created_at bigint not null default ${now}
  )`,
  `create table person_chat (
    address text primary key,
    person text not null references person on delete cascade,
    created_at bigint not null default ${now}
  )`,
  'create index person_chat_person on person_chat (person)',
  `create table staff_binding (
    chat text primary key,
    role text not null check (role in ('cooperative', 'distributor', 'shelf', 'volunteer')),
    "of" text not null,
    bound_at bigint not null default ${now},
    check ((role = 'volunteer') = ("of" = ''))
  )`,
  'create index staff_binding_of on staff_binding (role, "of")',
  `create table help_request (
    id text primary key,
    chat text not null,
    role text not null,
    "of" text not null,
    name text,
    phone text,
    words text,
    state text not null check (state in ('open', 'closed')),
    asked_at bigint not null
  )`,
  `create index help_request_open on help_request (asked_at) where state = 'open'`,
  // Every process keeps the bindings in memory and reads them again when told so.
  `create function tell_staff_changed() returns trigger language plpgsql as $$
  begin
    perform pg_notify('staff', '');
    return null;
  end $$`,
  `create trigger staff_changed after insert or update or delete on staff_binding
    for each statement execute function tell_staff_changed()`,
];

export const people: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
