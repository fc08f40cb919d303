/** What cooperatives, keepers and volunteers make of an order. */
import type { ClockStep, CustomerNotice } from '#trade/notices.ts';
import type { Prompt, Statement, Value } from '../../kit.ts';
import { choice, statement } from '../prompts/choices.ts';
import { refusals, without } from './refusals.ts';

type Of<Name extends CustomerNotice['name']> = Extract<CustomerNotice, { name: Name }>;

export function answered({ order, accepted, refused, total, fee }: Of<'order.answered'>): readonly Statement[] {
  const values = {
    order: { code: order },
    cooperatives: { list: accepted.map((cooperative): Value => ({ cooperative })) },
  };
  if (refused.length === 0) return [statement('orders.newsAccepted', values)];
  return [
    statement('orders.newsPartAccepted', values),
    ...refusals(refused),
    ...without(refused),
    ...(fee ? [statement('orders.newsFee', { now: { money: fee.now }, before: { money: fee.before } })] : []),
    statement('orders.newsNewTotal', { total: { money: total } }),
  ];
}

/** Whoever no longer wants the rest sees what can still be done, or has a volunteer see to it. */
export function afterRefusal({ order, refused }: Of<'order.answered'>): Prompt | undefined {
  if (refused.length === 0) return undefined;
  return {
    lines: [statement('orders.restQuestion')],
    choices: [
      choice(`keepRest:${order}`, 'orders.labelKeepRest'),
      choice(`order:${order}`, 'orders.labelSeeOrder'),
      choice(`about:${order}`, 'orders.labelVolunteer'),
    ],
  };
}

export function allRefused({ order, refused }: Of<'order.refused'>): readonly Statement[] {
  return [statement('orders.newsAllRefused', { order: { code: order } }), ...refusals(refused)];
}

/** What was chosen is not lost: it comes back into the basket for another try. */
export function tryAgain({ order }: Of<'order.refused'>): Prompt {
  return {
    lines: [statement('orders.tryAgainQuestion')],
    choices: [choice(`again:${order}`, 'orders.labelSelectionBack'), choice('products', 'orders.labelChooseOther')],
  };
}

const silent = {
  reminder: { cooperative: 'orders.newsSilentReminder', shelf: 'orders.newsShelfSilentReminder' },
  second: { cooperative: 'orders.newsSilentSecond', shelf: 'orders.newsShelfSilentSecond' },
  volunteer: { cooperative: 'orders.newsSilentVolunteer', shelf: 'orders.newsShelfSilentVolunteer' },
} as const satisfies Record<ClockStep, unknown>;

export function silence({ order, who, step }: Of<'order.silent'>): readonly Statement[] {
  const values = { order: { code: order } };
  if ('shelf' in who) return [statement(silent[step].shelf, values)];
  return [statement(silent[step].cooperative, { ...values, cooperative: { cooperative: who.cooperative } })];
}
