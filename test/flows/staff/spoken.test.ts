import { describe, expect, test } from 'vitest';
import { cooperativeFlow } from '#flows/cooperative/flow.ts';
import { distributorFlow } from '#flows/distributor/flow.ts';
import type { Language } from '#flows/kit.ts';
import { emptyContext as emptyShelf } from '#flows/shelf/context.ts';
import { shelfFlow } from '#flows/shelf/flow.ts';
import { emptyContext as emptyVolunteer } from '#flows/volunteer/context.ts';
import { volunteerFlow } from '#flows/volunteer/flow.ts';
import { sentences } from '#locales/sentences.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { smallShop } from '#test/support/small-shop.ts';
import { anOffer, aPart } from '#test/support/staff-facts.ts';

const id = '0b8f4a52-6c1e-4b1f-9a70-1f2e3d4c5b6a';
const { id: _, order: __, state: ___, ...offer } = anOffer(id, 'A7H4', { awkward: ['tapis'] });

/** Each conversation with everything its prompts can show. */
const shown = [
  [
    cooperativeFlow,
    {
      queue: [],
      open: ['part', id, 'A7H4'],
      part: aPart(id, 'A7H4', { state: 'accepted' }),
      list: [[id, 'A7H4', 'asked', '2026-11-26']],
      products: [
        ['miel-thym', false, 3],
        ['cumin-beldi', true, null],
        ['safran', false, 0],
      ],
      page: 1,
      product: 'miel-thym',
      until: null,
    },
  ],
  [
    distributorFlow,
    {
      queue: [],
      open: ['offer', id, 'A7H4'],
      heldFor: [['zhour', 17_050]],
      giveTo: 'zhour',
      offer: { ...offer, stops: ['zhour'] },
      round: [
        ['A7H4', 'onTheWay', 'bouchane', '2026-11-23'],
        ['B3K9', 'failed', 'bouchane', '2026-11-26'],
      ],
      delivery: { order: 'A7H4', isUnderWay: true, hasFailed: true },
    },
  ],
  [
    shelfFlow,
    {
      ...emptyShelf,
      open: ['reservation', id, 'A7H4'],
      reservation: { id, order: 'A7H4', receiver: 'Amina', lines: [{ product: 'miel-thym', quantity: 2 }] },
      list: [[id, 'A7H4', 'zhour', false]],
      reservations: [[id, 'A7H4', 'Amina']],
      stock: [['miel-thym', 4]],
      counts: [['miel-thym', 3]],
      heldFor: [['zhour', 1_234_550]],
      giveTo: 'zhour',
      count: id,
    },
  ],
  [
    volunteerFlow,
    {
      ...emptyVolunteer,
      wanted: 'A7H4',
      story: { order: 'A7H4', isCancellable: true, silent: [{ kind: 'part', id, of: 'zhour' }], delivery: null },
      intent: 'cancel',
      help: { request: id, who: 'Amina', state: 'taken', isMine: true },
    },
  ],
] as const;

const prompts = shown.flatMap(([flow, context]) =>
  Object.entries(flow.prompts).flatMap(([state, prompt]) =>
    (['ar', 'fr'] as const).map((language: Language) => {
      const around = { shop: smallShop, now: Date.UTC(2026, 10, 23, 9), today: '2026-11-23', language };
      return { name: `${flow.name} ${state} ${language}`, language, around, prompt: prompt(context as never, around) };
    }),
  ),
);

const speech = createSpeech();

describe.each(prompts)('$name', ({ language, around, prompt }) => {
  const [message] = speech.say({ statements: [], prompt }, around);

  test('is one message whose choices fit every channel', () => {
    expect(message).toBeDefined();
    for (const choice of message?.choices ?? []) {
      expect(choice.label).not.toContain('…');
      expect(choice.detail ?? '').not.toContain('…');
      expect(choice.id).toMatch(/^[a-z][A-Za-z]{0,30}(:[^\n]{1,60})?$/u);
      expect(Buffer.byteLength(choice.id)).toBeLessThanOrEqual(64);
    }
  });

  test('leaves no placeholder open and starts every Arabic line in Arabic', () => {
    const lines = [message?.body, ...(message?.choices ?? []).map(({ line }) => line), message?.after]
      .filter((text) => text !== undefined)
      .join('\n')
      .split('\n');
    for (const line of lines) {
      expect(line).not.toMatch(/\{\{|undefined/u);
      if (language === 'ar' && line !== '') expect(line).toMatch(/^\p{Script=Arabic}/u);
    }
  });
});

const rooms = ['staff', 'cooperative', 'distributor', 'shelf', 'volunteer'] as const;

test.each(rooms)('Arabic sentences of %s say the same as the French ones, with the same values', (room) => {
  const plural = /_(zero|one|two|few|many|other)$/u;
  const valuesOf = (texts: Readonly<Record<string, string>>) => {
    const found = new Map<string, Set<string>>();
    for (const [key, text] of Object.entries(texts)) {
      const base = key.replace(plural, '');
      const values = found.get(base) ?? new Set();
      for (const [, value = ''] of text.matchAll(/\{\{(\w+)\}\}/gu)) values.add(value);
      values.delete('count');
      found.set(base, values);
    }
    return found;
  };
  expect(valuesOf(sentences.ar[room])).toEqual(valuesOf(sentences.fr[room]));
});
