/** "My data": who answers for it, what is kept, who sees it; and how all of it is erased. */
import type { PersonData } from '#trade/people/requests.ts';
import type { Statement, Surroundings, Value } from '../kit.ts';
import { type CustomerContext, emptyContext } from './context.ts';
import { detour, wayBack } from './detours.ts';
import type { CustomerEvent } from './events.ts';
import { newsActions } from './news/news.ts';
import { statement } from './prompts/choices.ts';
import { say, tell } from './saying.ts';
import { customer } from './setup.ts';

const readData = { type: 'read', params: { name: 'data.mine', input: undefined } } as const;

function myData(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'data.mine.done') return [];
  return [who(event), ...kept(event.answer), statement('orders.dataSeen'), statement('orders.dataCorrect')];
}

function who({ shop }: Pick<Surroundings, 'shop'>): Statement {
  return statement('orders.dataWho', { controller: { typed: shop.programme.controller } });
}

function kept({ name, phone, since, orders, places, voiceNotes, helpRequests }: PersonData): readonly Statement[] {
  const lines = [
    ...(name ? [statement('orders.dataName', { name: { typed: name } })] : []),
    ...(phone ? [statement('orders.dataPhone', { phone: { code: phone } })] : []),
    ...(places.length > 0 ? [statement('orders.dataPlaces', { places: { list: places.map(place) } })] : []),
    ...(orders.length > 0 ? [statement('orders.dataOrders', { number: orders.length })] : []),
    ...(voiceNotes > 0 ? [statement('orders.dataVoiceNotes', { number: voiceNotes })] : []),
    ...(helpRequests > 0 ? [statement('orders.dataHelp', { number: helpRequests })] : []),
    ...(since ? [statement('orders.dataSince', { day: { day: since } })] : []),
  ];
  return lines.length > 0 ? lines : [statement('orders.dataNothing')];
}

function place({ commune, address }: PersonData['places'][number]): Value {
  return address === '' ? { commune } : { typed: address };
}

function openOrders(_: CustomerContext, event: CustomerEvent): readonly Statement[] {
  if (event.type !== 'data.mine.done') return [];
  const list = event.answer.openOrders.map((order): Value => ({ code: order }));
  return [statement('orders.forgetLater', { orders: { list } })];
}

/** Everything, also what an older version may have left. */
const emptied = customer.assign(({ context }) => ({
  ...Object.fromEntries(Object.keys(context).map((field) => [field, undefined])),
  ...emptyContext,
}));

export const privacyEvents = customer.createStateConfig({
  on: {
    privacy: { actions: readData },
    'data.mine.done': detour('.privacy.shown', [tell(myData)]),
    forget: detour('.privacy.forgetting', [readData]),
    // A yes tapped when another question is open asks this one again.
    forgetNow: detour('.privacy.forgetting', [readData]),
    'person.forget.done': { target: '.home', actions: [emptied, say('orders.forgotten')] },
    'person.forget.refused': { actions: say('orders.notForgotten') },
  },
});

const erase = {
  target: 'erasing',
  actions: { type: 'command', params: { name: 'person.forget', input: {} } },
} as const;

export const privacy = customer.createStateConfig({
  initial: 'shown',
  states: {
    shown: { on: { back: wayBack() } },
    /** Asked only where it can be done. */
    forgetting: {
      on: {
        'data.mine.done': [
          { guard: 'hasOpenOrders', target: 'shown', actions: tell(openOrders) },
          { actions: 'handled' },
        ],
        forgetNow: erase,
        yes: erase,
        no: { target: 'shown', actions: say('orders.dataKept') },
        back: { target: 'shown', actions: say('orders.dataKept') },
      },
    },
    erasing: {
      on: {
        'person.forget.done': { target: '#customer.home', actions: [emptied, say('orders.forgotten')] },
        'person.forget.refused': [
          // An order begun elsewhere meanwhile: it is named.
          { guard: 'blamesOpenOrders', target: 'forgetting', actions: readData },
          { target: 'shown', actions: say('orders.notForgotten') },
        ],
        notice: { actions: newsActions },
        '*': { actions: 'handled' },
      },
    },
  },
});
