/** What happens to an order and what a volunteer writes, in sentences; and what can be done about it at once. */
import type { Prompt, Statement } from '../../kit.ts';
import type { CustomerEvent } from '../events.ts';
import { choice, statement } from '../prompts/choices.ts';
import { customer } from '../setup.ts';
import { afterFailure, failed, onShelf, onTheWay, searching } from './delivery-news.ts';
import { afterRefusal, allRefused, answered, silence, tryAgain } from './order-news.ts';

function statements(event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'notice') return [];
  const { notice } = event;
  const order = { order: { code: 'order' in notice ? notice.order : '' } };
  switch (notice.name) {
    case 'order.answered':
      return answered(notice);
    case 'order.refused':
      return allRefused(notice);
    case 'order.silent':
      return silence(notice);
    case 'order.cancelled':
      return [statement('orders.newsCancelled', order)];
    case 'delivery.taken': {
      const { distributor, day } = notice;
      return [statement('orders.newsTaken', { ...order, distributor: { distributor }, day: { day } })];
    }
    case 'delivery.searching':
      return searching(notice);
    case 'delivery.unassigned':
      return [statement('orders.newsUnassigned', order)];
    case 'delivery.onTheWay':
      return onTheWay(notice);
    case 'delivery.delivered':
      return [statement('orders.newsDelivered', { ...order, paid: { money: notice.paid } })];
    case 'delivery.failed':
      return failed(notice);
    case 'delivery.retried':
      return [statement('orders.newsRetried', { ...order, distributor: { distributor: notice.distributor } })];
    case 'delivery.returned':
      return [statement('orders.newsReturned', order)];
    case 'shelf.ready':
      return onShelf(notice, event.shop);
    case 'shelf.collected':
      return [statement('orders.newsCollected', { ...order, paid: { money: notice.paid } })];
    case 'help.taken':
      return [statement('orders.helpTaken')];
    case 'help.replied':
      return [statement('orders.helpReplied', { words: { typed: notice.words } })];
    case 'answer.failed':
      return [statement('orders.newsAnswerFailed', order), statement(`common.refused_${notice.reason}`)];
    default:
      return [];
  }
}

/** A question in passing where there is something to choose; whatever was asked before stays open. */
function question(event: CustomerEvent): Prompt | undefined {
  if (event.type !== 'notice') return undefined;
  const { notice } = event;
  switch (notice.name) {
    case 'order.answered':
      return afterRefusal(notice);
    case 'order.refused':
      return tryAgain(notice);
    case 'delivery.failed':
      return afterFailure(notice);
    case 'help.replied':
      return {
        lines: [],
        choices: [choice('reply', 'orders.labelReply'), choice('thanks', 'orders.labelThanks')],
      };
    default:
      return undefined;
  }
}

export const newsActions = customer.enqueueActions(({ event, enqueue }) => {
  for (const params of statements(event)) enqueue({ type: 'say', params });
  const params = question(event);
  if (params !== undefined) enqueue({ type: 'aside', params });
});
