import type { Prompt } from '../../kit.ts';
import { type Ask, back, choice, statement, zero } from './choices.ts';

export const shown: Ask<Prompt> = () => ({
  lines: [statement('orders.oneQuestion')],
  choices: [choice('forget', 'orders.labelForget'), back],
});

/** What goes, what accounting keeps, and that there is no way back. */
export const forgetting: Ask<Prompt> = () => ({
  lines: [statement('orders.forgetGoes'), statement('orders.forgetStays'), statement('orders.forgetQuestion')],
  choices: [choice('forgetNow', 'orders.labelForgetNow'), zero('back', 'orders.labelNotForget')],
  binding: true,
});
