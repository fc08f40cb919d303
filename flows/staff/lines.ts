/** Statements that every staff conversation makes in the same way. */

import type { SentenceKey } from '#locales/sentences.ts';
import type { Refusal } from '#trade/requests.ts';
import type { Prompt, Statement, Surroundings } from '../kit.ts';

export function about(key: SentenceKey, order: string): Statement {
  return { key, values: { order: { code: order } } };
}

export function refusalLine(reason: Refusal): Statement {
  return { key: `common.refused_${reason}` };
}

/** A sentence that names who answers for personal data. */
export function controllerLine(key: SentenceKey, { shop }: Pick<Surroundings, 'shop'>): Statement {
  return { key, values: { controller: { typed: shop.programme.controller } } };
}

/** What is said while a command is on its way. */
export function recordingPrompt(): Prompt {
  return { lines: [{ key: 'staff.recording' }], choices: [] };
}

export const backChoice = { event: 'back', digit: 0, label: { key: 'staff.back' } } as const;
export const volunteerChoice = { event: 'volunteer', label: { key: 'staff.volunteer' } } as const;
