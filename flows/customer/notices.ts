/** The news of an order, in sentences. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { RefusedPart } from '#trade/notices.ts';
import type { RefusalCause } from '#trade/orders/order.ts';
import type { Statement, Value } from '../kit.ts';
import type { CustomerEvent } from './events.ts';
import { shelfFacts } from './prompts/checkout.ts';

const causes: Readonly<Record<RefusalCause, SentenceKey>> = {
  outOfStock: 'orders.causeOutOfStock',
  notEnoughTime: 'orders.causeNotEnoughTime',
  away: 'orders.causeAway',
  other: 'orders.causeOther',
};

export function cooperativeList(slugs: readonly string[]): Value {
  return { list: slugs.map((cooperative) => ({ cooperative })) };
}

function refusals(refused: readonly RefusedPart[]): readonly Statement[] {
  return refused.map(({ cooperative, cause }) => ({
    key: 'orders.newsPartRefused',
    values: { cooperative: { cooperative }, cause: { sentence: causes[cause] } },
  }));
}

export function noticeStatements(event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'notice') return [];
  const { notice, shop } = event;
  const order: Value = { code: 'order' in notice ? notice.order : '' };
  switch (notice.name) {
    case 'order.answered': {
      const { accepted, refused, total } = notice;
      const values = { order, cooperatives: cooperativeList(accepted) };
      const paid: Statement = { key: 'orders.newsNewTotal', values: { total: { money: total } } };
      const without = refused.flatMap((part) => part.products.map((product): Value => ({ product })));
      const missing: Statement = { key: 'orders.newsWithout', values: { products: { list: without } } };
      return [
        { key: 'orders.newsAccepted', values },
        ...refusals(refused),
        ...(without.length > 0 ? [missing] : []),
        ...(refused.length > 0 ? [paid] : []),
      ];
    }
    case 'order.refused':
      return [{ key: 'orders.newsAllRefused', values: { order } }, ...refusals(notice.refused)];
    case 'delivery.taken': {
      const { distributor } = notice;
      return [{ key: 'orders.newsTaken', values: { order, distributor: { distributor }, day: { day: notice.day } } }];
    }
    case 'delivery.unassigned':
      return [{ key: 'orders.newsUnassigned', values: { order } }];
    case 'delivery.onTheWay': {
      const { distributor } = notice;
      return [
        { key: 'orders.newsOnTheWay', values: { order, distributor: { distributor }, cash: { money: notice.cash } } },
        { key: 'orders.newsDeliveryCode', values: { code: { code: notice.code } } },
      ];
    }
    case 'delivery.delivered':
      return [{ key: 'orders.newsDelivered', values: { order, paid: { money: notice.paid } } }];
    case 'shelf.ready':
      return [
        { key: 'orders.newsShelfReady', values: { order, cash: { money: notice.cash } } },
        ...factsOf(shop, notice.shelf),
        { key: 'orders.newsShelfCode', values: { code: { code: notice.code } } },
      ];
    case 'shelf.collected':
      return [{ key: 'orders.newsCollected', values: { order, paid: { money: notice.paid } } }];
    default:
      return [];
  }
}

function factsOf(shop: Shop, slug: string): readonly Statement[] {
  const shelf = shop.shelves.get(slug);
  return shelf ? shelfFacts(shelf) : [];
}
