import { describe, expect, it } from 'vitest';
import type { Language, Prompt, Statement, Value } from '#flows/kit.ts';
import { createSpeech } from '#speech/create-speech.ts';
import type { Utterance } from '#speech/speech.ts';
import { smallShop } from '#test/support/small-shop.ts';

const speech = createSpeech();
const say = (utterance: Utterance, language: Language) =>
  speech.say(utterance, { shop: smallShop, now: 0, today: '2026-11-25', language });

/** Any value as a sentence of its own. */
const plain = (value: Value): Statement => ({ key: 'common.money', values: { amount: value } });

/** The value and nothing else. */
const plainer = (value: Value): Statement => ({ key: 'customer.labelIt', values: { it: value } });

const prompt: Prompt = {
  lines: [plain({ product: 'miel-thym' })],
  choices: [
    { event: 'product:miel-thym', label: plain({ product: 'miel-thym' }), detail: plain({ money: 1250 }) },
    { event: 'product:couscous-orge', label: plain({ product: 'couscous-orge' }) },
    { event: 'back', digit: 0, label: plain({ code: 'A7H4' }) },
  ],
  after: [plain(1), plain(2)],
  expects: 'place',
};

describe('say', () => {
  it('says nothing where there is nothing to say', () => {
    expect(say({ statements: [], prompt: undefined }, 'ar')).toEqual([]);
  });

  it('merges what is told and what is asked into one message', () => {
    const [outgoing, ...more] = say({ statements: [plain(7), plain(8)], prompt }, 'fr');
    expect(more).toEqual([]);
    expect(outgoing).toMatchObject({
      language: 'fr',
      body: '7 DH\n8 DH\n\nMiel de thym DH',
      after: '1 DH\n2 DH',
      ask: 'location',
    });
  });

  it('leaves an empty line above a paragraph, and none above the first line', () => {
    const paragraph = { ...plain(8), paragraph: true } as const;
    const [outgoing] = say({ statements: [paragraph, plain(7), paragraph], prompt: undefined }, 'fr');
    expect(outgoing?.body).toBe('8 DH\n7 DH\n\n8 DH');
  });

  it('calls things by their short names in labels where the whole name is too long, never in the line', () => {
    const couscous = smallShop.products.get('couscous-orge');
    if (!couscous) throw new Error('the small shop has no couscous');
    const short = { ...couscous, short: { fr: "Couscous d'orge" } };
    const shop = { ...smallShop, products: new Map(smallShop.products).set(short.code, short) };
    const [outgoing] = speech.say({ statements: [], prompt }, { shop, now: 0, today: '2026-11-25', language: 'fr' });
    expect(outgoing?.choices[1]).toMatchObject({
      label: "Couscous d'orge DH",
      line: "2. Couscous d'orge (belboula) DH",
    });
  });

  it('leaves out the month of tomorrow where there is no room for it', () => {
    const day: Prompt = { lines: [], choices: [{ event: 'day', label: plainer({ day: '2026-11-26' }) }] };
    const [outgoing] = say({ statements: [], prompt: day }, 'fr');
    expect(outgoing?.choices[0]).toMatchObject({
      label: 'demain, jeudi 26',
      line: '1. demain, jeudi 26 novembre',
    });
  });

  it('counts bundles as baskets', () => {
    const couscous = smallShop.products.get('couscous-orge');
    if (!couscous) throw new Error('the small shop has no couscous');
    const bundle = { ...couscous, parts: [{ product: 'miel-thym', quantity: 1, share: 1000 }] };
    const shop = { ...smallShop, products: new Map(smallShop.products).set(bundle.code, bundle) };
    const counted = { statements: [plainer({ amountOf: bundle.code, quantity: 2 })], prompt: undefined };
    const said = (language: Language) => speech.say(counted, { shop, now: 0, today: '2026-11-25', language })[0]?.body;
    expect(said('fr')).toBe('2 paniers');
    expect(said('ar')).toBe('سلتان');
  });

  it('numbers the choices, nought for going back, with label and detail in the line', () => {
    const [outgoing] = say({ statements: [], prompt }, 'fr');
    expect(outgoing?.choices).toEqual([
      {
        id: 'product:miel-thym',
        digit: '1',
        label: 'Miel de thym DH',
        detail: '12,50 DH DH',
        line: '1. Miel de thym DH : 12,50 DH DH',
      },
      {
        id: 'product:couscous-orge',
        digit: '2',
        label: "Couscous d'orge…",
        line: "2. Couscous d'orge (belboula) DH",
      },
      { id: 'back', digit: '0', label: 'A7H4 DH', line: '0. A7H4 DH' },
    ]);
  });

  it('puts direction marks into Arabic lines and never into labels', () => {
    const [outgoing] = say({ statements: [], prompt }, 'ar');
    expect(outgoing?.choices[0]).toEqual({
      id: 'product:miel-thym',
      digit: '1',
      label: 'عسل الزعتر درهم',
      detail: '12,50 درهم درهم',
      line: 'رقم 1: عسل الزعتر درهم، \u206612,50\u2069 درهم درهم',
    });
    expect(outgoing?.choices[2]).toEqual({
      id: 'back',
      digit: '0',
      label: 'A7H4 درهم',
      line: 'رقم 0: \u2066A7H4\u2069 درهم',
    });
  });

  it('gives a prompt’s picture and nothing it has not', () => {
    const image = { source: 'shop/miel-thym.jpg', mimeType: 'image/jpeg' };
    const [outgoing] = say({ statements: [], prompt: { lines: [plain(1)], choices: [], image } }, 'fr');
    expect(outgoing).toEqual({ language: 'fr', body: '1 DH', choices: [], image });
  });

  it('tells a notice alone, without choices', () => {
    expect(say({ statements: [plain(1)], prompt: undefined }, 'fr')).toEqual([
      { language: 'fr', body: '1 DH', choices: [] },
    ]);
  });

  it('says one sentence alone, for pages', () => {
    expect(speech.sentence(plain({ day: '2026-11-25' }), { shop: smallShop, language: 'fr' })).toBe(
      'mercredi 25 novembre DH',
    );
  });
});
