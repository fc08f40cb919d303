/** How a room of the trade says what it can be asked and told. */
import type { Kysely } from 'kysely';
import type { ZodType } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from './people/roles.ts';
import type { CommandName, Commands, Outcome, ReadName, Reads } from './requests.ts';
import type { ReadTools, TradeTools } from './tools.ts';

export interface Command<Name extends CommandName> {
  /** What comes from a conversation's saved state is hostile until it has passed. */
  readonly input: ZodType<Commands[Name]['input']>;
  readonly run: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<Outcome<Commands[Name]['answer']>>;
}

export type Read<Name extends ReadName> = (
  db: Kysely<Tables>,
  actor: Actor,
  input: Reads[Name]['input'],
  tools: ReadTools,
) => Promise<Reads[Name]['answer']>;

export type CommandTable<Names extends CommandName> = { readonly [Name in Names]: Command<Name> };
export type ReadTable<Names extends ReadName> = { readonly [Name in Names]: Read<Name> };
