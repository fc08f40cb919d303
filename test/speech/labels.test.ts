import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, longestLabel } from '#speech/labels.ts';

describe('a label', () => {
  it('stays whole up to its length', () => {
    expect(cut('Miel de jujubier (sedra)', longestLabel)).toBe('Miel de jujubier (sedra)');
  });

  it('is cut between words, without what would dangle', () => {
    expect(cut('Huile de figue de barbarie', longestLabel)).toBe('Huile de figue…');
    expect(cut('Panier solidaire (9 produits)', longestLabel)).toBe('Panier solidaire…');
    expect(cut('السلة التضامنية، تسعة منتوجات', longestLabel)).toBe('السلة التضامنية، تسعة…');
  });

  it('is cut within a word that fills it alone', () => {
    expect(cut('Anticonstitutionnellement', longestLabel)).toBe('Anticonstitutionnelleme…');
  });

  it('never breaks a character', () => {
    const families = '👨\u200D👩\u200D👧'.repeat(4);
    expect(cut(families, longestLabel)).toBe(`${'👨\u200D👩\u200D👧'.repeat(2)}…`);
  });

  it('fits whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const label = cut(text, longestLabel);
        expect(label.length).toBeLessThanOrEqual(longestLabel);
        expect(label.isWellFormed()).toBe(true);
      }),
    );
  });
});
