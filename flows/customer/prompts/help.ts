import type { Prompt } from '../../kit.ts';
import { type Ask, statement, zero } from './choices.ts';

export const writing: Ask<Prompt> = () => ({
  lines: [statement('orders.helpQuestion')],
  choices: [zero('skip', 'orders.labelHelpSkip')],
  expects: 'text',
});
