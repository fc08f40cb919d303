/**
 * What can become of an order, of one cooperative's part, of a delivery and of an offer. Every change of state in the SQL
 * of these rooms is a step of these tables.
 */
import type { DeliveryState, OfferState } from '#trade/deliveries/delivery.ts';
import type { OrderState, PartState } from './order.ts';

export type Steps<State extends string> = Readonly<Record<State, readonly State[]>>;

/** `undone` and `told` both start from `confirmed`: whoever changes the row first wins. */
export const orderSteps: Steps<OrderState> = {
  confirmed: ['undone', 'told'],
  undone: [],
  told: ['delivering', 'collected', 'cancelled'],
  delivering: ['delivered', 'returned'],
  delivered: [],
  collected: [],
  returned: [],
  cancelled: [],
};

/**
 * Goods for a shelf may be brought before their maker has said that they are ready; what stands on the shelf already has
 * arrived as soon as its keeper says yes.
 */
export const partSteps: Steps<PartState> = {
  waiting: ['asked', 'withdrawn'],
  asked: ['accepted', 'refused', 'withdrawn'],
  // A keeper's yes is no beginning: what a shelf has put aside can go back on it.
  accepted: ['ready', 'arrived', 'withdrawn'],
  refused: [],
  withdrawn: [],
  ready: ['pickedUp', 'arrived'],
  pickedUp: ['handedOver', 'returned'],
  // Only what the shelf had itself goes back on it.
  arrived: ['handedOver', 'withdrawn'],
  handedOver: [],
  returned: [],
};

/**
 * A delivery that nobody took, or not yet, is given by a volunteer; one that failed sets out again, or the goods go back,
 * or the customer comes after all and tells the code.
 */
export const deliverySteps: Steps<DeliveryState> = {
  needed: ['offered', 'taken', 'unassigned'],
  offered: ['needed', 'taken'],
  taken: ['onTheWay'],
  onTheWay: ['delivered', 'failed'],
  delivered: [],
  failed: ['onTheWay', 'delivered', 'returned'],
  returned: [],
  unassigned: ['needed', 'taken'],
};

/** Whoever did not take it when asked may have told a volunteer yes since. */
export const offerSteps: Steps<OfferState> = {
  open: ['taken', 'refused', 'lapsed'],
  taken: [],
  refused: ['taken'],
  lapsed: ['taken'],
};

/** The states from which `to` can be reached in one step: the `where` of a compare-and-set update. */
export function before<State extends string>(steps: Steps<State>, to: State): readonly State[] {
  const states = Object.keys(steps) as State[];
  return states.filter((state) => steps[state].includes(to));
}

/** The states that no path from `start` leads to; a table that has any is wrong. */
export function unreachable<State extends string>(steps: Steps<State>, start: State): readonly State[] {
  const reached = new Set<State>([start]);
  for (const state of reached) for (const next of steps[state]) reached.add(next);
  return (Object.keys(steps) as State[]).filter((state) => !reached.has(state));
}

const tables: readonly [string, readonly string[]][] = [
  ['order', unreachable(orderSteps, 'confirmed')],
  ['part', unreachable(partSteps, 'waiting')],
  ['delivery', unreachable(deliverySteps, 'needed')],
  ['offer', unreachable(offerSteps, 'open')],
];
for (const [name, states] of tables) {
  if (states.length > 0) throw new Error(`no ${name} can ever be ${states.join(' or ')}`);
}
