/**
 * What conversations ask of the trade. A *read* is answered within the turn and changes nothing; a *command* is carried
 * out once, after the turn, in one database transaction. A refusal is an answer: its reason is a key under `refused` in
 * `locales/`.
 */
import type { CatalogueCommands, CatalogueReads } from './catalogue/requests.ts';
import type { DeliveryCommands, DeliveryReads } from './deliveries/requests.ts';
import type { LedgerReads } from './ledger/requests.ts';
import type { OrderCommands, OrderReads } from './orders/requests.ts';
import type { AnswerCommands, PeopleCommands, PeopleReads } from './people/requests.ts';
import type { ShelfCommands, ShelfReads } from './shelves/requests.ts';

export interface Reads extends OrderReads, DeliveryReads, ShelfReads, CatalogueReads, LedgerReads, PeopleReads {}

export interface Commands
  extends OrderCommands,
    DeliveryCommands,
    ShelfCommands,
    CatalogueCommands,
    PeopleCommands,
    AnswerCommands {}

export type ReadName = keyof Reads;
export type CommandName = keyof Commands;

/** Why a command was refused; each has its sentence under `refused` in `locales/`. */
export type Refusal =
  | 'basketEmpty'
  | 'priceChanged'
  | 'productGone'
  | 'outOfStock'
  | 'dayGone'
  | 'placeNotServed'
  | 'alreadyTold'
  | 'alreadyAnswered'
  | 'offerGone'
  | 'notYours'
  | 'notYet'
  | 'codeUnknown'
  /** Of the cash in their hands nothing is this cooperative's. */
  | 'nothingHeld'
  | 'tooManyTries'
  /** What the customer was shown as standing on the shelf is no longer there. */
  | 'shelfGone'
  /** Somebody has begun to make it, or it has left. */
  | 'tooLate'
  | 'nothingToUndo'
  /** The person cannot be forgotten while an order is under way. */
  | 'ordersOpen'
  /** Another volunteer has taken it. */
  | 'alreadyTaken'
  | 'unknown'
  /** It failed for good on our side; a volunteer has it. */
  | 'failed';

/** What carrying out a command gives. */
export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: Refusal };
