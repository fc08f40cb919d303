import type { Prompt, PromptChoice, PromptSurroundings } from '../kit.ts';
import { cashPrompts } from '../staff/cash.ts';
import { helpPrompts } from '../staff/help.ts';
import { about, backChoice, recordingPrompt, volunteerChoice } from '../staff/lines.ts';
import type { DistributorContext, ListedDelivery } from './context.ts';
import { failures } from './failures.ts';
import { offerLines } from './lines.ts';

function home({ isHomeExplained }: DistributorContext): Prompt {
  return {
    lines: [{ key: 'distributor.home' }],
    choices: [
      { event: 'orders', label: { key: 'distributor.round' } },
      { event: 'cash', label: { key: 'distributor.labelCash' } },
      volunteerChoice,
    ],
    after: isHomeExplained ? [{ key: 'distributor.homeCode' }] : [],
  };
}

function asking({ open, offer }: DistributorContext, { shop }: PromptSurroundings): Prompt {
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
    after: [{ key: 'distributor.before', values: { time: { time: offer.expiresAt } } }],
    binding: true,
  };
}

function listed([order, state, commune, day]: ListedDelivery): PromptChoice {
  const key = state === 'failed' ? 'distributor.detailFailed' : 'distributor.detailDelivery';
  return {
    event: `deliveryOf:${order}`,
    label: about('distributor.labelDelivery', order),
    detail: { key, values: { commune: { commune }, day: { day } } },
  };
}

function shown({ round }: DistributorContext): Prompt {
  return {
    lines: [{ key: 'distributor.roundEnd' }, { key: 'distributor.roundTrouble' }],
    choices: [...round.map(listed), backChoice],
  };
}

function one({ delivery }: DistributorContext): Prompt {
  const { order = '', isUnderWay = false, hasFailed = false } = delivery ?? {};
  const isAnythingToSay = isUnderWay || hasFailed;
  return {
    lines: [about(isAnythingToSay ? 'distributor.askDelivery' : 'distributor.notYet', order)],
    choices: [
      ...(isUnderWay ? [{ event: `notHanded:${order}`, label: { key: 'distributor.notHanded' } } as const] : []),
      ...(hasFailed ? [{ event: `tryAgain:${order}`, label: { key: 'distributor.tryAgain' } } as const] : []),
      backChoice,
    ],
    binding: true,
  };
}

function reasons({ delivery }: DistributorContext): Prompt {
  const order = delivery?.order ?? '';
  return {
    lines: [about('distributor.askReason', order)],
    choices: [
      ...Object.entries(failures).map(([cause, { label }]) => ({ event: `${cause}:${order}`, label: { key: label } })),
      backChoice,
    ],
    binding: true,
  };
}

function words({ delivery }: DistributorContext): Prompt {
  const order = delivery?.order ?? '';
  return {
    lines: [about('distributor.askWords', order)],
    choices: [{ event: `none:${order}`, digit: 0, label: { key: 'distributor.noWords' } }],
    expects: 'text',
    binding: true,
  };
}

export const prompts = {
  home,
  'question.asking': asking,
  'round.shown': shown,
  'delivery.one': one,
  'delivery.reasons': reasons,
  'delivery.words': words,
  ...cashPrompts,
  recording: recordingPrompt,
  ...helpPrompts,
};
