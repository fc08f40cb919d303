/** What a shelf keeper is told: goods, hand-overs and notices in sentences. */

import type { HandOver } from '#trade/deliveries/requests.ts';
import type { CashHeld } from '#trade/ledger/requests.ts';
import type { Notice } from '#trade/notices.ts';
import type { ReservationView, ShelfOrder, ShelfPart } from '#trade/shelves/requests.ts';
import type { Statement } from '../kit.ts';
import { settledLines } from '../staff/cash.ts';
import { about } from '../staff/lines.ts';
import { personLines } from '../staff/notices.ts';

type Goods = ShelfPart['lines'][number];

export function goodsLine({ product, quantity }: Goods): Statement {
  return { key: 'shelf.line', values: { product: { product }, amount: { amountOf: product, quantity } } };
}

/** Each part with its goods, so that what is brought can be compared. */
export function expectedLines(parts: readonly ShelfPart[]): readonly Statement[] {
  return parts.flatMap(({ order, cooperative, lines }) => [
    { key: 'shelf.expectedHead', values: { order: { code: order }, cooperative: { cooperative } } } as const,
    ...lines.map(goodsLine),
  ]);
}

/** A reservation that an older list still shows and that needs no answer any more. */
export function closedLines(reservation: ReservationView | null): readonly Statement[] {
  return [reservation === null ? { key: 'staff.oldQuestion' } : about('staff.questionGone', reservation.order)];
}

/** Whose the cash is that the shelf took, and whether it lies with the keeper or in the till of the store. */
export function cashLines({ total, owed, isAtTill }: CashHeld): readonly Statement[] {
  if (total === 0) return [{ key: 'shelf.cashNone' }];
  return [
    { key: isAtTill ? 'shelf.cashAtTill' : 'shelf.cashTotal', values: { total: { money: total } } },
    ...owed.map(({ cooperative, amount }): Statement => {
      return { key: 'shelf.cashOwed', values: { cooperative: { cooperative }, amount: { money: amount } } };
    }),
  ];
}

export function waitingLines(orders: readonly ShelfOrder[]): readonly Statement[] {
  return orders.map(({ order, receiver, cash }): Statement => {
    const values = { order: { code: order }, receiver: { typed: receiver } };
    if (cash === 0) return { key: 'shelf.waitingPaid', values };
    return { key: 'shelf.waitingCash', values: { ...values, cash: { money: cash } } };
  });
}

/** First how much to take, then the goods: the keeper has the customer in front of him. */
export function handOverLines(handOver: HandOver): readonly Statement[] {
  if (handOver.what === 'settled') return settledLines(handOver);
  const { order, cash, cashier } = handOver;
  const key = cash === 0 ? 'shelf.takeNothing' : cashier === 'till' ? 'shelf.atTill' : 'shelf.take';
  return [about('shelf.collected', order), { key, values: { cash: { money: cash } } }, { key: 'shelf.handOver' }];
}

export function noticeLines({ type, notice }: Notice): readonly Statement[] {
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
    case 'reservation.answeredFor':
      return [about(notice.isAccepted ? 'shelf.answeredYes' : 'shelf.answeredNo', notice.order)];
    case 'reservation.withdrawn':
      return [about('shelf.withdrawn', notice.order)];
    default:
      return personLines({ type, notice });
  }
}
