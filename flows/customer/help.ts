/** Calling a volunteer: one word is enough, and what it is about can be written after it. */
import type { CommandRequest } from '../kit.ts';
import type { CustomerContext } from './context.ts';
import { detour, wayBack } from './detours.ts';
import type { CustomerEvent } from './events.ts';
import { newsActions } from './news/news.ts';
import { orderIn } from './orders/guards.ts';
import { say } from './saying.ts';
import { customer } from './setup.ts';

/** Longer than any question, short enough for a message. */
const longestQuestion = 1000;

interface Asked {
  readonly context: CustomerContext;
  readonly event: CustomerEvent;
}

function askHelp({ name, phone }: CustomerContext, words: string): CommandRequest {
  const input = { ...(words && { words }), ...(name && { name }), ...(phone && { phone }) };
  return { name: 'help.ask', input };
}

/** With the order's number, where it is about one. */
const call = { type: 'command', params: ({ context, event }: Asked) => askHelp(context, orderIn(event)) } as const;
const send = {
  type: 'command',
  params: ({ context, event }: Asked) =>
    askHelp(context, event.type === 'text' ? event.text.trim().slice(0, longestQuestion) : ''),
} as const;
const sendVoice = {
  type: 'command',
  params: ({ event }: { event: { answer: { note: string } } }) =>
    ({ name: 'voice.ask', input: { note: event.answer.note } }) as const,
} as const;

export const helpEvents = customer.createStateConfig({
  on: {
    volunteer: { actions: call },
    about: { actions: call },
    'help.ask.done': detour('.help.writing', [say('orders.helpTold')]),
    'help.ask.refused': { actions: say('orders.helpNotTold') },
    reply: detour('.help.writing', ['handled' as const]),
    handsOff: { actions: say('orders.volunteerSees') },
  },
});

export const help = customer.createStateConfig({
  initial: 'writing',
  states: {
    writing: {
      on: {
        text: { guard: 'hasWords', target: 'sending', actions: send },
        // Said aloud, it is a message like any other.
        'voice.keep.done': { target: 'sending', actions: sendVoice },
        skip: wayBack(),
        thanks: wayBack([say('common.thanks')]),
        no: wayBack(),
        back: wayBack(),
      },
    },
    /** Until it is known whether the words have arrived, nothing else may be begun; news still pass. */
    sending: {
      on: {
        'help.ask.done': wayBack([say('orders.helpAdded')]),
        'voice.ask.done': wayBack([say('orders.helpAdded')]),
        'voice.ask.refused': { target: 'writing', actions: say('common.voiceNotKept') },
        'help.ask.refused': { target: 'writing', actions: say('orders.helpNotTold') },
        notice: { actions: newsActions },
        '*': { actions: 'handled' },
      },
    },
  },
});
