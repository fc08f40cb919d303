import type { Flow } from '../kit.ts';
import { carryOver } from './context.ts';
import { customerMachine } from './machine.ts';
import { prompts } from './prompts/index.ts';

/** Ordering: from the first hello to the order's number, and its news afterwards. */
export const customerFlow: Flow = { name: 'customer', version: 2, machine: customerMachine, prompts, carryOver };
