import { describe, expect, it } from 'vitest';
import { normalised } from '#understanding/normalise.ts';
import ar from '#understanding/vocabulary/ar.json' with { type: 'json' };
import darija from '#understanding/vocabulary/darija.json' with { type: 'json' };
import everywhere from '#understanding/vocabulary/everywhere.json' with { type: 'json' };
import fr from '#understanding/vocabulary/fr.json' with { type: 'json' };
import { knownPhrases, numberWords } from '#understanding/vocabulary.ts';

const groups = Object.entries({ fr, ar, darija, everywhere }).flatMap(([name, file]) =>
  [
    ...Object.entries(file.words),
    ...Object.entries(file.languages),
    ['yes', file.yes] as const,
    ['no', file.no] as const,
    ['hello', file.hello] as const,
  ].map(([meaning, phrases]) => [name, meaning, phrases] as const),
);

describe('the vocabulary', () => {
  it('gives each phrase one meaning, in one file', () => {
    const meant = new Map<string, string>();
    const doubled: string[] = [];
    for (const [file, meaning, phrases] of groups) {
      for (const phrase of phrases.map(normalised)) {
        if (meant.has(phrase) && meant.get(phrase) !== `${meaning} in ${file}`) doubled.push(phrase);
        meant.set(phrase, `${meaning} in ${file}`);
      }
    }
    expect(doubled).toEqual([]);
  });

  it('keeps number words apart from the other words', () => {
    expect([...numberWords.keys()].filter((word) => knownPhrases.has(word))).toEqual([]);
  });

  it('holds no phrase that is nothing once normalised', () => {
    expect([...knownPhrases.keys(), ...numberWords.keys()]).not.toContain('');
  });
});
