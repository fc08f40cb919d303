import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { mailFunctions } from './0001-chats-mail.ts';
import { turnFunctions } from './0001-chats-turns.ts';

/**
 * Chats in the database. Each step of the chat store is one function call, so that it is one round trip and one
 * transaction; every function locks the row of its chat first. Times are ms since 1970 by the database's clock.
 */
export const chats: Migration = {
  async up(db) {
    for (const statement of [...tables, ...turnFunctions, ...mailFunctions]) await sql.raw(statement).execute(db);
  },
};

const tables = [
  `create sequence chat_fence`,
  `create table chat (
     chat text primary key,
     channel text not null,
     version integer,
     state text,
     written integer not null default 0,
     departed integer not null default 0,
     owner bigint,
     kind text,
     head bigint,
     via text,
     done bigint,
     items integer not null default 0,
     commands integer not null default 0,
     due_at bigint,
     command_at bigint,
     command_throws integer not null default 0,
     command_losses integer not null default 0,
     item_at bigint,
     item_throws integer not null default 0,
     item_losses integer not null default 0,
     flood_start bigint not null default 0,
     flood_count integer not null default 0,
     flood_notice bigint not null default 0,
     mail_owner bigint,
     mail_done text,
     mail_at bigint,
     mail_attempts integer not null default 0,
     forgotten_at bigint
   ) with (fillfactor = 70)`,
  `comment on column chat.items is 'How many rows of chat_item it has, so that most turns need not look; commands likewise.'`,
  `comment on column chat.head is 'Number of the item or command that its owner works on.'`,
  `comment on column chat.due_at is 'From when it may be claimed: end of the lease while somebody owns it, null without work.'`,
  `comment on column chat.mail_at is 'From when its letters may be claimed: end of the lease while a sender has them, null without letters.'`,
  `create index chat_due on chat (due_at) where due_at is not null`,
  `create index chat_mail_due on chat (channel, mail_at) where mail_at is not null`,
  `create index chat_forgotten on chat (forgotten_at) where forgotten_at is not null`,
  `create table chat_item (
     chat text not null,
     number bigint generated always as identity,
     id text not null,
     seen integer not null,
     item text not null,
     primary key (chat, number)
   )`,
  `create table chat_command (
     chat text not null,
     number bigint generated always as identity,
     key text not null,
     command text not null,
     primary key (chat, number)
   )`,
  `create table chat_letter (
     chat text not null,
     number integer not null,
     outgoing text not null,
     primary key (chat, number)
   )`,
  `create table chat_seen (
     chat text not null,
     id text not null,
     seen_at bigint not null,
     primary key (chat, id)
   )`,
  // Rows come in the order of their time, so a few bytes for each block find the old ones.
  `create index chat_seen_at on chat_seen using brin (seen_at)`,
  `create table chat_buried (
     number bigint generated always as identity primary key,
     chat text not null,
     buried_at bigint not null,
     reason text not null,
     kind text not null,
     id text not null,
     content text not null
   )`,
  `create index chat_buried_chat on chat_buried (chat)`,
];
