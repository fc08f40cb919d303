/** How an order reaches its customer: the fourth line of its story. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Failure } from '#trade/deliveries/delivery.ts';
import type { Collection, Drop } from '#trade/orders/order.ts';
import type { OrderStory } from '#trade/people/requests.ts';
import type { Statement, Value } from '../kit.ts';

const causes = {
  nobodyThere: 'volunteer.causeNobodyThere',
  placeNotFound: 'volunteer.causePlaceNotFound',
  notWanted: 'volunteer.causeNotWanted',
  cannotPay: 'volunteer.causeCannotPay',
  breakdown: 'volunteer.causeBreakdown',
  other: 'volunteer.causeOther',
} as const satisfies Record<Failure, SentenceKey>;

export function causeOf(cause: Failure): { readonly sentence: SentenceKey } {
  return { sentence: causes[cause] };
}

export function deliveryLine({ delivery, state }: OrderStory, { commune, day }: Drop): Statement {
  const how = delivery === undefined ? notOffered(state) : howDelivered(delivery);
  return {
    key: 'volunteer.storyDelivery',
    values: { commune: { commune }, day: { day: delivery?.day ?? day }, how },
  };
}

function notOffered(state: OrderStory['state']): Value {
  const isOver = state === 'cancelled' || state === 'undone';
  return { sentence: isOver ? 'volunteer.delivery_withdrawn' : 'volunteer.delivery_needed' };
}

function howDelivered(delivery: NonNullable<OrderStory['delivery']>): Value {
  const { state, distributor, failure, askedBefore, isBack } = delivery;
  if (isBack) return { sentence: 'volunteer.deliveryBack' };
  if (state === 'unassigned' && askedBefore.length > 0) {
    const asked = askedBefore.map((one) => ({ distributor: one }));
    return { sentence: 'volunteer.deliveryNobody', values: { asked: { list: asked } } };
  }
  return {
    sentence: `volunteer.delivery_${state}`,
    values: { distributor: { distributor: distributor ?? '' }, cause: causeOf(failure ?? 'other') },
  };
}

export function shelfLine({ reservation }: OrderStory, { shelf }: Collection): Statement {
  if (reservation === undefined) return { key: 'volunteer.storyShelf', values: { shelf: { shelf } } };
  const { state, askedAt, effectiveAt } = reservation;
  const how: Value =
    state === 'asked' && effectiveAt !== undefined
      ? { sentence: 'volunteer.answerNoted', values: { time: { time: effectiveAt } } }
      : { sentence: `volunteer.reservation_${state}`, values: { time: { time: askedAt } } };
  return { key: 'volunteer.storyReservation', values: { shelf: { shelf }, how } };
}
