/** What of an order could not be accepted, by whom and why. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { RefusedPart } from '#trade/notices.ts';
import type { RefusalCause } from '#trade/orders/order.ts';
import type { Statement, Value } from '../../kit.ts';

const causes: Readonly<Record<RefusalCause, SentenceKey>> = {
  outOfStock: 'orders.causeOutOfStock',
  notEnoughTime: 'orders.causeNotEnoughTime',
  away: 'orders.causeAway',
  other: 'orders.causeOther',
};

export function refusals(refused: readonly RefusedPart[]): readonly Statement[] {
  return refused.map((part): Statement => {
    const cause: Value = { sentence: causes[part.cause] };
    if ('shelf' in part) return { key: 'orders.newsShelfRefused', values: { shelf: { shelf: part.shelf }, cause } };
    return { key: 'orders.newsPartRefused', values: { cooperative: { cooperative: part.cooperative }, cause } };
  });
}

/** The products that are missing from the order. */
export function without(refused: readonly RefusedPart[]): readonly Statement[] {
  const list = refused.flatMap(({ products }) => products.map((product): Value => ({ product })));
  return list.length === 0 ? [] : [{ key: 'orders.newsWithout', values: { products: { list } } }];
}
