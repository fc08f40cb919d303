import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Sound and pictures that people sent, until nobody needs them any more; the id is not to be guessed.
  `create table kept_media (
    id text primary key,
    mime_type text not null,
    bytes bytea not null,
    kept_at bigint not null
  )`,
  `create table voice_note (
    id text primary key,
    chat text not null,
    source text not null,
    mime_type text not null,
    seconds integer,
    kept_at bigint not null
  )`,
  'create index voice_note_chat on voice_note (chat)',
  'alter table help_request drop constraint help_request_state_check',
  `alter table help_request add constraint help_request_state_check check (state in ('open', 'taken', 'closed'))`,
  'alter table help_request add column taken_by text',
  'create index help_request_chat on help_request (chat, asked_at desc)',
  `create table help_message (
    number bigint primary key generated always as identity,
    request text not null references help_request on delete cascade,
    sender text not null check (sender in ('person', 'volunteer')),
    words text,
    voice_note text references voice_note on delete set null,
    at bigint not null
  )`,
  'create index help_message_request on help_message (request, number)',
  // A note is erased with whoever spoke it, and when nothing under way needs it any more.
  'create index help_message_voice_note on help_message (voice_note) where voice_note is not null',
  'create index orders_voice_note on orders (voice_note) where voice_note is not null',
  'create index voice_note_source on voice_note (source)',
  'create index voice_note_kept on voice_note (kept_at)',
  'create index kept_media_kept on kept_media (kept_at)',
];

export const help: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
