import { setup } from 'xstate';
import { requestActions } from '../kit.ts';
import type { CustomerContext } from './context.ts';
import type { CustomerEvent } from './events.ts';
import { guards } from './guards.ts';

/** The types and names that every part of the customer's machine is made with. */
export const customer = setup({
  types: {} as { context: CustomerContext; events: CustomerEvent },
  actions: requestActions,
  guards,
});
