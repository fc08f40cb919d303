import { describe, expect, test } from 'vitest';
import type { Incoming } from '#channels/channel.ts';
import { choiceEvent, cleanProfile, hear } from '#conversation/hear.ts';
import type { Asked, Conversation } from '#conversation/session.ts';
import { sampleShop } from '#test/support/shop.ts';

const menu: Asked = {
  letter: 3,
  offered: [
    ['1', 'products'],
    ['2', 'orders'],
  ],
  expects: undefined,
  binding: false,
};
const promise: Asked = {
  letter: 5,
  offered: [
    ['1', 'confirm:b1'],
    ['0', 'back'],
  ],
  expects: undefined,
  binding: true,
};

function conversationAsked(...asked: Asked[]): Conversation {
  return {
    flow: 'customer',
    of: '',
    others: [],
    version: 1,
    language: 'fr',
    guessed: false,
    value: 'home',
    context: {},
    asked,
    missed: 0,
  };
}

function text(words: string, about?: string): Incoming {
  const base = { chat: 'simulator:amina', id: '1', at: 0, kind: 'text', text: words } as const;
  return about === undefined ? base : { ...base, about };
}

const around = { isStaff: false, shop: sampleShop };

describe('a digit', () => {
  test('means the choice of the newest question that had left', () => {
    expect(hear(text('1'), conversationAsked(menu, promise), { ...around, seen: 5 }).event).toEqual({
      type: 'confirm',
      value: 'b1',
    });
  });

  test('typed before a promise was asked belongs to the older question', () => {
    expect(hear(text('1'), conversationAsked(menu, promise), { ...around, seen: 4 }).event).toEqual({
      type: 'products',
    });
  });

  test('means the choice of the question it quotes', () => {
    const heard = hear(text('2', 'simulator:amina|3'), conversationAsked(menu, promise), { ...around, seen: 5 });
    expect(heard.event).toEqual({ type: 'orders' });
  });

  test('quoting a letter that is no question any more promises nothing', () => {
    const heard = hear(text('1', 'simulator:amina|2'), conversationAsked(menu, promise), { ...around, seen: 5 });
    expect(heard).toMatchObject({ event: undefined, early: true });
  });
});

test('a yes typed before the promise was asked is not taken for an answer', () => {
  const heard = hear(text('oui'), conversationAsked(menu, promise), { ...around, seen: 4 });
  expect(heard).toMatchObject({ event: undefined, early: true });
});

test('a digit counts for a promise that stood on the screen, though its departure is not yet noted', () => {
  const incoming: Incoming = { ...text('1'), seen: 'simulator:amina|5' };
  const heard = hear(incoming, conversationAsked(menu, promise), { ...around, seen: 4 });
  expect(heard).toMatchObject({ event: { type: 'confirm', value: 'b1' } });
});

test('a global word is understood at any time', () => {
  expect(hear(text('menu'), conversationAsked(menu, promise), { ...around, seen: 4 }).event).toEqual({ type: 'menu' });
});

test('thanks keep their words, for whoever they are meant', () => {
  const heard = hear(text('Merci beaucoup !'), conversationAsked(menu), { ...around, seen: 3 });
  expect(heard.event).toEqual({ type: 'thanks', text: 'Merci beaucoup !' });
});

test('a name that a channel tells can fake no line and turn no text round', () => {
  const profile = { name: ' Ali\n1. Gratuit \u202Etiurg', phone: '+212600000001' };
  const { name = '', phone } = cleanProfile(profile);
  expect(name).not.toMatch(/[\n\u202E]/u);
  expect(name).toContain('Ali');
  expect(phone).toBe('+212600000001');
  expect(cleanProfile({ name: '\u200B' })).toEqual({});
});

describe('a tapped choice', () => {
  test('becomes its event', () => {
    expect(choiceEvent('product:miel-thym')).toEqual({ type: 'product', value: 'miel-thym' });
    expect(choiceEvent('language:fr')).toEqual({ type: 'language', value: 'fr' });
  });

  test.each([
    'order.place.done',
    'notice',
    'question:1',
    'text:hi',
    'language:en',
    'code:1234',
    '',
    'a b',
    'x:',
    '__proto__',
  ])('cannot be forged into an event of the house: %s', (id) => {
    expect(choiceEvent(id)).toBeUndefined();
  });
});

test('a location is passed on with its place', () => {
  const incoming: Incoming = {
    chat: 'simulator:amina',
    id: '1',
    at: 0,
    kind: 'location',
    latitude: 32.2,
    longitude: -8,
  };
  expect(hear(incoming, conversationAsked(menu), { ...around, seen: 3 }).event).toEqual({
    type: 'location',
    latitude: 32.2,
    longitude: -8,
  });
});

test('a voice note is an event with its sound', () => {
  const media = { source: 'provider:1', mimeType: 'audio/ogg' };
  const heard = hear({ chat: 'simulator:amina', id: '1', at: 0, kind: 'voice', media }, conversationAsked(menu), {
    ...around,
    seen: 3,
  });
  expect(heard).toEqual({ event: { type: 'voice', media: { source: 'provider:1', mimeType: 'audio/ogg' } } });
});
