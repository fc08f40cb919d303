import { describe, expect, it } from 'vitest';
import type { Language, Value } from '#flows/kit.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { smallShop } from '#test/support/small-shop.ts';

const speech = createSpeech();

/** One value alone: the last thing of a menu line whose label is empty of anything else. */
function told(value: Value, language: Language, today = '2026-11-25'): string {
  const statement = { key: 'common.menuLine', values: { digit: 1, label: value } } as const;
  const [outgoing] = speech.say(
    { statements: [statement], prompt: undefined },
    { shop: smallShop, now: 0, today, language },
  );
  return (outgoing?.body ?? '').replace(language === 'ar' ? 'رقم 1: ' : '1. ', '');
}

const cases: readonly [what: string, value: Value, fr: string, ar: string][] = [
  ['whole dirhams have no decimals', { money: 4500 }, '45 DH', '\u206645\u2069 درهم'],
  ['centimes have two digits', { money: 1250 }, '12,50 DH', '\u206612,50\u2069 درهم'],
  ['five centimes keep their nought', { money: 105 }, '1,05 DH', '\u20661,05\u2069 درهم'],
  ['less than a dirham begins with nought', { money: -50 }, '-0,50 DH', '\u2066-0,50\u2069 درهم'],
  ['four digits stay together', { money: 125_000 }, '1250 DH', '\u20661250\u2069 درهم'],
  ['five digits are grouped', { money: 1_250_000 }, '12\u00A0500 DH', '\u206612\u00A0500\u2069 درهم'],
  ['a product has its name', { product: 'miel-thym' }, 'Miel de thym', 'عسل الزعتر'],
  ['a French name alone is isolated', { product: 'savon-beldi' }, 'Savon noir beldi', '\u2066Savon noir beldi\u2069'],
  ['an Arabic name alone is isolated', { product: 'mhamsa' }, '\u2067المحمصة\u2069', 'المحمصة'],
  ['a product that left the shop has its code', { product: 'gone' }, 'gone', '\u2066gone\u2069'],
  ['a unit', { unitOf: 'miel-thym' }, '500 g', '500 غرام'],
  ['one jar is its unit', { amountOf: 'miel-thym', quantity: 1 }, '500 g', '500 غرام'],
  ['two jars stay countable', { amountOf: 'miel-thym', quantity: 2 }, '2 × 500 g (1 kg)', '2 × 500 غرام (1 كيلو)'],
  ['three jars', { amountOf: 'miel-thym', quantity: 3 }, '3 × 500 g (1,5 kg)', '3 × 500 غرام (1,5 كيلو)'],
  ['bags below a kilogram', { amountOf: 'cumin-beldi', quantity: 3 }, '3 × 250 g', '3 × 250 غرام'],
  ['kilograms add up', { amountOf: 'couscous-orge', quantity: 2 }, '2 kg', '2 كيلو'],
  ['grams sold singly add up', { amountOf: 'safran', quantity: 5 }, '5 g', '5 غرام'],
  ['bottles', { amountOf: 'huile-argan', quantity: 4 }, '4 × 250 ml (1 L)', '4 × 250 مل (1 لتر)'],
  ['one piece', { amountOf: 'tapis', quantity: 1 }, '1 pièce', 'قطعة واحدة'],
  ['two pieces', { amountOf: 'tapis', quantity: 2 }, '2 pièces', 'قطعتان'],
  ['three pieces', { amountOf: 'tapis', quantity: 3 }, '3 pièces', '3 قطع'],
  ['eleven pieces', { amountOf: 'tapis', quantity: 11 }, '11 pièces', '11 قطعة'],
  ['a weight in grams', { grams: 700 }, '700 g', '700 غرام'],
  ['a weight in kilograms', { grams: 7640 }, '7,6 kg', '7,6 كيلو'],
  ['a category', { category: 'honey' }, 'Miels', 'العسل'],
  ['a cooperative', { cooperative: 'zhour' }, 'Coopérative Zhour', 'تعاونية الزهور'],
  ['a commune', { commune: 'bouchane' }, 'Bouchane', 'بوشان'],
  ['a distributor', { distributor: 'hassan' }, 'Hassan B.', 'حسن ب.'],
  ['a distributor who left the shop', { distributor: 'gone' }, 'gone', '\u2066gone\u2069'],
  ['a shelf', { shelf: 'youssoufia' }, 'Rayon de Youssoufia', 'رف اليوسفية'],
  ['a code', { code: 'A7H4' }, 'A7H4', '\u2066A7H4\u2069'],
  ['a phone in pairs', { code: '+212612345678' }, '06 12 34 56 78', '\u206606 12 34 56 78\u2069'],
  ['a phone from abroad', { code: '+33612345678' }, '+33612345678', '\u2066+33612345678\u2069'],
  ['today', { day: '2026-11-25' }, "aujourd'hui, mercredi 25 novembre", 'اليوم، الأربعاء 25 نونبر'],
  ['tomorrow', { day: '2026-11-26' }, 'demain, jeudi 26 novembre', 'غدا، الخميس 26 نونبر'],
  ['another day', { day: '2027-08-01' }, 'dimanche 1er août', 'الأحد 1 غشت'],
  ['a typed Latin name', { typed: 'Amina' }, 'Amina', '\u2068Amina\u2069'],
  ['a typed Arabic name', { typed: 'أمينة' }, '\u2068أمينة\u2069', '\u2068أمينة\u2069'],
  ['nothing of a list', { list: [] }, '', ''],
  ['two of a list', { list: [{ commune: 'bouchane' }, { category: 'honey' }] }, 'Bouchane et Miels', 'بوشان والعسل'],
  [
    'three of a list',
    { list: [{ product: 'safran' }, { product: 'tapis' }, { code: 'B2' }] },
    'Safran, Tapis artisanal et B2',
    'الزعفران، زربية تقليدية و\u2066B2\u2069',
  ],
];

describe('a value in a sentence', () => {
  it.each(cases)('%s', (_what, value, fr, ar) => {
    expect(told(value, 'fr')).toBe(fr);
    expect(told(value, 'ar')).toBe(ar);
  });
});

describe('what somebody typed', () => {
  it('loses controls that turn text round', () => {
    expect(told({ typed: 'Amina\u202E\u2066\u200F\u061C' }, 'fr')).toBe('Amina');
  });

  it('stays on one line and cannot look like a line of a menu', () => {
    expect(told({ typed: 'Ali\n\n2. Payer\u2028رقم 3: نعم' }, 'fr')).toBe('\u2068Ali 2. Payer رقم 3: نعم\u2069');
    expect(told({ typed: '1. Payer' }, 'fr')).toBe('1 Payer');
    expect(told({ typed: '1. 2 paniers' }, 'fr')).toBe('1 2 paniers');
    expect(told({ typed: '1:-3' }, 'fr')).toBe('1:-3');
    expect(told({ typed: 'رقم ٢: نعم' }, 'ar')).toBe('\u2068رقم ٢ نعم\u2069');
  });

  it('keeps an emoji of several parts and drops joiners elsewhere', () => {
    expect(told({ typed: 'a\u200Db 👨\u200D👩\u200D👧 ❤\uFE0F' }, 'fr')).toBe('ab 👨\u200D👩\u200D👧 ❤\uFE0F');
  });

  it('is capped by characters as people count them', () => {
    expect(told({ typed: 'é'.normalize('NFD').repeat(550) }, 'fr')).toBe(`${'é'.normalize('NFD').repeat(500)}…`);
    expect(told({ typed: `a${'\u0301'.repeat(5000)}` }, 'fr').length).toBeLessThan(30);
  });

  it('is never filled again', () => {
    expect(told({ typed: '{{digit}} $t(menuLine)' }, 'fr')).toBe('{{digit}} $t(menuLine)');
  });
});
