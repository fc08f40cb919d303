import type { Flow } from '../kit.ts';
import { carryOver } from './context.ts';
import { machine } from './machine.ts';
import { prompts } from './prompts.ts';

export const cooperativeFlow: Flow = { name: 'cooperative', version: 3, machine, prompts, carryOver };
