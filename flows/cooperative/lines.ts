/** What a cooperative is told: parts, hand-overs and notices in sentences. */

import type { Day } from '#base/clock.ts';
import type { SentenceKey } from '#locales/sentences.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { HandOver } from '#trade/deliveries/requests.ts';
import type { Owed } from '#trade/ledger/requests.ts';
import type { Notice } from '#trade/notices.ts';
import type { PartState, PartView } from '#trade/orders/order.ts';
import type { Statement, Value } from '../kit.ts';
import { about } from '../staff/lines.ts';
import { personLines } from '../staff/notices.ts';
import type { ShownPart } from './context.ts';

function lineOf(key: 'cooperative.line' | 'cooperative.soldLine', product: string, quantity: number): Statement {
  return { key, values: { product: { product }, amount: { amountOf: product, quantity } } };
}

/** Its own lines, what it will receive, the day, and how the goods leave. */
export function partLines(part: ShownPart): readonly Statement[] {
  const { lines, amount } = part;
  return [
    ...lines.map(({ product, quantity }) => lineOf('cooperative.line', product, quantity)),
    { key: 'cooperative.total', values: { total: { money: amount } } },
    ...leavingLines(part),
  ];
}

function leavingLines({ day, way }: ShownPart): readonly Statement[] {
  const on = (key: 'cooperative.readyOn' | 'cooperative.bringBy'): readonly Statement[] =>
    day === undefined ? [] : [{ key, values: { day: { day } } }];
  if (way.kind === 'shelf') {
    return [{ key: 'cooperative.toShelf', values: { shelf: { shelf: way.shelf } } }, ...on('cooperative.bringBy')];
  }
  return [...on('cooperative.readyOn'), { key: 'cooperative.fetched', values: { commune: { commune: way.commune } } }];
}

export function stateKey(state: PartState): SentenceKey {
  return `cooperative.state_${state}`;
}

export function headLine({ order, state }: Pick<ShownPart, 'order' | 'state'>): Statement {
  const values = { order: { code: order }, state: { sentence: stateKey(state) } };
  return { key: 'cooperative.orderHead', values };
}

/** A part that an older menu still shows and that is no longer in hand. */
export function closedLines(part: PartView | null): readonly Statement[] {
  return [part === null ? { key: 'staff.oldQuestion' } : headLine(part)];
}

export function readyLines(order: string, part: ShownPart | null): readonly Statement[] {
  const noted = about('cooperative.isReady', order);
  if (part?.order !== order || part.way.kind === 'delivery') return [noted];
  return [noted, { key: 'cooperative.readyShelf', values: { shelf: { shelf: part.way.shelf } } }];
}

export function handOverLines({ order, distributor, amount }: HandOver): readonly Statement[] {
  const code = { code: order };
  const left: Statement =
    distributor === undefined
      ? { key: 'cooperative.left', values: { order: code } }
      : { key: 'cooperative.leftWith', values: { order: code, distributor: { distributor } } };
  if (amount === undefined) return [left];
  return [left, { key: 'cooperative.willReceive', values: { amount: { money: amount } } }];
}

export function noticeLines(event: Notice, shop: Shop): readonly Statement[] {
  const { notice } = event;
  switch (notice.name) {
    case 'pickup.planned': {
      const { order, distributor, day } = notice;
      const values = { order: { code: order }, distributor: { distributor }, day: { day } };
      return [{ key: 'cooperative.pickupPlanned', values }];
    }
    case 'part.paid': {
      const { order, amount, heldBy } = notice;
      const values = { order: { code: order }, amount: { money: amount }, holder: holder(heldBy, shop) };
      return [{ key: 'cooperative.paid', values }];
    }
    case 'part.answeredFor':
      return [about(notice.isAccepted ? 'cooperative.answeredYes' : 'cooperative.answeredNo', notice.order)];
    case 'part.withdrawn':
      return [about('cooperative.withdrawn', notice.order)];
    case 'part.returned':
      return [about('cooperative.returned', notice.order), { key: 'cooperative.returnedNext' }];
    case 'cash.coming': {
      const { from, amount, code, isMore } = notice;
      return [
        { key: 'cooperative.cashComing', values: { amount: { money: amount }, holder: from } },
        { key: 'cooperative.cashCode', values: { code: { code } } },
        ...(isMore ? [{ key: 'cooperative.cashMore' } as const] : []),
      ];
    }
    case 'cash.received': {
      const { from, amount } = notice;
      return [
        { key: 'cooperative.cashReceived', values: { amount: { money: amount }, holder: from } },
        { key: 'cooperative.cashWrong' },
      ];
    }
    case 'shelf.sold': {
      const { shelf, lines, amount } = notice;
      return [
        { key: 'cooperative.sold', values: { shelf: { shelf } } },
        ...lines.map(({ product, quantity }) => lineOf('cooperative.soldLine', product, quantity)),
        { key: 'cooperative.soldTotal', values: { amount: { money: amount } } },
      ];
    }
    default:
      return personLines(event);
  }
}

function holder(slug: string, shop: Shop): Value {
  return shop.shelves.has(slug) ? { shelf: slug } : { distributor: slug };
}

/** What it is owed, in whose hands that is, and the last orders in it. */
export function owedLines({ total, heldBy, orders }: Owed): readonly Statement[] {
  if (total === 0) return [{ key: 'cooperative.owedNothing' }];
  return [
    { key: 'cooperative.owedTotal', values: { total: { money: total } } },
    ...heldBy.map(({ holder, amount }): Statement => {
      return { key: 'cooperative.owedHolder', values: { holder, amount: { money: amount } } };
    }),
    ...(orders.length === 0 ? [] : [{ key: 'cooperative.owedOrders' } as const]),
    ...orders.map(({ order, amount }): Statement => {
      return { key: 'cooperative.owedOrder', values: { order: { code: order }, amount: { money: amount } } };
    }),
  ];
}

/** What an absence means meanwhile, and what it leaves as it is. */
export function awayLines(until: Day | null): readonly Statement[] {
  if (until === null) return [{ key: 'cooperative.isPresent' }];
  return [
    { key: 'cooperative.isAway', values: { day: { day: until } } },
    { key: 'cooperative.awayMeanwhile' },
    { key: 'cooperative.awayOrders' },
  ];
}
