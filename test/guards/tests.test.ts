import { describe, expect, it } from 'vitest';
import { type Node, nodesOf, placeOf, sourcesOf } from './sources.ts';

const tests = sourcesOf('test/**/*.ts');

/** Calls by their dotted name: `vi.mock`, `it.skip`, `setTimeout`. */
const calls = tests.flatMap((source) =>
  nodesOf(source)
    .filter(([node]) => node.type === 'CallExpression')
    .map(([node]) => ({ name: nameOf(node.callee as Node), node, place: placeOf(source, node) })),
);

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return String(callee.name);
  if (callee.type === 'CallExpression') return nameOf(callee.callee as Node);
  if (callee.type !== 'MemberExpression') return '';
  return `${nameOf(callee.object as Node)}.${String((callee.property as Node).name ?? '')}`;
}

function named(pattern: RegExp): string[] {
  return calls.filter(({ name }) => pattern.test(name)).map(({ name, place }) => `${place} ${name}`);
}

describe('the tests', () => {
  it('replace no modules and spy on nothing', () => {
    expect(named(/^vi\.(?:mock|doMock|hoisted|fn|spyOn|stub\w*|mocked|useFakeTimers)$/)).toEqual([]);
  });

  it('are all run', () => {
    expect(named(/^(?:it|test|describe|suite)\b.*\.(?:skip|skipIf|runIf|only|todo|fails)\b/)).toEqual([]);
    expect(named(/^x(?:it|describe|test)$/)).toEqual([]);
  });

  it('wait for states, never for time', () => {
    const sleeps = calls.filter(({ name, node }) => {
      const [first] = node.arguments as readonly Node[];
      // A promise that only a timer settles: `new Promise((resolve) => setTimeout(resolve, 50))`.
      return name.endsWith('setTimeout') && first?.type === 'Identifier' && /resolve|done|ok/.test(String(first.name));
    });
    const timers = tests.filter(({ imports }) => imports.some(({ from }) => from.endsWith('timers/promises')));
    // One place looks again after a moment, because what it waits for cannot tell; the other plays a worker's slow work.
    const may = /^test\/support\/(?:until|chat-worker)\.ts/;
    expect(sleeps.map(({ place }) => place).filter((place) => !may.test(place))).toEqual([]);
    expect(timers.map(({ path }) => path).filter((path) => !may.test(path))).toEqual([]);
  });

  it('say what happens, and not what ought to', () => {
    const names = calls
      .filter(({ name }) => /^(?:it|test|describe)(?:\.each|\.for)?$/.test(name))
      .map(({ node, place }) => ({ place, title: String((node.arguments as readonly Node[])[0]?.value ?? '') }));
    expect(names.filter(({ title }) => /\bshould\b/i.test(title))).toEqual([]);
  });
});
