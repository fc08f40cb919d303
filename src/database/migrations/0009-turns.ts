import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const turns: Migration = {
  async up(db) {
    await db.schema
      .createTable('command')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
  },
};
