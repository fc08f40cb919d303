import { describe, expect, it } from 'vitest';
import { type Node, nodesOf, read, sourcesOf } from './sources.ts';

/** The settings as `src/config.ts` reads them: the keys in capitals. */
const settings = sourcesOf('src/config.ts')
  .flatMap(nodesOf)
  .flatMap(([node]) => (node.type === 'Property' ? [String((node.key as Node).name)] : []))
  .filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name));

describe('the settings', () => {
  it('are found', () => {
    expect(settings).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL']));
  });

  it('are all in .env.example, with one line about each, and nothing else is', () => {
    const lines = read('.env.example').split('\n');
    const named = lines.flatMap((line, index) => {
      const [, name] = /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, about: lines[index - 1] ?? '' }];
    });
    expect(named.map(({ name }) => name).sort()).toEqual([...settings].sort());
    expect(named.filter(({ about }) => !/^# \S+ /.test(about))).toEqual([]);
  });

  it('are all explained in the README', () => {
    const readme = read('README.md');
    expect(settings.filter((name) => !readme.includes(`| \`${name}\``))).toEqual([]);
  });

  it('are read in one place', () => {
    const elsewhere = sourcesOf('src/**/*.ts', 'flows/**/*.ts')
      .filter(({ path, text }) => /process\.env\b/.test(text) && !/^src\/(?:main|config)\.ts$|^src\/cli\//.test(path))
      .map(({ path }) => path);
    expect(elsewhere).toEqual([]);
  });
});
