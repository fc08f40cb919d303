export type SimulatorTables = Record<never, never>;
