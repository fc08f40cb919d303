/** What a cooperative is asked about its orders. */
import type { Prompt, PromptChoice } from '../kit.ts';
import { about, backChoice } from '../staff/lines.ts';
import type { CooperativeContext, ListedPart } from './context.ts';
import { headLine, partLines, stateKey } from './lines.ts';

const causes = ['outOfStock', 'notEnoughTime', 'away', 'other'] as const;

export function asking({ part, open }: CooperativeContext): Prompt {
  const id = open?.[1] ?? '';
  return {
    lines: [about('cooperative.ask', open?.[2] ?? ''), ...(part === null ? [] : partLines(part))],
    choices: [
      { event: `accept:${id}`, label: { key: 'cooperative.accept' } },
      { event: `refuse:${id}`, label: { key: 'cooperative.refuse' } },
    ],
    binding: true,
  };
}

export function reasons({ open }: CooperativeContext): Prompt {
  const [, id = '', order = ''] = open ?? [];
  return {
    lines: [about('cooperative.askReason', order)],
    choices: [
      ...causes.map((cause) => ({ event: `${cause}:${id}`, label: { key: `cooperative.${cause}` } }) as const),
      backChoice,
    ],
    binding: true,
  };
}

export function words({ open }: CooperativeContext): Prompt {
  const [, id = '', order = ''] = open ?? [];
  return {
    lines: [about('cooperative.askWords', order)],
    choices: [{ event: `none:${id}`, digit: 0, label: { key: 'cooperative.none' } }],
    expects: 'text',
    binding: true,
  };
}

function listed([id, order, state, day]: ListedPart): PromptChoice {
  const sentence = { sentence: stateKey(state) };
  return {
    event: `part:${id}`,
    label: about('cooperative.order', order),
    detail:
      day === null
        ? { key: stateKey(state) }
        : { key: 'cooperative.orderDetail', values: { state: sentence, day: { day } } },
  };
}

export function list(context: CooperativeContext): Prompt {
  return {
    lines: [{ key: 'cooperative.ordersList' }],
    choices: [...context.list.map(listed), backChoice],
  };
}

export function one({ part }: CooperativeContext): Prompt {
  if (part === null) return { lines: [], choices: [backChoice] };
  const isToPrepare = part.state === 'accepted';
  return {
    lines: [headLine(part), ...partLines(part)],
    choices: [
      ...(isToPrepare ? [{ event: `ready:${part.id}`, label: { key: 'cooperative.ready' } } as const] : []),
      backChoice,
    ],
    binding: true,
  };
}
