import type { ColumnType } from 'kysely';

/** What stands on the simulator's screens, of both sides. */
interface SimulatorMessageTable {
  /** Given by the database; within one chat also the order in which rows become visible. */
  seq: ColumnType<number | string, never, never>;
  /** The chat's name without the channel: `amina`, `cooperative:nour`. */
  chat: string;
  /** Milliseconds since 1970. */
  at: ColumnType<number | string, number, never>;
  from: 'person' | 'bot';
  /** The person's message id or the letter's key; unique per chat and side. */
  key: string;
  /** A `PersonBody` or an `Outgoing`, as JSON text. */
  body: ColumnType<unknown, string, never>;
  /** A photo the person sent. */
  image: Uint8Array | null;
  /** Of a person's message, until it is known to lie in the inbox. */
  unadmitted: ColumnType<boolean, boolean, boolean>;
}

export interface SimulatorTables {
  simulator_message: SimulatorMessageTable;
}
