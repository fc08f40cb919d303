/** Calling a volunteer: one word is enough, and what it is about can be written after it. */
import type { CommandRequest, Statement } from '../kit.ts';
import type { CustomerContext } from './context.ts';
import { detour, wayBack } from './detours.ts';
import type { CustomerEvent } from './events.ts';
import { newsActions } from './news/news.ts';
import { orderIn } from './orders/guards.ts';
import { say, tell } from './saying.ts';
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

function toldOrAdded(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  return event.type === 'help.ask.done' ? [{ key: 'orders.helpTold' }] : [];
}

export const helpEvents = customer.createStateConfig({
  on: {
    volunteer: { actions: call },
    about: { actions: call },
    'help.ask.done': detour('.help.writing', [tell(toldOrAdded)]),
    'help.ask.refused': { actions: say('orders.helpNotTold') },
    reply: detour('.help.writing', ['handled' as const]),
    keepRest: { actions: say('orders.restKept') },
    handsOff: { actions: say('orders.volunteerSees') },
  },
});

export const help = customer.createStateConfig({
  initial: 'writing',
  states: {
    writing: {
      on: {
        text: { guard: 'hasWords', target: 'sending', actions: send },
        skip: wayBack(),
        no: wayBack(),
        back: wayBack(),
      },
    },
    /** Until it is known whether the words have arrived, nothing else may be begun; news still pass. */
    sending: {
      on: {
        'help.ask.done': wayBack([say('orders.helpAdded')]),
        'help.ask.refused': { target: 'writing', actions: say('orders.helpNotTold') },
        notice: { actions: newsActions },
        '*': { actions: 'handled' },
      },
    },
  },
});
