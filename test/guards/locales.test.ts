import { describe, expect, it } from 'vitest';
import { sentences } from '#locales/sentences.ts';
import { filesOf, type Node, nodesOf, sourcesOf, textOf } from './sources.ts';

type File = Readonly<Record<string, string>>;

const arabicForms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const files = Object.keys(sentences.fr) as (keyof typeof sentences.fr)[];
const of = (language: 'ar' | 'fr', file: (typeof files)[number]): File => sentences[language][file];

const withoutForm = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const isCounted = (key: string) => withoutForm(key) !== key;
const keysOf = (file: File) => [...new Set(Object.keys(file).map(withoutForm))].sort();

/** What may stand for one key: its only text, or all its plural forms. */
const textsOf = (file: File, key: string) => Object.entries(file).filter(([name]) => withoutForm(name) === key);

/** The number may be left out of a form that says it in words, قطعتان, and anything where there is nothing. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => String(name)).filter((name) => name !== 'count');
}

const everySentence = (['ar', 'fr'] as const).flatMap((language) =>
  files.flatMap((file) =>
    Object.entries(of(language, file)).map(([key, text]) => ({
      language,
      name: `${language}/${file}.${key}`,
      file,
      key,
      text,
    })),
  ),
);

/** Pieces that stand within a sentence, and labels and details, whose menu line begins with «رقم». */
const pieces = new Set(
  ['money', 'unitGram', 'unitKilogram', 'unitMillilitre', 'unitLitre', 'pieces', 'amount', 'amountWithTotal'].concat([
    'listMore',
    'listLast',
    'day',
    'dayShort',
    'dayFirst',
    'bundles',
    'timeOnDay',
    'hour',
    'hourWhole',
  ]),
);
const isPiece = (file: string, key: string) =>
  (file === 'common' && pieces.has(withoutForm(key))) ||
  /^(?:label|detail)[A-Z]|(?:Label|Detail)$/.test(withoutForm(key));

describe('the sentences', () => {
  it('are all read: each file of locales/ is in sentences.ts', () => {
    const named = files.flatMap((file) => [`locales/ar/${file}.json`, `locales/fr/${file}.json`]).sort();
    expect(filesOf('locales/*/*.json')).toEqual(named);
  });

  it.each(files)('have the same keys in both languages: %s', (file) => {
    expect(keysOf(of('ar', file))).toEqual(keysOf(of('fr', file)));
  });

  it.each(files)('have the same placeholders in both languages and all forms: %s', (file) => {
    for (const key of keysOf(of('fr', file))) {
      const asked = [...textsOf(of('fr', file), key), ...textsOf(of('ar', file), key)]
        .filter(([name]) => !name.endsWith('_zero'))
        .map(([, text]) => [...new Set(placeholders(text))].sort().join(' '));
      expect({ key, asked: [...new Set(asked)] }).toEqual({ key, asked: asked.slice(0, 1) });
    }
  });

  it.each(files)('have all six Arabic forms, and the French ones, where they are counted: %s', (file) => {
    for (const key of keysOf(of('fr', file))) {
      const forms = (language: 'ar' | 'fr') => textsOf(of(language, file), key).map(([name]) => name);
      if (![...forms('ar'), ...forms('fr')].some(isCounted)) continue;
      expect(forms('ar').sort()).toEqual(arabicForms.map((form) => `${key}_${form}`).sort());
      expect(forms('fr')).toEqual(expect.arrayContaining([`${key}_one`, `${key}_other`]));
    }
  });

  it('say something, on lines without space at their ends', () => {
    const careless = everySentence.filter(({ text }) => text.trim() === '' || /^[ \t]|[ \t]$/m.test(text));
    expect(careless.map(({ name }) => name)).toEqual([]);
  });

  it('leave direction marks and invisible characters to speech', () => {
    const typedIn = everySentence.filter(({ text }) =>
      /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]/.test(text),
    );
    expect(typedIn.map(({ name }) => name)).toEqual([]);
  });

  it('write French in one way: plain spaces, straight apostrophes, a space before : ; ? ! and within « »', () => {
    const uneven = everySentence
      .filter(({ language, key }) => language === 'fr' && key !== 'whichLanguage' && key !== 'otherLanguage')
      .filter(({ text }) => /[\u00A0\u202F’]|[^\s:;?!][:;?!»](?=\s|$)|«\S/.test(text));
    expect(uneven.map(({ name }) => name)).toEqual([]);
  });

  it('begin each Arabic line with an Arabic letter, so that every app reads it from the right', () => {
    const lost = everySentence
      .filter(({ language, file, key }) => language === 'ar' && !isPiece(file, key))
      .flatMap(({ name, text }) => text.split('\n').map((line) => ({ name, line })))
      .filter(({ line }) => line !== '' && !/^[\u0620-\u064A\u066E-\u06D3]/u.test(line))
      // What is for readers of the other language alone is a whole line of that language.
      .filter(({ line }) => /\p{Script=Arabic}|\{\{/u.test(line));
    expect(lost).toEqual([]);
  });
});

describe('the keys of sentences', () => {
  const known = new Set(files.flatMap((file) => keysOf(of('fr', file)).map((key) => `${file}.${key}`)));
  const looksLikeKey = new RegExp(`^(?:${files.join('|')})\\.[A-Za-z][A-Za-z0-9.]*$`);
  /** The trade and its tables have names like keys, and not one sentence. */
  const sources = sourcesOf('src/**/*.ts', 'flows/**/*.ts').filter(
    ({ path }) => !/^src\/(?:trade|database)\//.test(path),
  );
  /** Names that have the form of a key and are something else: reads, commands, notices and states. */
  const others =
    /^(?:shelf\.(?:expected|waiting|ready|collected|complete|stock|count|sold)|orders\.(?:mine|list|one)|cooperative\.away)(?:\.(?:done|refused))?$/;

  const written = sources.flatMap((source) =>
    nodesOf(source).flatMap(([node]) => {
      const text = textOf(node);
      return text !== undefined && looksLikeKey.test(text) ? [{ path: source.path, key: text }] : [];
    }),
  );
  /** `refused.${reason}`: what begins so is used. */
  const beginnings = sources.flatMap((source) =>
    nodesOf(source).flatMap(([node]) => {
      if (node.type !== 'TemplateLiteral' || (node.expressions as readonly Node[]).length === 0) return [];
      const start = textOf((node.quasis as readonly Node[])[0]) ?? '';
      return files.some((file) => start.startsWith(`${file}.`)) ? [start] : [];
    }),
  );

  it('are all there', () => {
    const missing = written.filter(({ key }) => !known.has(key) && !others.test(key));
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(written.map(({ key }) => key));
    const idle = [...known].filter((key) => !used.has(key) && !beginnings.some((start) => key.startsWith(start)));
    expect(idle).toEqual([]);
  });
});
