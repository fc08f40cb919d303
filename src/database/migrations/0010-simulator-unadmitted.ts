import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const simulatorUnadmitted: Migration = {
  async up(db) {
    await sql`alter table simulator_message add column unadmitted boolean not null default false`.execute(db);
    await sql`create index simulator_message_unadmitted on simulator_message (seq) where unadmitted`.execute(db);
  },
};
