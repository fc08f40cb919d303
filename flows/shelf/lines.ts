/** What a shelf keeper is told: goods, hand-overs and notices in sentences. */
import type { Notice } from '#trade/notices.ts';
import type { HandOver, ShelfOrder, ShelfPart } from '#trade/requests.ts';
import type { Statement } from '../kit.ts';
import { about } from '../staff/lines.ts';

/** Each part with its goods, so that what is brought can be compared. */
export function expectedLines(parts: readonly ShelfPart[]): readonly Statement[] {
  return parts.flatMap(({ order, cooperative, lines }) => [
    { key: 'shelf.expectedHead', values: { order: { code: order }, cooperative: { cooperative } } } as const,
    ...lines.map(
      ({ product, quantity }): Statement => ({
        key: 'shelf.line',
        values: { product: { product }, amount: { amountOf: product, quantity } },
      }),
    ),
  ]);
}

export function waitingLines(orders: readonly ShelfOrder[]): readonly Statement[] {
  return orders.map(({ order, receiver, cash }): Statement => {
    const values = { order: { code: order }, receiver: { typed: receiver } };
    if (cash === 0) return { key: 'shelf.waitingPaid', values };
    return { key: 'shelf.waitingCash', values: { ...values, cash: { money: cash } } };
  });
}

/** First how much to take, then the goods: the keeper has the customer in front of him. */
export function handOverLines({ order, cash, cashier }: HandOver): readonly Statement[] {
  const key = cash === 0 ? 'shelf.takeNothing' : cashier === 'till' ? 'shelf.atTill' : 'shelf.take';
  return [about('shelf.collected', order), { key, values: { cash: { money: cash } } }, { key: 'shelf.handOver' }];
}

export function noticeLines({ notice }: Notice): readonly Statement[] {
  switch (notice.name) {
    case 'shelf.expected': {
      const list = notice.cooperatives.map((cooperative) => ({ cooperative }));
      return [{ key: 'shelf.willArrive', values: { order: { code: notice.order }, cooperatives: { list } } }];
    }
    case 'shelf.complete': {
      const { order, receiver, cash } = notice;
      const complete: Statement = {
        key: 'shelf.complete',
        values: { order: { code: order }, receiver: { typed: receiver } },
      };
      if (cash === 0) return [complete, { key: 'shelf.completePaid' }];
      return [complete, { key: 'shelf.completeCash', values: { cash: { money: cash } } }];
    }
    default:
      return [];
  }
}
