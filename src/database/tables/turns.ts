export type TurnTables = Record<never, never>;
