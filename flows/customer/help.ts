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

function wordsIn(event: CustomerEvent): string {
  return event.type === 'text' || event.type === 'thanks' ? (event.text ?? '') : '';
}

/** With the order's number, where it is about one. */
const call = { type: 'command', params: ({ context, event }: Asked) => askHelp(context, orderIn(event)) } as const;
const send = {
  type: 'command',
  params: ({ context, event }: Asked) => askHelp(context, wordsIn(event).trim().slice(0, longestQuestion)),
} as const;
const sendVoice = {
  type: 'command',
  params: ({ event }: { event: { answer: { note: string } } }) =>
    ({ name: 'voice.ask', input: { note: event.answer.note } }) as const,
} as const;

const startReply = customer.assign({ replying: true });
const startCall = customer.assign({ replying: undefined });

export const helpEvents = customer.createStateConfig({
  on: {
    volunteer: { actions: call },
    about: { actions: call },
    'help.ask.done': detour('.help.writing', [startCall, say('orders.helpTold')]),
    'help.ask.refused': { actions: say('orders.helpNotTold') },
    reply: detour('.help.writing', [startReply, 'handled' as const]),
    handsOff: { actions: say('orders.volunteerSees') },
  },
});

/** Until it is known whether the words have arrived, nothing else may be begun; news still pass. */
function untilSent(sent: 'orders.helpAdded' | 'orders.thanksPassed') {
  return customer.createStateConfig({
    on: {
      'help.ask.done': wayBack([say(sent)]),
      'voice.ask.done': wayBack([say(sent)]),
      'voice.ask.refused': { target: 'writing', actions: say('common.voiceNotKept') },
      'help.ask.refused': { target: 'writing', actions: say('orders.helpNotTold') },
      notice: { actions: newsActions },
      '*': { actions: 'handled' },
    },
  });
}

export const help = customer.createStateConfig({
  initial: 'writing',
  states: {
    writing: {
      on: {
        text: { guard: 'hasWords', target: 'sending', actions: send },
        // Said aloud, it is a message like any other.
        'voice.keep.done': { target: 'sending', actions: sendVoice },
        skip: wayBack(),
        thanks: [{ guard: 'thanksVolunteer', target: 'thanking', actions: send }, ...wayBack([say('common.thanks')])],
        no: wayBack(),
        back: wayBack(),
      },
    },
    sending: untilSent('orders.helpAdded'),
    thanking: untilSent('orders.thanksPassed'),
  },
});
