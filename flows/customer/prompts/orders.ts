import type { Prompt } from '../../kit.ts';
import { type Ask, back, choice, money, statement, zero } from './choices.ts';

/** Asked of nobody: the answer to the command goes on from here. */
export const recording: Ask<Prompt> = () => ({ lines: [statement('common.beingRecorded')], choices: [] });

export const placed: Ask<Prompt> = (context, { now }) => ({
  lines: [],
  choices: [
    choice('orders', 'customer.labelOrders'),
    choice('products', 'orders.labelOrderMore'),
    ...(context.placed && now < context.placed.until ? [choice('undo', 'orders.labelUndo')] : []),
    zero('menu', 'customer.labelMenu'),
  ],
});

export const list: Ask<Prompt> = ({ orders = [] }) => ({
  lines: [statement('orders.listQuestion')],
  choices: [
    ...orders.map(([number, standing, total]) => ({
      event: `order:${number}`,
      label: statement('orders.labelOrder', { order: { code: number } }),
      detail: statement(`orders.detailOrder_${standing}`, { total: money(total) }),
    })),
    back,
  ],
});

/** How it stands was said when it was opened. */
export const one: Ask<Prompt> = ({ order }) => {
  if (order === undefined) return { lines: [], choices: [back] };
  const { number, isCancellable } = order;
  return {
    lines: [statement('orders.oneQuestion')],
    choices: [
      ...(isCancellable ? [choice(`cancel:${number}`, 'orders.labelCancel')] : []),
      choice(`again:${number}`, 'orders.labelAgain'),
      choice(`about:${number}`, 'orders.labelVolunteer'),
      back,
    ],
  };
};

export const cancelling: Ask<Prompt> = ({ order }) => {
  const { number = '', total = 0 } = order ?? {};
  return {
    lines: [statement('orders.cancelQuestion', { order: { code: number }, total: money(total) })],
    choices: [choice(`cancelNow:${number}`, 'orders.labelCancelNow'), zero('back', 'orders.labelKeepOrder')],
    binding: true,
  };
};
