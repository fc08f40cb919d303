/** What the trade tells people: facts, never sentences. The conversations turn each into words. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { RefusalCause } from './orders/order.ts';
import type { Recipient } from './people/roles.ts';

/** Something that asks for an answer; it waits in the chat until no other question is open. */
export interface Question {
  readonly type: 'question';
  readonly kind: 'part' | 'offer';
  readonly id: string;
  /** The order's number, by which people speak of it. */
  readonly order: string;
}

/** A question that no longer needs an answer. */
export interface QuestionGone {
  readonly type: 'question.gone';
  readonly kind: 'part' | 'offer';
  readonly id: string;
  readonly order: string;
}

/** A part that a cooperative cannot make, with what it would have been. */
export interface RefusedPart {
  readonly cooperative: string;
  readonly cause: RefusalCause;
  readonly products: readonly string[];
}

export type CustomerNotice =
  /** Every cooperative has answered, at least one with yes; `total` is what is left to pay, fee included. */
  | {
      readonly name: 'order.answered';
      readonly order: string;
      readonly accepted: readonly string[];
      readonly refused: readonly RefusedPart[];
      readonly total: Centimes;
    }
  /** Every cooperative said no: nothing is owed. */
  | {
      readonly name: 'order.refused';
      readonly order: string;
      readonly refused: readonly RefusedPart[];
    }
  | { readonly name: 'delivery.taken'; readonly order: string; readonly distributor: string; readonly day: Day }
  | { readonly name: 'delivery.unassigned'; readonly order: string }
  | {
      readonly name: 'delivery.onTheWay';
      readonly order: string;
      readonly distributor: string;
      readonly code: string;
      readonly cash: Centimes;
    }
  | { readonly name: 'delivery.delivered'; readonly order: string; readonly paid: Centimes }
  | {
      readonly name: 'shelf.ready';
      readonly order: string;
      readonly shelf: string;
      readonly code: string;
      readonly cash: Centimes;
    }
  | { readonly name: 'shelf.collected'; readonly order: string; readonly paid: Centimes };

export type CooperativeNotice =
  | { readonly name: 'pickup.planned'; readonly order: string; readonly distributor: string; readonly day: Day }
  | { readonly name: 'part.paid'; readonly order: string; readonly amount: Centimes; readonly heldBy: string };

export type DistributorNotice =
  /** All parts are ready: the round can begin. */
  | {
      readonly name: 'pickup.ready';
      readonly order: string;
      readonly stops: readonly { readonly cooperative: string; readonly code: string }[];
    }
  | { readonly name: 'pickup.done'; readonly order: string; readonly cooperative: string; readonly left: number };

export type ShelfNotice =
  | { readonly name: 'shelf.expected'; readonly order: string; readonly cooperatives: readonly string[] }
  | { readonly name: 'shelf.complete'; readonly order: string; readonly receiver: string; readonly cash: Centimes };

export type VolunteerNotice =
  | { readonly name: 'help.asked'; readonly who: string; readonly phone?: string; readonly words?: string }
  | { readonly name: 'delivery.unassigned'; readonly order: string; readonly commune: string; readonly day: Day }
  | { readonly name: 'command.parked'; readonly command: string; readonly chat: string };

/** Every notice of every role, as it lies in an inbox. */
export type Notice = {
  readonly type: 'notice';
  readonly notice: CustomerNotice | CooperativeNotice | DistributorNotice | ShelfNotice | VolunteerNotice;
};

/** What is told, and to whom: the payload of a `notify` job. */
export interface Notification {
  readonly to: Recipient;
  readonly event: Question | QuestionGone | Notice;
}
