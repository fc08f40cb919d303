/** How an order travels: who takes it, where it is, what went wrong and what is done about it. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Failure } from '#trade/deliveries/delivery.ts';
import type { CustomerNotice } from '#trade/notices.ts';
import type { Prompt, Statement } from '../../kit.ts';
import { shelfFacts } from '../prompts/checkout.ts';
import { choice, statement } from '../prompts/choices.ts';

type Of<Name extends CustomerNotice['name']> = Extract<CustomerNotice, { name: Name }>;

const failures: Readonly<Record<Failure, SentenceKey>> = {
  nobodyThere: 'orders.newsFailedNobodyThere',
  placeNotFound: 'orders.newsFailedPlaceNotFound',
  notWanted: 'orders.newsFailedNotWanted',
  cannotPay: 'orders.newsFailedCannotPay',
  breakdown: 'orders.newsFailedBreakdown',
  other: 'orders.newsFailedOther',
};

export function onTheWay({ order, distributor, cash, code }: Of<'delivery.onTheWay'>): readonly Statement[] {
  const values = { order: { code: order }, distributor: { distributor }, cash: { money: cash } };
  return [statement('orders.newsOnTheWay', values), statement('orders.newsDeliveryCode', { code: { code } })];
}

export function searching({ order, cause }: Of<'delivery.searching'>): readonly Statement[] {
  const key = cause === 'lapsed' ? 'orders.newsSearchingLapsed' : 'orders.newsSearchingRefused';
  return [statement(key, { order: { code: order } })];
}

/** What the volunteer needs to know is asked for at once, where words of the customer can help. */
export function failed({ order, distributor, cause }: Of<'delivery.failed'>): readonly Statement[] {
  return [
    statement(failures[cause], { order: { code: order }, distributor: { distributor } }),
    statement('orders.newsFailedNext'),
  ];
}

export function afterFailure({ order }: Of<'delivery.failed'>): Prompt {
  return {
    lines: [statement('orders.failedQuestion')],
    choices: [choice(`about:${order}`, 'orders.labelTellVolunteer'), choice('handsOff', 'orders.labelNothingToSay')],
  };
}

export function onShelf({ order, shelf, cash, code }: Of<'shelf.ready'>, shop: Shop): readonly Statement[] {
  const found = shop.shelves.get(shelf);
  return [
    statement('orders.newsShelfReady', { order: { code: order }, cash: { money: cash } }),
    ...(found ? shelfFacts(found) : []),
    statement('orders.newsShelfCode', { code: { code } }),
  ];
}
