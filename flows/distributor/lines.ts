/** What a distributor is told: offers, hand-overs and notices in sentences. */
import type { Shop } from '#trade/catalogue/shop.ts';
import type { HandOver } from '#trade/deliveries/requests.ts';
import type { CashHeld } from '#trade/ledger/requests.ts';
import type { Notice } from '#trade/notices.ts';
import type { Statement } from '../kit.ts';
import { settledLines } from '../staff/cash.ts';
import { about } from '../staff/lines.ts';
import { personLines } from '../staff/notices.ts';
import type { ShownOffer } from './context.ts';
import { cashLine, codeLines, place } from './round-lines.ts';

/** Where from, where to, how heavy, what for, and how much money passes through his hands. */
export function offerLines(offer: ShownOffer, shop: Shop): readonly Statement[] {
  const { stops, commune, weight, awkward, fee, cash } = offer;
  const products = awkward.map((product) => ({ product }));
  return [
    ...stops.map((cooperative): Statement => ({ key: 'distributor.stop', values: place(cooperative, shop) })),
    { key: 'distributor.to', values: { commune: { commune } } },
    { key: 'distributor.weight', values: { weight: { grams: weight } } },
    ...(awkward.length === 0
      ? []
      : [{ key: 'distributor.awkward', values: { products: { list: products } } } as const]),
    { key: 'distributor.fee', values: { fee: { money: fee } } },
    cashLine(cash),
  ];
}

export function handOverLines(handOver: HandOver): readonly Statement[] {
  if (handOver.what === 'settled') return settledLines(handOver);
  const { order, cash } = handOver;
  const delivered = about('distributor.delivered', order);
  if (cash === 0) return [delivered, { key: 'distributor.notCollected' }];
  return [delivered, { key: 'distributor.collected', values: { cash: { money: cash } } }];
}

export function noticeLines(event: Notice, shop: Shop): readonly Statement[] {
  const { notice } = event;
  switch (notice.name) {
    case 'pickup.ready':
      return [
        about('distributor.pickupReady', notice.order),
        ...notice.stops.flatMap(({ cooperative, code }) => codeLines(cooperative, code, shop)),
      ];
    case 'pickup.done': {
      const { order, cooperative, left } = notice;
      const values = { order: { code: order }, cooperative: { cooperative } };
      if (left === 0) return [{ key: 'distributor.pickedUpAll', values }];
      return [{ key: 'distributor.pickedUp', values: { ...values, count: left } }];
    }
    case 'delivery.assigned': {
      const { order, commune, day } = notice;
      const values = { order: { code: order }, commune: { commune }, day: { day } };
      return [{ key: 'distributor.assigned', values }, { key: 'distributor.assignedNext' }];
    }
    case 'delivery.again':
      return [about('distributor.again', notice.order), { key: 'distributor.againNext' }];
    case 'delivery.back':
      return [about('distributor.goBack', notice.order), { key: 'distributor.goBackNext' }];
    default:
      return personLines(event);
  }
}

/** The cash in their hands: what of it is their own, and what belongs to whom. */
export function cashHeldLines({ total, own, owed }: CashHeld): readonly Statement[] {
  if (total === 0) return [{ key: 'distributor.cashNone' }];
  return [
    { key: 'distributor.cashTotal', values: { total: { money: total } } },
    { key: 'distributor.cashOwn', values: { own: { money: own } } },
    ...owed.map(({ cooperative, amount }): Statement => {
      return { key: 'distributor.cashOwed', values: { cooperative: { cooperative }, amount: { money: amount } } };
    }),
  ];
}
