import type { Migration } from 'kysely/migration';

export const simulator: Migration = {
  async up(db) {
    await db.schema
      .createTable('simulator_message')
      .addColumn('seq', 'bigserial', (column) => column.primaryKey())
      .addColumn('chat', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('from', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('body', 'jsonb', (column) => column.notNull())
      .addColumn('image', 'bytea')
      .addUniqueConstraint('simulator_message_once', ['chat', 'from', 'key'])
      .execute();
    await db.schema.createIndex('simulator_message_by_chat').on('simulator_message').columns(['chat', 'seq']).execute();
  },
};
