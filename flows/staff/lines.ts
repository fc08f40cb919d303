/** Statements that every staff conversation makes in the same way. */

import type { SentenceKey } from '#locales/sentences.ts';
import type { QuestionGone, QuestionKind } from '#trade/notices.ts';
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

/** Nobody is asked to deliver an order that can still be cancelled. */
const cancelled: Readonly<Record<QuestionKind, SentenceKey>> = {
  part: 'cooperative.withdrawn',
  offer: 'staff.questionGone',
  reservation: 'shelf.withdrawn',
};

/** Why a question needs no answer any more; nothing where a notice tells it. */
export function goneLines({ kind, order, why }: Pick<QuestionGone, 'kind' | 'order' | 'why'>): readonly Statement[] {
  switch (why) {
    case 'cancelled':
      return [about(cancelled[kind], order)];
    case 'lapsed':
      return [about('staff.goneLapsed', order)];
    case 'accepted':
      return [about('staff.goneAccepted', order)];
    case 'refused':
      return [about('staff.goneRefused', order)];
    case 'told':
      return [];
    default:
      return [about('staff.questionGone', order)];
  }
}

/** What is said while a command is on its way. */
export function recordingPrompt(): Prompt {
  return { lines: [{ key: 'staff.recording' }], choices: [] };
}

export const backChoice = { event: 'back', digit: 0, label: { key: 'staff.back' } } as const;
export const volunteerChoice = { event: 'volunteer', label: { key: 'staff.volunteer' } } as const;
