import type { Stuck } from '#trade/people/requests.ts';
import type { Prompt, PromptChoice, Statement } from '../kit.ts';
import { about, backChoice, recordingPrompt } from '../staff/lines.ts';
import { openedBy, type VolunteerContext } from './context.ts';
import { storyPrompts } from './story-prompts.ts';
import { causeOf } from './way-lines.ts';

function home({ waiting, isHomeExplained }: VolunteerContext): Prompt {
  return {
    lines: [waiting === 0 ? { key: 'volunteer.homeNothing' } : { key: 'volunteer.home', values: { count: waiting } }],
    choices: [
      ...(waiting === 0 ? [] : [{ event: 'stuck', label: { key: 'volunteer.stuck' } } as const]),
      { event: 'find', label: { key: 'volunteer.find' } },
      { event: 'mine', label: { key: 'volunteer.mine' } },
      { event: 'what', label: { key: 'volunteer.what' } },
    ],
    after: isHomeExplained ? [{ key: 'volunteer.homeOrder' }] : [],
  };
}

function listed(stuck: Stuck): PromptChoice {
  const label: Statement =
    stuck.kind === 'help'
      ? { key: 'volunteer.labelWho', values: { who: { typed: stuck.who } } }
      : about('volunteer.order', stuck.order);
  return { event: openedBy(stuck), label, detail: detailOf(stuck) };
}

function detailOf(stuck: Stuck): Statement {
  switch (stuck.kind) {
    case 'part':
      return { key: 'volunteer.detailSilent', values: { who: { cooperative: stuck.cooperative } } };
    case 'reservation':
      return { key: 'volunteer.detailSilent', values: { who: { shelf: stuck.shelf } } };
    case 'unassigned':
      return { key: 'volunteer.detailUnassigned', values: { commune: { commune: stuck.commune } } };
    case 'failed':
      return { key: 'volunteer.detailFailed', values: { cause: causeOf(stuck.cause) } };
    case 'returned':
      return { key: 'volunteer.detailReturned' };
    case 'help':
      return {
        key: stuck.isMine ? 'volunteer.detailMine' : 'volunteer.detailHelp',
        values: { time: { time: stuck.since } },
      };
  }
}

function stuckList({ list }: VolunteerContext): Prompt {
  return { lines: [{ key: 'volunteer.stuckList' }], choices: [...list.map(listed), backChoice] };
}

function mineList({ list }: VolunteerContext): Prompt {
  return { lines: [{ key: 'volunteer.mineList' }], choices: [...list.map(listed), backChoice] };
}

function finding(): Prompt {
  return { lines: [{ key: 'volunteer.askOrder' }], choices: [backChoice], expects: 'text' };
}

function request({ help }: VolunteerContext): Prompt {
  if (help === null) return { lines: [{ key: 'volunteer.unknownHelp' }], choices: [backChoice] };
  const close: PromptChoice = { event: `close:${help.request}`, label: { key: 'volunteer.close' } };
  const own: Readonly<Record<typeof help.state, readonly PromptChoice[]>> = {
    open: [{ event: `take:${help.request}`, label: { key: 'volunteer.take' } }, close],
    taken: help.isMine ? [{ event: `write:${help.request}`, label: { key: 'volunteer.write' } }, close] : [],
    closed: [],
  };
  return {
    lines: [{ key: 'volunteer.askHelp', values: { who: { typed: help.who } } }],
    choices: [...own[help.state], backChoice],
  };
}

function writing({ help }: VolunteerContext): Prompt {
  const { request = '', who = '' } = help ?? {};
  return {
    lines: [{ key: 'volunteer.askWords', values: { who: { typed: who } } }],
    choices: [{ event: `close:${request}`, label: { key: 'volunteer.close' } }, backChoice],
    expects: 'text',
  };
}

export const prompts = {
  home,
  'stuck.list': stuckList,
  'mine.list': mineList,
  finding,
  ...storyPrompts,
  'request.open': request,
  'request.taking': recordingPrompt,
  'request.writing': writing,
  'request.sending': recordingPrompt,
  recording: recordingPrompt,
};
