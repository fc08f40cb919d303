import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Incoming, Outgoing } from '#channels/channel.ts';
import { type SimulatorStub, startSimulatorStub } from '#test/support/simulator-stub.ts';
import { runCommandLine } from '#test/support/world.ts';

// Processes of other tests keep the machine busy meanwhile.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let directory: string;
let stub: SimulatorStub;
let server: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bladi-cli-'));
  stub = await startSimulatorStub({ answer });
  server = { PORT: new URL(stub.url).port, HOST: '127.0.0.1' };
});
afterAll(async () => {
  await stub.stop();
  await rm(directory, { recursive: true });
});

const told = (body: string): Outgoing => ({ language: 'fr', body, choices: [] });

function answer(incoming: Incoming): Outgoing[] {
  if (incoming.kind === 'choice') return [told(`choix ${incoming.choice}`)];
  if (incoming.kind !== 'text') return [told('lieu')];
  return [told(`Commande \u2066A7H4\u2069, code 4821, 1500 DH : ${incoming.text}`)];
}

describe('the command line', () => {
  it('lists its commands', async () => {
    const ended = await runCommandLine(['--help']);
    expect(ended.status).toBe(0);
    for (const name of ['serve', 'chat', 'play']) expect(ended.output).toContain(`\n  ${name}`);
  });

  for (const name of ['serve', 'chat', 'play']) {
    it(`explains ${name}`, async () => {
      const ended = await runCommandLine([name, '--help']);
      expect([ended.status, ended.output]).toEqual([0, expect.stringContaining(`Usage: bladi ${name}`)]);
    });
  }

  const mistakes: [string, string[], number, RegExp][] = [
    ['no command', [], 2, /^Usage/],
    ['an unknown command', ['dance'], 2, /no command "dance"/],
    ['a name every object has', ['constructor'], 2, /no command/],
    ['an unknown option', ['chat', '--nope'], 2, /--nope/],
    ['an unknown language', ['chat', '--lang', 'de'], 2, /ar or fr/],
    ['no file to play', ['play'], 2, /name of a file/],
    ['a file that is not there', ['play', '/nowhere.txt'], 2, /cannot be read/],
    ['a setting that is wrong', ['serve'], 1, /PORT/],
  ];
  for (const [what, args, status, sentence] of mistakes) {
    it(`says in one sentence what is wrong with ${what}`, async () => {
      const ended = await runCommandLine(args, [], { PORT: 'many' });
      expect(ended.status).toBe(status);
      expect(ended.errors).toMatch(sentence);
      expect(ended.errors).not.toContain('    at ');
      if (args.length > 0) expect(ended.errors.trimEnd().split('\n')).toHaveLength(1);
    });
  }
});

describe('chatting', () => {
  it('sends what is typed to the running server and prints what is said', async () => {
    const ended = await runCommandLine(
      ['chat', '--as', 'amina', '--lang', 'fr'],
      ['bonjour', '[location 32.2, -8.3]'],
      server,
    );
    expect(ended).toMatchObject({ status: 0, errors: '' });
    expect(stub.admitted).toMatchObject([
      { kind: 'choice', choice: 'language:fr' },
      { kind: 'text', text: 'bonjour' },
      { kind: 'location', latitude: 32.2, longitude: -8.3 },
    ]);
    expect(ended.output).toContain('choix language:fr');
  });

  it('writes down what was said, with changing values named, on every phone', async () => {
    const file = join(directory, 'saved.txt');
    await runCommandLine(['chat', '--as', 'salma', '--save', file], ['un', '@cooperative:nour', '4821'], server);
    expect(await readFile(file, 'utf8')).toBe(
      [
        '@salma',
        '> un',
        '< Commande {number}, code {code}, 1500 DH : un',
        '',
        '@cooperative:nour',
        '> {code}',
        '< Commande {number}, code {code}, 1500 DH : {code}',
        '',
      ].join('\n'),
    );
  });

  it('says that nobody has the name of a cooperative', async () => {
    const ended = await runCommandLine(['chat', '--as', 'cooperative:atlantis'], [], server);
    expect([ended.status, ended.errors]).toEqual([2, expect.stringContaining('atlantis')]);
  });
});

describe('playing', () => {
  it('names the line that is no line of a transcript', async () => {
    const file = join(directory, 'broken.txt');
    await writeFile(file, '@amina\n> bonjour\nBonjour');
    const ended = await runCommandLine(['play', file]);
    expect([ended.status, ended.errors]).toEqual([2, expect.stringContaining('broken.txt:3')]);
  });

  it('shows what is said otherwise', { timeout: 60_000 }, async () => {
    const file = join(directory, 'other.txt');
    await writeFile(file, '@amina\n> bonjour\n< Bonsoir\n');
    const ended = await runCommandLine(['play', file]);
    expect(ended.status).toBe(1);
    expect(ended.errors).toContain('other.txt:3');
    expect(ended.errors).toContain('- Bonsoir');
    expect(ended.errors).toContain('+ Bonjour');
  });
});
