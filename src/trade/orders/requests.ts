/** What conversations ask of orders and their parts. */
import type { Answered } from '../answers/answer.ts';
import type { OrderAgain, OrderView, PartView, PlacedOrder, PlaceOrder, RefusalCause } from './order.ts';

export interface OrderReads {
  /** The customer's open orders and the last few closed ones, newest first, at most nine. */
  'orders.mine': { input: undefined; answer: readonly OrderView[] };
  /** One of the customer's own orders by its number, or null. */
  'order.mine': { input: { order: string }; answer: OrderView | null };
  /** What one of the customer's own orders held, to order it again; the last one when no number is given; null when none. */
  'order.again': { input: { order?: string }; answer: OrderAgain | null };
  /** One part of this cooperative, or null when it is not (or no longer) its own to see. */
  'part.show': { input: { part: string }; answer: PartView | null };
  /** This cooperative's parts that are asked, accepted or ready, oldest first, at most nine. */
  'parts.open': { input: undefined; answer: readonly PartView[] };
}

export interface OrderCommands {
  'order.place': { input: PlaceOrder; answer: PlacedOrder };
  /** Takes back an order that nobody has been told of yet. */
  'order.undo': { input: { order: string }; answer: { order: string } };
  /**
   * Cancels an order as long as nobody has begun to make it (`cancelling.ts` has the rule); by its customer, or by a
   * volunteer for them. `tooLate` once somebody has.
   */
  'order.cancel': { input: { order: string }; answer: { order: string } };
  /** By the cooperative, or by a volunteer who has its word. */
  'part.accept': { input: { part: string }; answer: Answered };
  'part.refuse': { input: { part: string; cause: RefusalCause; words?: string }; answer: Answered };
  'part.ready': { input: { part: string }; answer: Answered };
}
