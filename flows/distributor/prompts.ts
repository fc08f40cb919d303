import type { Prompt, PromptSurroundings } from '../kit.ts';
import { helpPrompts } from '../staff/help.ts';
import { backChoice, recordingPrompt, volunteerChoice } from '../staff/lines.ts';
import type { DistributorContext } from './context.ts';
import { minutesLine, offerLines } from './lines.ts';

function home(): Prompt {
  return {
    lines: [{ key: 'distributor.home' }],
    choices: [{ event: 'orders', label: { key: 'distributor.round' } }, volunteerChoice],
    after: [{ key: 'distributor.homeCode' }],
  };
}

function asking({ open, offer }: DistributorContext, { shop, now }: PromptSurroundings): Prompt {
  const [, id = '', order = ''] = open ?? [];
  const choices = [
    { event: `take:${id}`, label: { key: 'distributor.take' } },
    { event: `refuse:${id}`, label: { key: 'distributor.refuse' } },
  ] as const;
  if (offer === null) return { lines: [], choices, binding: true };
  return {
    lines: [
      { key: 'distributor.ask', values: { order: { code: order }, day: { day: offer.day } } },
      ...offerLines(offer, shop),
    ],
    choices,
    after: [minutesLine(offer, now)],
    binding: true,
  };
}

function round(): Prompt {
  return { lines: [{ key: 'distributor.roundEnd' }], choices: [backChoice] };
}

export const prompts = {
  home,
  'question.asking': asking,
  'round.shown': round,
  recording: recordingPrompt,
  ...helpPrompts,
};
