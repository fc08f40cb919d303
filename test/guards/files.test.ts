import { describe, expect, it } from 'vitest';
import { nodesOf, placeOf, type Source, sourcesOf } from './sources.ts';

const house = sourcesOf('src/**/*.ts', 'flows/**/*.ts', 'examples/**/*.ts');
const everything = [...house, ...sourcesOf('test/**/*.ts', 'bench/**/*.ts', 'locales/*.ts', '*.ts')];

const lengthOf = (source: Source) => source.text.trimEnd().split('\n').length;

function longerThan(most: number, sources: readonly Source[]): string[] {
  return sources.filter((one) => lengthOf(one) > most).map((one) => `${one.path} has ${lengthOf(one)} lines`);
}

/** Every node of these types, where it stands. */
function found(sources: readonly Source[], ...types: readonly string[]): string[] {
  return sources.flatMap((source) =>
    nodesOf(source)
      .filter(([node]) => types.includes(node.type))
      .map(([node]) => `${placeOf(source, node)} ${node.type}`),
  );
}

describe('the files of the house', () => {
  it('are short: half of them within 100 lines, nine in ten within 250', () => {
    const lengths = house.map(lengthOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(250);
  });

  it('are split before they reach 400 lines, tests too', () => {
    expect(longerThan(400, everything)).toEqual([]);
  });

  it('hold machines of at most 200 lines', () => {
    expect(longerThan(200, sourcesOf('flows/**/machine.ts', 'flows/**/*-machine.ts'))).toEqual([]);
  });

  it('give reasons and do not narrate: comments are at most three lines in twenty', () => {
    const comments = house.reduce(
      (lines, source) =>
        lines +
        source.comments.reduce((sum, { start, end }) => sum + source.text.slice(start, end).split('\n').length, 0),
      0,
    );
    const lines = house.reduce((sum, source) => sum + lengthOf(source), 0);
    expect(comments / lines).toBeLessThanOrEqual(0.15);
  });
});

describe('the language of the house', () => {
  it('has no any', () => {
    expect(found(everything, 'TSAnyKeyword')).toEqual([]);
  });

  it('has nothing that must be compiled: no enums, namespaces, parameter properties or import assignments', () => {
    expect(
      found(everything, 'TSEnumDeclaration', 'TSParameterProperty', 'TSImportEqualsDeclaration', 'TSExportAssignment'),
    ).toEqual([]);
  });

  it('silences neither the compiler nor the linter without a reason', () => {
    const silenced = everything.flatMap((source) =>
      source.comments
        .map(({ start, end }) => ({ start, text: source.text.slice(start, end) }))
        .filter(({ text }) => /@ts-(?:ignore|nocheck|expect-error)|biome-ignore (?!\S+: \S+ \S+ \S+)/.test(text))
        .map((comment) => `${placeOf(source, comment)} ${comment.text}`),
    );
    expect(silenced).toEqual([]);
  });

  it('has default exports only where a tool asks for one', () => {
    expect(found([...house, ...sourcesOf('bench/**/*.ts')], 'ExportDefaultDeclaration')).toEqual([]);
  });
});
