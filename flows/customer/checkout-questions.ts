/** The questions of the checkout, one state each; every answer goes on to `next`. */
import { assign } from 'xstate';
import { keepVoice } from '../voice.ts';
import { type CustomerContext, isToldByPhone } from './context.ts';
import { say } from './saying.ts';
import { customer } from './setup.ts';

/** Longer than any name or address, short enough for a session. */
export const longestName = 60;
const longestAddress = 240;

function typed(text: string, longest: number): string {
  return text.trim().slice(0, longest);
}

const keepSuggested = customer.assign(({ context }) => ({ name: context.suggestion, suggestion: undefined }));
const suggestedName = { guard: 'hasSuggestion', target: 'next', actions: keepSuggested } as const;

/** One step back from where to: to what was asked before it, if anything was. The name is suggested again. */
const beforePlace = [
  { guard: { type: 'hasBefore', params: { state: 'way' } }, target: 'way' },
  {
    guard: { type: 'hasBefore', params: { state: 'name' } },
    target: 'name',
    actions: customer.assign(({ context }) => ({ name: undefined, suggestion: context.name })),
  },
  { guard: { type: 'hasBefore', params: { state: 'receiverPhone' } }, target: 'receiverPhone' },
  { target: '#customer.basket' },
] as const;

const name = customer.createStateConfig({
  entry: assign({ before: 'name' }),
  on: {
    text: [
      {
        guard: 'isName',
        target: 'next',
        actions: assign({ name: ({ event }) => typed(event.text, longestName) }),
      },
      { actions: say('customer.nameWrong') },
    ],
    sameName: suggestedName,
    // The name is suggested as a question that a typed yes or no answers.
    yes: suggestedName,
    no: { guard: 'hasSuggestion', actions: assign({ suggestion: undefined }) },
    relative: { target: 'next', actions: assign({ receiver: {} }) },
    myself: { actions: assign({ receiver: undefined }) },
    back: [{ guard: 'isForOther', target: 'receiverPhone' }, { target: '#customer.basket' }],
  },
});

const receiver = customer.createStateConfig({
  on: {
    text: [
      {
        guard: 'isName',
        target: 'next',
        actions: assign({ receiver: ({ event }) => ({ name: typed(event.text, longestName) }) }),
      },
      { actions: say('customer.nameWrong') },
    ],
    myself: { target: 'next', actions: assign({ receiver: undefined }) },
    back: '#customer.basket',
  },
});

/** Without a number nobody can be called: a place that was to be told by phone is asked for again. */
function askedAgain(context: CustomerContext): Partial<CustomerContext> {
  return isToldByPhone(context) ? { address: undefined } : {};
}

const receiverPhone = customer.createStateConfig({
  entry: assign({ before: 'receiverPhone' }),
  on: {
    phone: {
      target: 'next',
      actions: assign({ receiver: ({ context, event }) => ({ ...context.receiver, phone: event.value }) }),
    },
    noPhone: {
      target: 'next',
      actions: assign(({ context }) => ({ receiver: { ...context.receiver, phone: null }, ...askedAgain(context) })),
    },
    text: { actions: say('customer.phoneWrong') },
    number: { actions: say('customer.phoneWrong') },
    back: 'receiver',
  },
});

const way = customer.createStateConfig({ entry: assign({ before: 'way' }), on: { back: '#customer.basket' } });

const shelf = customer.createStateConfig({ on: { back: beforePlace } });

/** A pin sent too early is kept: the commune, by which the fee goes, is all that is still asked. */
const commune = customer.createStateConfig({
  on: {
    location: {
      actions: [
        assign(({ event }) => ({ address: '', location: [event.latitude, event.longitude] as const })),
        say('customer.pinKept'),
      ],
    },
    back: beforePlace,
  },
});

const address = customer.createStateConfig({
  on: {
    text: {
      guard: 'hasWords',
      target: 'next',
      actions: assign(({ event }) => ({
        address: typed(event.text, longestAddress),
        location: undefined,
        voiceNote: undefined,
      })),
    },
    location: {
      target: 'next',
      actions: assign(({ event }) => ({
        address: '',
        location: [event.latitude, event.longitude] as const,
        voiceNote: undefined,
      })),
    },
    // Said aloud, the place reaches the distributor as it was said; a landmark belongs to what is said.
    voice: { actions: { type: 'command', params: ({ event }) => keepVoice(event) } },
    'voice.keep.done': {
      target: 'next',
      actions: [
        say('customer.voiceAddress'),
        assign(({ event }) => ({
          ...{ address: '', location: undefined, landmark: null },
          voiceNote: event.answer.note,
        })),
      ],
    },
    byPhone: {
      guard: 'mayBeCalled',
      target: 'next',
      actions: assign(({ context }) => ({
        ...{ address: '', location: undefined, voiceNote: undefined, landmark: null },
        phone: context.phone ?? undefined,
      })),
    },
    back: { target: 'commune', actions: assign({ page: 1 }) },
  },
});

const landmark = customer.createStateConfig({
  on: {
    text: {
      target: 'next',
      actions: assign({ landmark: ({ event }) => typed(event.text, longestAddress) }),
    },
    skip: { target: 'next', actions: assign({ landmark: null }) },
    back: 'address',
  },
});

const day = customer.createStateConfig({ on: { back: 'landmark' } });

const phone = customer.createStateConfig({
  on: {
    phone: { target: 'next', actions: assign({ phone: ({ event }) => event.value }) },
    noPhone: { target: 'next', actions: assign(({ context }) => ({ phone: null, ...askedAgain(context) })) },
    text: { actions: say('customer.phoneWrong') },
    number: { actions: say('customer.phoneWrong') },
    back: 'day',
  },
});

const mayCall = customer.createStateConfig({
  on: {
    yes: { target: 'next', actions: assign({ mayCall: true }) },
    no: { target: 'next', actions: assign({ mayCall: false }) },
    back: 'day',
  },
});

export const questions = { name, receiver, receiverPhone, way, shelf, commune, address, landmark, day, phone, mayCall };
