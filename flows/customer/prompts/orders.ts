import type { Prompt } from '../../kit.ts';
import { type Ask, choice, statement, zero } from './choices.ts';

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
