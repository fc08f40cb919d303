export type ShelfTables = Record<never, never>;
