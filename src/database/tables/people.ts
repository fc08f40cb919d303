export type PeopleTables = Record<never, never>;
