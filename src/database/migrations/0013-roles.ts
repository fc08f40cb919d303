import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // One chat may hold several roles; second contacts are asked when the first do not answer.
  'alter table staff_binding drop constraint staff_binding_pkey',
  'alter table staff_binding add primary key (chat, role, "of")',
  'alter table staff_binding add column contact integer not null default 1 check (contact in (1, 2))',
  // What is spoken with them as long as they have written no word that tells.
  `alter table staff_binding add column language text check (language in ('ar', 'fr'))`,
];

export const roles: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
