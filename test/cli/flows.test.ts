import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { chartsOf } from '#cli/diagrams/chart.ts';
import { mermaidOf } from '#cli/diagrams/mermaid.ts';
import { pagesOf } from '#cli/diagrams/pages.ts';
import { flows } from '#flows/index.ts';
import { runCommandLine } from '#test/support/world.ts';

const tea = createMachine({
  id: 'tea',
  initial: 'home',
  on: { menu: '.home', thanks: { actions: 'say' } },
  states: {
    home: { on: { make: 'making' } },
    making: {
      initial: 'boiling',
      on: { help: { actions: 'say' } },
      states: {
        boiling: { always: [{ guard: 'isHot', target: 'pouring' }], on: { wait: 'boiling', stop: '#tea.home' } },
        pouring: { on: { full: '#tea.home', spilt: '#tea.home', back: 'boiling' } },
      },
    },
  },
});
const [overview, making] = chartsOf(tea);

describe('a machine, drawn', () => {
  it('shows the outermost states, and the way between them from wherever it begins', () => {
    expect(overview).toEqual({
      path: '',
      initial: 'home',
      states: ['home', 'making'],
      compound: ['making'],
      outside: [],
      arrows: [
        { from: 'home', to: 'making', events: ['make'] },
        { from: 'making', to: 'home', events: ['stop', 'full', 'spilt'] },
      ],
      everywhere: [
        { event: 'menu', to: 'home' },
        { event: 'thanks', to: '' },
      ],
    });
  });

  it('shows each state from within, with the states of elsewhere that it leads to', () => {
    expect(mermaidOf(making ?? raise(), (state) => state === 'making.boiling').split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "making.boiling" as making_boiling',
      '  state "making.pouring" as making_pouring',
      '  state "home" as home',
      '  [*] --> making_boiling',
      '  making_boiling --> making_pouring : [isHot]',
      '  making_boiling --> making_boiling : wait',
      '  making_boiling --> home : stop',
      '  making_pouring --> home : full, spilt',
      '  making_pouring --> making_boiling : back',
      '  classDef passing stroke-dasharray:4 4',
      '  class making_boiling passing',
      '  classDef outside opacity:0.6',
      '  class home outside',
    ]);
    expect(making?.everywhere).toEqual([{ event: 'help', to: '' }]);
  });

  it('spreads many events over several arrows', () => {
    const events = ['onceUponATime', 'inAFarCountry', 'thereWasAWoman', 'whoMadeTea', 'forEverybody'];
    const chart = { ...(making ?? raise()), arrows: [{ from: 'making.boiling', to: 'home', events }] };
    const arrows = mermaidOf(chart, () => false).match(/--> home : .*/g);
    expect(arrows).toEqual([
      '--> home : onceUponATime, inAFarCountry, thereWasAWoman, whoMadeTea',
      '--> home : forEverybody',
    ]);
  });
});

function raise(): never {
  throw new Error('the machine has no such chart');
}

/** What Mermaid is certain to read: a small part of its grammar, line by line. */
const name = '[a-zA-Z]\\w*';
const grammar = new RegExp(
  `^(?: {2}(?:${[
    `state "[\\w.]+" as ${name}`,
    `\\[\\*\\] --> ${name}`,
    `${name} --> ${name}(?: : [\\w.,\\[\\] ]+)?`,
    `classDef ${name} [a-z-]+:[\\d. ]+`,
    `class ${name}(?:,${name})* ${name}`,
  ].join('|')}))$`,
);
const reserved = /^(?:state|class|classDef|note|end|default|direction|as|fork|join|choice|scale|hide)$/;

describe('the pages of docs/flows', () => {
  const pages = pagesOf(Object.values(flows));
  const diagrams = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/```mermaid\n([^`]*)\n```/g)].map(([, source = '']) => ({ file, source })),
  );

  it('are what the machines say: written anew by bladi flows', async () => {
    const directory = new URL('../../docs/flows/', import.meta.url);
    const written = await Promise.all(
      pages.map(async ({ file }) => [file, await readFile(new URL(file, directory), 'utf8')]),
    );
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(pages.map(({ file, text }) => [file, text])));
  });

  it('are one for each conversation, and an index', () => {
    expect(pages.map(({ file }) => file)).toEqual([
      'README.md',
      ...['customer.md', 'cooperative.md', 'distributor.md', 'shelf.md', 'volunteer.md'],
    ]);
  });

  it('hold diagrams that Mermaid can read', () => {
    const unclear = diagrams.flatMap(({ file, source }) => {
      const [head, ...lines] = source.split('\n');
      return [head === 'stateDiagram-v2' ? '' : head, ...lines.filter((line) => !grammar.test(line))]
        .filter(Boolean)
        .map((line) => `${file}: ${line}`);
    });
    expect(diagrams.length).toBeGreaterThan(pages.length);
    expect(unclear).toEqual([]);
  });

  it('name every state once, by no word of Mermaid, and draw no arrow to one without a name', () => {
    for (const { file, source } of diagrams) {
      const named = [...source.matchAll(/^ {2}state ".*" as (\w+)$/gm)].map(([, state]) => state ?? '');
      const drawn = [...source.matchAll(/^ {2}(?:(\w+)|\[\*\]) --> (\w+)/gm)].flatMap(([, from, to]) => [from, to]);
      expect(new Set(named).size, file).toBe(named.length);
      expect(
        drawn.filter((state) => state !== undefined && !named.includes(state)),
        file,
      ).toEqual([]);
      expect(
        named.filter((state) => reserved.test(state)),
        file,
      ).toEqual([]);
    }
  });
});

describe('bladi flows', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bladi-flows-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('explains itself', async () => {
    const { status, output } = await runCommandLine(['flows', '--help']);
    expect([status, output]).toEqual([0, expect.stringContaining('Usage: bladi flows')]);
  });

  it('says which pages are not there, writes them, and is content', async () => {
    const check = ['flows', '--check', '--to', directory];
    const before = await runCommandLine(check);
    expect([before.status, before.errors]).toEqual([1, expect.stringContaining('README.md, customer.md')]);
    expect((await runCommandLine(['flows', '--to', directory])).status).toBe(0);
    expect((await runCommandLine(check)).status).toBe(0);
    await writeFile(join(directory, 'shelf.md'), 'another story');
    const after = await runCommandLine(check);
    expect([after.status, after.errors]).toEqual([1, expect.stringMatching(/: shelf\.md\./)]);
  });
});
