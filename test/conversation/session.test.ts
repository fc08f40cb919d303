import { expect, test } from 'vitest';
import { type Conversation, decode, encode } from '#conversation/session.ts';

const conversation: Conversation = {
  flow: 'customer',
  of: '',
  version: 1,
  language: 'ar',
  guessed: true,
  value: { checkout: 'name' },
  context: { basket: [{ code: 'miel-thym', quantity: 2, price: 12_000 }] },
  asked: [
    {
      letter: 3,
      offered: [
        ['1', 'category:miel'],
        ['0', 'back'],
      ],
      expects: undefined,
      binding: false,
    },
    { letter: 4, offered: [], expects: 'text', binding: true },
  ],
  missed: 1,
  others: [{ flow: 'cooperative', of: 'nour', version: 2, value: 'home', context: { queue: [] } }],
};

test('a session comes back as it was kept', () => {
  expect(decode(encode(conversation))).toEqual(conversation);
});

test('a session without language, guess or misses comes back so too', () => {
  const plain = { ...conversation, language: undefined, guessed: false, missed: 0, asked: [] };
  expect(decode(encode(plain))).toEqual(plain);
});

test('an event keeps what stands after its first colon, spaces included', () => {
  const asked = [{ letter: 1, offered: [['1', 'commune:ras el ain']] as const, expects: undefined, binding: false }];
  expect(decode(encode({ ...conversation, asked })).asked).toEqual(asked);
});
