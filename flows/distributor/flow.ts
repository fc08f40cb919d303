import type { Flow } from '../kit.ts';
import { carryOver } from './context.ts';
import { machine } from './machine.ts';
import { prompts } from './prompts.ts';

export const distributorFlow: Flow = { name: 'distributor', version: 3, machine, prompts, carryOver };
