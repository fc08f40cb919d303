/** Whole conversations told step by step. */
import { expect } from 'vitest';
import type { Customer, Doing } from './play.ts';

/** What the customer does · where the conversation then waits · what was told on the way. */
export type Story = readonly (readonly [does: Doing, waitsAt: string, ...told: string[]])[];

export function play(customer: Customer, story: Story): void {
  for (const [does, waitsAt, ...told] of story) {
    const heard = customer.does(does);
    expect([heard.state, ...heard.told], `after ${JSON.stringify(does)}`).toEqual([waitsAt, ...told]);
    expect(heard.handled).toBe(true);
  }
}

export const greeting = ['customer.welcome', 'customer.automatic', 'customer.priceRule'] as const;
