/**
 * Answers of staff that can be taken back. An answer is checked and kept at once and takes effect when the time to undo
 * has passed: until then nobody else has heard of it, and one word takes it back as if it had never been given.
 */
import type { ZodType } from 'zod';
import type { Transaction } from '#database/database.ts';
import type { UndoableName } from '../people/requests.ts';
import type { Actor } from '../people/roles.ts';
import type { CommandName, Commands, Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';

/** What the giver of an answer is told at once. */
export interface Answered {
  /** The number of the order that it is about; empty where it is about none. */
  readonly order: string;
  /** Until then (ms since 1970) `answer.undo` takes it back; not later than now when it has taken effect already. */
  readonly undoUntil: number;
}

export type AnswerName = UndoableName & CommandName;

/** `kept` where the effect depends on what was found: it is kept in the place of what was given. */
export type Checked<Name extends AnswerName> = Outcome<Omit<Commands[Name]['answer'], 'undoUntil'>> & {
  readonly kept?: Commands[Name]['input'];
};

/** An answer that waits: everything is done, or nothing, when it takes effect. */
export interface WaitingAnswer<Name extends AnswerName> {
  readonly input: ZodType<Commands[Name]['input']>;
  /** What the answer is about: while one waits, a second one about the same is refused with `alreadyAnswered`. */
  readonly about: (input: Commands[Name]['input'], actor: Actor) => string;
  /**
   * Whether it may be given now, changing nothing; with the order's number and what else the answer tells. What only
   * `run` can decide is refused then, and told to the giver as the notice `answer.failed`.
   */
  readonly check: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<Checked<Name>>;
  /** Its effect, in one transaction; a refusal changes nothing. */
  readonly run: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<Outcome<unknown>>;
  /** Puts the question again after the answer was taken back, where one had been put. */
  readonly askAgain?: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<void>;
}

/** An answer that takes effect at once and is taken back by restoring what was before. */
export interface InstantAnswer<Name extends AnswerName> {
  readonly input: ZodType<Commands[Name]['input']>;
  /** Carries it out; `before` is what `undo` needs, as JSON. */
  readonly run: (
    trx: Transaction,
    actor: Actor,
    input: Commands[Name]['input'],
    tools: TradeTools,
  ) => Promise<Outcome<{ readonly before: unknown; readonly product?: string }>>;
  readonly undo: (trx: Transaction, actor: Actor, before: unknown, tools: TradeTools) => Promise<void>;
}

/** The answers of one room of the trade. */
export type WaitingAnswers<Names extends AnswerName> = { readonly [Name in Names]: WaitingAnswer<Name> };
export type InstantAnswers<Names extends AnswerName> = { readonly [Name in Names]: InstantAnswer<Name> };
