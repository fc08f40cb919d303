import type { Generated } from 'kysely';

/** Commands that were carried out, each once under its key, with the answer that a repetition is given again. */
interface CommandTable {
  key: string;
  name: string;
  /** JSON of an Outcome; null only inside the transaction that carries it out. */
  outcome: string | null;
  at: Generated<Date>;
}

export interface TurnTables {
  command: CommandTable;
}
