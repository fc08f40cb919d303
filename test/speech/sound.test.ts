import { expect, test } from 'vitest';
import type { Statement } from '#flows/kit.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { smallShop } from '#test/support/small-shop.ts';

const speech = createSpeech('Asia/Tokyo');
const around = { shop: smallShop, now: 0, today: '2026-11-25', language: 'fr' } as const;
const plain = (value: number): Statement => ({ key: 'common.money', values: { amount: value } });
const voice = { source: 'kept/one', mimeType: 'audio/ogg' } as const;

test('a sound leaves right after its sentence, and the question is the last letter', () => {
  const prompt = { lines: [plain(3)], choices: [{ event: 'back', label: plain(4) }] };
  const letters = speech.say({ statements: [{ ...plain(1), voice }, plain(2)], prompt }, around);
  expect(letters.map(({ body, voice: sound, choices }) => [body, sound?.source, choices.length])).toEqual([
    ['1 DH', undefined, 0],
    ['', 'kept/one', 0],
    ['2 DH\n\n3 DH', undefined, 1],
  ]);
});

test('a sound among the lines of a question leaves before its choices', () => {
  const prompt = { lines: [plain(1), { ...plain(2), voice }, plain(3)], choices: [{ event: 'back', label: plain(4) }] };
  const letters = speech.say({ statements: [], prompt }, around);
  expect(letters.map(({ body, voice: sound, choices }) => [body, sound?.source, choices.length])).toEqual([
    ['1 DH\n2 DH', undefined, 0],
    ['', 'kept/one', 0],
    ['3 DH', undefined, 1],
  ]);
});

test("an hour is said in the programme's zone, with its day where that is another", () => {
  const say = (time: number, language: 'ar' | 'fr') =>
    speech.say(
      { statements: [{ key: 'common.money', values: { amount: { time } } }], prompt: undefined },
      { ...around, language },
    )[0]?.body;
  // Tokyo has been nine hours ahead for as long as anybody will run this.
  expect(say(Date.UTC(2026, 10, 25, 9, 5), 'fr')).toBe('18 h 05 DH');
  expect(say(Date.UTC(2026, 10, 26, 0), 'fr')).toBe('demain, jeudi 26 novembre à 9 h DH');
  expect(say(Date.UTC(2026, 10, 26, 0), 'ar')).toContain('على الساعة \u20669:00\u2069');
});
