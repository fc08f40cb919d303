import { describe, expect, it } from 'vitest';
import { flows } from '#flows/index.ts';
import type { Prompt, Statement, Value } from '#flows/kit.ts';
import { sentences } from '#locales/sentences.ts';
import { offeredBy } from '#speech/speech.ts';
import { sampleShop } from '#test/support/shop.ts';
import { samplesFor } from './samples.ts';
import { deadEnds, walk } from './walk.ts';

const around = { shop: sampleShop, now: Date.UTC(2026, 10, 23, 9), today: '2026-11-23', freshId: 'fresh' };
const languages = ['ar', 'fr'] as const;

/** Every form of a sentence in a language: one, or its plural forms. */
function formsOf(key: string, language: 'ar' | 'fr'): readonly string[] {
  const [file = '', name = ''] = key.split('.');
  const table: Readonly<Record<string, string>> = { ...(sentences[language] as Record<string, object>)[file] };
  const plain = table[name];
  if (plain !== undefined) return [plain];
  return ['zero', 'one', 'two', 'few', 'many', 'other'].flatMap((form) => table[`${name}_${form}`] ?? []);
}

/** What is wrong with a statement, in either language. */
function faultsOf({ key, values = {} }: Statement): readonly string[] {
  const nested = Object.values(values).flatMap(faultsWithin);
  return nested.concat(
    languages.flatMap((language) => {
      const forms = formsOf(key, language);
      if (forms.length === 0) return [`${language} ${key} is missing`];
      if (forms.length > 1 && typeof values.count !== 'number') return [`${language} ${key} needs a count`];
      const wanted = forms.flatMap((form) => [...form.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''));
      return wanted.filter((name) => !(name in values)).map((name) => `${language} ${key} needs ${name}`);
    }),
  );
}

/** Of the sentences that stand within another. */
function faultsWithin(value: Value): readonly string[] {
  if (typeof value === 'number') return [];
  if ('list' in value) return value.list.flatMap(faultsWithin);
  return 'sentence' in value ? faultsOf({ key: value.sentence, values: value.values ?? {} }) : [];
}

function statementsOf({ lines, choices, after = [], again = [] }: Prompt): readonly Statement[] {
  return [
    ...lines,
    ...after,
    ...again,
    ...choices.flatMap(({ label, detail }) => (detail ? [label, detail] : [label])),
  ];
}

/** Labels that are whole sentences of ours; names of products are cut by speech. */
function longLabels({ choices }: Prompt): readonly string[] {
  return choices.flatMap(({ label }) =>
    languages.flatMap((language) =>
      formsOf(label.key, language).filter((form) => !form.includes('{{') && form.length > 24),
    ),
  );
}

for (const flow of Object.values(flows)) {
  describe(`the conversation with the ${flow.name}, walked through`, () => {
    const situations = walk(flow, around, samplesFor(flow.name));
    const all = [...situations.values()];
    const asked = all.filter(({ isPending }) => !isPending);

    it('has a question wherever it waits', () => {
      expect(all.filter(({ prompt }) => prompt === undefined).map(({ path }) => path)).toEqual([]);
    });

    it('reaches each of its questions', () => {
      const reached = new Set(all.map(({ path }) => path));
      expect(Object.keys(flow.prompts).filter((path) => !reached.has(path))).toEqual([]);
    });

    it('leads home from everywhere', () => {
      expect(deadEnds(situations, (path) => path === 'home')).toEqual([]);
    });

    it('does something with every choice it offers', () => {
      expect(asked.flatMap(({ path, dead }) => dead.map((event) => `${path}: ${event}`))).toEqual([]);
    });

    it('offers ten choices at most, under digits of their own', () => {
      for (const { path, prompt } of all) {
        const digits = prompt ? offeredBy(prompt).map(([digit]) => digit) : [];
        expect(digits.length, path).toBeLessThanOrEqual(10);
        expect(new Set(digits).size, path).toBe(digits.length);
      }
    });

    it('can always be answered by a digit', () => {
      expect(asked.filter(({ prompt }) => prompt?.choices.length === 0).map(({ path }) => path)).toEqual([]);
    });

    it('offers events that fit a button', () => {
      const events = asked.flatMap(({ prompt }) => prompt?.choices.map(({ event }) => event) ?? []);
      expect(events.filter((event) => Buffer.byteLength(event) > 64)).toEqual([]);
    });

    it('finds all it says in both languages, with the values that are needed', () => {
      const told = all.flatMap(({ prompt, said }) => [...(prompt ? statementsOf(prompt) : []), ...said]);
      const distinct = new Map(told.map((statement) => [JSON.stringify(statement), statement]));
      expect([...new Set([...distinct.values()].flatMap(faultsOf))]).toEqual([]);
    });

    it('keeps its labels short', () => {
      expect([...new Set(all.flatMap(({ prompt }) => (prompt ? longLabels(prompt) : [])))]).toEqual([]);
    });
  });
}
