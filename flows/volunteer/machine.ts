import { setup } from 'xstate';
import { type FlowEvent, type Prompt, requestActions } from '../kit.ts';
import { controllerLine } from '../staff/lines.ts';
import { say } from '../staff/say.ts';
import { kindWords } from '../staff/words.ts';
import { noticeLines } from './lines.ts';

type VolunteerEvent = FlowEvent<{ readonly type: 'what' | 'yes' | 'no' }>;

const volunteer = setup({
  types: {} as { context: Record<string, never>; events: VolunteerEvent },
  actions: requestActions,
});

const tell = volunteer.enqueueActions(({ event, enqueue }) => {
  if (event.type === 'notice') for (const params of noticeLines(event)) enqueue({ type: 'say', params });
  enqueue('handled');
});

const what = {
  actions: [say('volunteer.whatHelp'), say('volunteer.whatDelivery'), say('volunteer.whatParked')],
} as const;

/** What the volunteers are told of comes as notices; there is nothing yet for them to answer. */
export const machine = volunteer.createMachine({
  id: 'volunteer',
  context: {},
  initial: 'home',
  on: {
    ...kindWords,
    hello: { actions: say('volunteer.greeting') },
    menu: { actions: 'handled' },
    back: { actions: 'handled' },
    orders: { actions: say('volunteer.noList') },
    volunteer: { actions: say('volunteer.noVolunteer') },
    code: { actions: say('volunteer.noCode') },
    what,
    help: what,
    undo: { actions: say('volunteer.undo') },
    stop: { actions: say('volunteer.stop') },
    privacy: { actions: { type: 'say', params: ({ event }) => controllerLine('volunteer.privacy', event) } },
    question: { actions: 'handled' },
    'question.gone': { actions: 'handled' },
    notice: { actions: tell },
  },
  states: { home: {} },
});

export const prompts = {
  home: (): Prompt => ({
    lines: [{ key: 'volunteer.home' }],
    choices: [{ event: 'what', label: { key: 'volunteer.what' } }],
  }),
};
