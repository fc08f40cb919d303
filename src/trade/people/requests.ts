/** What people ask about themselves, of the volunteers, and the volunteers of the programme. */
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { MediaReference } from '#channels/channel.ts';
import type { DeliveryState, Failure } from '../deliveries/delivery.ts';
import type { Collection, Drop, OrderState, PartSource, PartState } from '../orders/order.ts';
import type { ReservationState } from '../shelves/requests.ts';
import type { Role } from './roles.ts';

/** All that is kept about a person, for "my data". */
export interface PersonData {
  readonly name?: string;
  readonly phone?: string;
  readonly since?: Day;
  /** How many chats are known as theirs. */
  readonly chats: number;
  readonly orders: readonly { readonly order: string; readonly day: Day; readonly total: Centimes }[];
  /** Places of delivery that stand in their orders. */
  readonly places: readonly { readonly commune: string; readonly address: string }[];
  readonly voiceNotes: number;
  readonly helpRequests: number;
  /** Orders that are still under way: nothing can be erased before they end. */
  readonly openOrders: readonly string[];
}

/** Something that needs a volunteer. `id` names it in commands and choices: `part:…`, `help:…`. */
export type Stuck = { readonly id: string; readonly since: number } & (
  | { readonly kind: 'part'; readonly part: string; readonly order: string; readonly cooperative: string }
  | { readonly kind: 'reservation'; readonly reservation: string; readonly order: string; readonly shelf: string }
  | { readonly kind: 'unassigned'; readonly order: string; readonly commune: string; readonly day: Day }
  | { readonly kind: 'failed'; readonly order: string; readonly distributor: string; readonly cause: Failure }
  /** Its goods are to go back to their cooperatives, and nobody has said that they are there. */
  | { readonly kind: 'returned'; readonly order: string; readonly distributor: string }
  | { readonly kind: 'help'; readonly request: string; readonly who: string; readonly isMine: boolean }
);

/** An order as the volunteers see it: enough for five lines. */
export interface OrderStory {
  readonly order: string;
  readonly state: OrderState;
  readonly placedAt: number;
  readonly customer: { readonly name: string; readonly phone?: string };
  /** The name of whoever receives it, where it is somebody else. */
  readonly receiver?: string;
  readonly total: Centimes;
  readonly way: Drop | Collection;
  readonly parts: readonly {
    readonly part: string;
    readonly cooperative: string;
    readonly state: PartState;
    /** Who answers for it: the cooperative, or the keeper of the shelf on which it stands. */
    readonly source: PartSource;
    /** When the cooperative was asked, ms since 1970. */
    readonly askedAt?: number;
    /** Set while its answer can still be taken back: when that takes effect, ms since 1970. */
    readonly effectiveAt?: number;
  }[];
  readonly reservation?: {
    readonly reservation: string;
    readonly state: ReservationState;
    readonly askedAt: number;
    readonly effectiveAt?: number;
  };
  readonly delivery?: {
    readonly state: DeliveryState;
    readonly distributor?: string;
    readonly day: Day;
    readonly failure?: Failure;
    /** What was returned is with its cooperatives again. */
    readonly isBack?: true;
    /** Distributors who did not take it, in the order in which they were asked. */
    readonly askedBefore: readonly string[];
  };
  /** Whether `order.cancel` would still be carried out. */
  readonly isCancellable: boolean;
}

/** What somebody asked the volunteers, with all that was written since, oldest first. */
export interface HelpView {
  readonly request: string;
  readonly who: string;
  readonly role: Role;
  readonly phone?: string;
  readonly state: 'open' | 'taken' | 'closed';
  /** Taken by the chat that asks. */
  readonly isMine: boolean;
  readonly since: number;
  readonly messages: readonly {
    readonly from: 'person' | 'volunteer';
    readonly words?: string;
    readonly voice?: MediaReference;
  }[];
}

export interface PeopleReads {
  'data.mine': { input: undefined; answer: PersonData };
  /** For volunteers: all that waits for one of them, oldest first, at most nine. */
  'stuck.list': { input: undefined; answer: readonly Stuck[] };
  /** For volunteers; null when no such order is known. */
  'order.story': { input: { order: string }; answer: OrderStory | null };
  /** For volunteers. */
  'help.show': { input: { request: string }; answer: HelpView | null };
}

export interface PeopleCommands {
  /** A volunteer is called; while a request of this chat is open, the words are added to it. */
  'help.ask': { input: { words?: string; name?: string; phone?: string }; answer: { request: string } };
  /** A volunteer takes a request over; the person and the other volunteers are told. */
  'help.take': { input: { request: string }; answer: { request: string; who: string } };
  /** The volunteer's words go to the person, through Bladi. */
  'help.reply': { input: { request: string; words: string }; answer: { request: string; who: string } };
  'help.close': { input: { request: string }; answer: { request: string; who: string } };
  /** A voice note is kept; `by` is when somebody will usually have listened, ms since 1970. */
  'voice.keep': { input: { media: MediaReference; seconds?: number }; answer: { note: string; by: number } };
  /** The volunteers are asked to listen to a note that was kept: it becomes part of a request. */
  'voice.ask': { input: { note: string }; answer: { request: string } };
  /** Erases what accounting does not need; refused with `ordersOpen` while an order is under way. */
  'person.forget': { input: Record<string, never>; answer: Record<string, never> };
}

export interface AnswerCommands {
  /** Takes back the last answer of this chat that has not taken effect; `nothingToUndo` when there is none. */
  'answer.undo': { input: Record<string, never>; answer: Undone };
}

/** What was taken back. A question that waits for an answer again is put again by the house. */
export interface Undone {
  readonly what: UndoableName;
  /** Where the answer was about an order. */
  readonly order?: string;
  /** Where it was about a product. */
  readonly product?: string;
}

/** The answers of staff that can be taken back; hand-over codes are facts of two people and cannot. */
export type UndoableName =
  | 'part.accept'
  | 'part.refuse'
  | 'part.ready'
  | 'offer.take'
  | 'offer.refuse'
  | 'delivery.fail'
  | 'delivery.retry'
  | 'delivery.return'
  | 'delivery.noteBack'
  | 'delivery.assign'
  | 'arrival.note'
  | 'reservation.accept'
  | 'reservation.refuse'
  | 'shelf.count'
  | 'product.switch'
  | 'product.stock'
  | 'cooperative.away';
