/** A volunteer is called at once; what they should know can be written after that, in one message. */
import type { Prompt } from '../kit.ts';
import { busyEvents, recording } from './desk.ts';
import { recordingPrompt } from './lines.ts';
import { askHelp, say } from './say.ts';

const addWords = {
  type: 'command',
  params: ({ event }: { event: { text: string } }) => ({ name: 'help.ask', input: { words: event.text } }) as const,
} as const;

/** For a machine with a state `resting`; entered at `help.calling`. */
export const help = {
  initial: 'calling',
  on: busyEvents,
  states: {
    calling: {
      entry: askHelp,
      on: {
        ...recording.on,
        'help.ask.done': { target: 'writing', actions: say('staff.volunteerCalled') },
      },
    },
    writing: {
      on: { text: { target: 'adding', actions: addWords } },
    },
    adding: recording,
  },
} as const;

function writing(): Prompt {
  return {
    lines: [{ key: 'staff.helpWords' }],
    choices: [{ event: 'back', digit: 0, label: { key: 'staff.helpEnough' } }],
    expects: 'text',
  };
}

export const helpPrompts = {
  'help.calling': recordingPrompt,
  'help.writing': writing,
  'help.adding': recordingPrompt,
};
