/** What the trade tells people: facts, never sentences. The conversations turn each into words. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { MediaReference } from '#channels/channel.ts';
import type { Failure } from './deliveries/delivery.ts';
import type { Holder } from './ledger/requests.ts';
import type { RefusalCause } from './orders/order.ts';
import type { Recipient } from './people/roles.ts';
import type { Refusal } from './requests.ts';

export type QuestionKind = 'part' | 'offer' | 'reservation';

/** Something that asks for an answer; it waits in the chat until no other question is open. */
export interface Question {
  readonly type: 'question';
  readonly kind: QuestionKind;
  readonly id: string;
  /** The order's number, by which people speak of it. */
  readonly order: string;
}

/** A reminder: the question still waits. One that the chat does not know (any more) is opened like a new one. */
export interface QuestionAgain {
  readonly type: 'question.again';
  readonly kind: QuestionKind;
  readonly id: string;
  readonly order: string;
}

/**
 * Why a question needs no answer any more: its order is cancelled, its time is over, somebody else with the same role
 * has answered (with yes or with no), or a notice tells it (`told`).
 */
export type GoneCause = 'cancelled' | 'lapsed' | 'accepted' | 'refused' | 'told';

/** A question that no longer needs an answer. */
export interface QuestionGone {
  readonly type: 'question.gone';
  readonly kind: QuestionKind;
  readonly id: string;
  readonly order: string;
  readonly why?: GoneCause;
}

/** How far an answer clock has come without an answer. */
export type ClockStep = 'reminder' | 'second' | 'volunteer';

/** What a cooperative cannot make or a shelf no longer has, with what it would have been. */
export type RefusedPart = ({ readonly cooperative: string } | { readonly shelf: string }) & {
  readonly cause: RefusalCause;
  readonly products: readonly string[];
};

/** Who was asked and has not answered. */
export type Asked = { readonly cooperative: string } | { readonly shelf: string };

export type CustomerNotice =
  /**
   * Every cooperative has answered, at least one with yes; `total` is what is left to pay, fee included. Not told of an
   * order that its keeper alone has answered with yes: `shelf.ready` says it all.
   */
  | {
      readonly name: 'order.answered';
      readonly order: string;
      readonly accepted: readonly string[];
      readonly refused: readonly RefusedPart[];
      readonly total: Centimes;
      /** Only where fewer pick-ups made the delivery cheaper; the total holds the fee of now. */
      readonly fee?: { readonly now: Centimes; readonly before: Centimes };
    }
  /** Every cooperative said no: nothing is owed. */
  | {
      readonly name: 'order.refused';
      readonly order: string;
      readonly refused: readonly RefusedPart[];
    }
  /** Somebody has not answered yet, and this is what is done about it. */
  | { readonly name: 'order.silent'; readonly order: string; readonly who: Asked; readonly step: ClockStep }
  /** A volunteer has cancelled it for the customer; nothing is owed. */
  | { readonly name: 'order.cancelled'; readonly order: string }
  | { readonly name: 'delivery.taken'; readonly order: string; readonly distributor: string; readonly day: Day }
  /** The distributor who was asked did not answer or cannot; the next one is asked. */
  | { readonly name: 'delivery.searching'; readonly order: string; readonly cause: 'lapsed' | 'refused' }
  | { readonly name: 'delivery.unassigned'; readonly order: string }
  | {
      readonly name: 'delivery.onTheWay';
      readonly order: string;
      readonly distributor: string;
      readonly code: string;
      readonly cash: Centimes;
    }
  | { readonly name: 'delivery.delivered'; readonly order: string; readonly paid: Centimes }
  /** It could not be handed over; a volunteer looks for a way. */
  | { readonly name: 'delivery.failed'; readonly order: string; readonly distributor: string; readonly cause: Failure }
  /** It is on its way again, with the same code. */
  | { readonly name: 'delivery.retried'; readonly order: string; readonly distributor: string }
  /** The goods went back; nothing is owed. */
  | { readonly name: 'delivery.returned'; readonly order: string }
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
  | { readonly name: 'part.paid'; readonly order: string; readonly amount: Centimes; readonly heldBy: string }
  /** A volunteer has written down its answer, as somebody of it told them. */
  | { readonly name: 'part.answeredFor'; readonly order: string; readonly isAccepted: boolean }
  /** An order is cancelled for which it had given its answer; while the question is open, `question.gone` says so. */
  | { readonly name: 'part.withdrawn'; readonly order: string }
  /** The customer did not receive it; a volunteer sees to the goods. */
  | { readonly name: 'part.returned'; readonly order: string }
  /**
   * Somebody is about to hand over cash of this cooperative, which tells the code once the money is counted. It replaces
   * the code of an announcement of less (`isMore`).
   */
  | {
      readonly name: 'cash.coming';
      readonly from: Holder;
      readonly amount: Centimes;
      readonly code: string;
      readonly isMore?: true;
    }
  | { readonly name: 'cash.received'; readonly from: Holder; readonly amount: Centimes }
  /** An evening count says that goods of this cooperative were sold over the counter of a shelf. */
  | {
      readonly name: 'shelf.sold';
      readonly shelf: string;
      readonly lines: readonly { readonly product: string; readonly quantity: number }[];
      readonly amount: Centimes;
    };

export type DistributorNotice =
  /** All parts are ready: the round can begin. */
  | {
      readonly name: 'pickup.ready';
      readonly order: string;
      readonly stops: readonly { readonly cooperative: string; readonly code: string }[];
    }
  | { readonly name: 'pickup.done'; readonly order: string; readonly cooperative: string; readonly left: number }
  /** A volunteer has given it to them, as agreed; the round says the rest. */
  | { readonly name: 'delivery.assigned'; readonly order: string; readonly commune: string; readonly day: Day }
  /** A volunteer asks them to set out again with a failed delivery, or to bring the goods back. */
  | { readonly name: 'delivery.again'; readonly order: string }
  | { readonly name: 'delivery.back'; readonly order: string };

export type ShelfNotice =
  | { readonly name: 'shelf.expected'; readonly order: string; readonly cooperatives: readonly string[] }
  | { readonly name: 'shelf.complete'; readonly order: string; readonly receiver: string; readonly cash: Centimes }
  /** A volunteer has written down the keeper's answer, as the keeper told them. */
  | { readonly name: 'reservation.answeredFor'; readonly order: string; readonly isAccepted: boolean }
  /** What was put aside goes back on the shelf; while it is only asked for, `question.gone` says so. */
  | { readonly name: 'reservation.withdrawn'; readonly order: string };

export type VolunteerNotice =
  /** Somebody asks for help, or adds to what they asked (`isMore`); `voice` is to be listened to. */
  | {
      readonly name: 'help.asked';
      readonly request: string;
      readonly who: string;
      readonly phone?: string;
      readonly words?: string;
      readonly voice?: MediaReference;
      readonly isMore?: true;
    }
  /** Another volunteer has it. */
  | { readonly name: 'help.gone'; readonly request: string; readonly who: string }
  | { readonly name: 'part.silent'; readonly order: string; readonly part: string; readonly cooperative: string }
  | {
      readonly name: 'reservation.silent';
      readonly order: string;
      readonly reservation: string;
      readonly shelf: string;
    }
  /** Whoever they were told was silent has answered after all; not told of what a volunteer wrote down. */
  | { readonly name: 'silence.over'; readonly order: string; readonly who: Asked; readonly isAccepted: boolean }
  | { readonly name: 'delivery.unassigned'; readonly order: string; readonly commune: string; readonly day: Day }
  | {
      readonly name: 'delivery.failed';
      readonly order: string;
      readonly distributor: string;
      readonly cause: Failure;
      readonly words?: string;
    }
  | { readonly name: 'command.parked'; readonly command: string; readonly chat: string };

/** What may be told to anybody. */
export type PersonNotice =
  /** A volunteer has taken over what this chat asked for. */
  | { readonly name: 'help.taken' }
  /** A volunteer writes. */
  | { readonly name: 'help.replied'; readonly words: string }
  /** An answer that was kept could not take effect any more. */
  | { readonly name: 'answer.failed'; readonly order: string; readonly reason: Refusal };

/** Every notice of every role, as it lies in an inbox. */
export type Notice = {
  readonly type: 'notice';
  readonly notice:
    | CustomerNotice
    | CooperativeNotice
    | DistributorNotice
    | ShelfNotice
    | VolunteerNotice
    | PersonNotice;
};

/** What is told, and to whom: the payload of a `notify` job. */
export interface Notification {
  readonly to: Recipient;
  readonly event: Question | QuestionAgain | QuestionGone | Notice;
}
