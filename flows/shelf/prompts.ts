import type { Prompt, PromptChoice } from '../kit.ts';
import { about, backChoice, recordingPrompt, volunteerChoice } from '../staff/lines.ts';
import type { ListedPart, ShelfContext } from './context.ts';

function home(): Prompt {
  return {
    lines: [{ key: 'shelf.home' }],
    choices: [
      { event: 'expected', label: { key: 'shelf.expected' } },
      { event: 'orders', label: { key: 'shelf.waiting' } },
      volunteerChoice,
    ],
    after: [{ key: 'shelf.homeCode' }],
  };
}

function listed([part, order, cooperative, ready]: ListedPart): PromptChoice {
  return {
    event: `arrived:${part}`,
    label: about('shelf.arrival', order),
    detail: { key: ready ? 'shelf.ready' : 'shelf.notReady', values: { cooperative: { cooperative } } },
  };
}

function expected({ list }: ShelfContext): Prompt {
  return { lines: [{ key: 'shelf.askArrival' }], choices: [...list.map(listed), backChoice], binding: true };
}

function waiting(): Prompt {
  return { lines: [{ key: 'shelf.homeCode' }], choices: [backChoice] };
}

export const prompts = { home, 'expected.list': expected, 'waiting.list': waiting, recording: recordingPrompt };
