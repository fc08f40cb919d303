import { describe, expect, it } from 'vitest';
import { nodesOf, placeOf, sourcesOf, textOf } from './sources.ts';

const sources = sourcesOf(
  'src/**/*.ts',
  'flows/**/*.ts',
  'examples/**/*.ts',
  'test/**/*.ts',
  'bench/**/*.ts',
  '*.ts',
).filter(({ path }) => !path.startsWith('test/guards/'));

/** Names of vocabularies, and a link that people may open on their phones: nobody here fetches them. */
const names = /^(?:www\.w3\.org|json-schema\.org|maps\.google\.com|www\.google\.com)$/;
const address = /\b(?:https?|wss?|redis|rediss|postgres|postgresql):\/\/(?:[^\s/@'"`]*@)?([A-Za-z0-9.-]+)/g;
const loopback = /^(?:127\.\d+\.\d+\.\d+|[a-z-]+|[a-z-]+\.(?:test|invalid|example)|example\.(?:com|org))$/;

describe('nothing leaves the machine by itself', () => {
  it('names no address beyond loopback in code or tests', () => {
    const abroad = sources.flatMap((source) =>
      nodesOf(source).flatMap(([node]) => {
        const text = textOf(node);
        if (text === undefined) return [];
        return (
          [...text.matchAll(address)]
            .filter(([, host]) => !loopback.test(host ?? '') && !names.test(host ?? ''))
            // `redis://user:${password}@…`: the host comes later.
            .filter(({ 0: found, index }) => !/^:(?!\d)/.test(text.slice(index + found.length)))
            .map(([found]) => `${placeOf(source, node)} ${found}`)
        );
      }),
    );
    expect(abroad).toEqual([]);
  });

  it('listens to this machine alone unless HOST says otherwise', () => {
    const open = sources.flatMap((source) =>
      nodesOf(source)
        .filter(([node]) => node.type === 'Literal' && (node.value === '0.0.0.0' || node.value === '::'))
        .map(([node]) => placeOf(source, node)),
    );
    expect(open).toEqual([]);
  });
});
