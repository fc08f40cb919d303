import type { Flow } from '../kit.ts';
import { machine, prompts } from './machine.ts';

export const volunteerFlow: Flow = { name: 'volunteer', version: 1, machine, prompts, carryOver: () => ({}) };
