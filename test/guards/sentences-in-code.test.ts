import { describe, expect, it } from 'vitest';
import { type Node, nodesOf, placeOf, type Source, sourcesOf, textOf } from './sources.ts';

/** The rooms that say nothing but what people who chat will read; elsewhere operators are spoken to, in English. */
const spokenRooms = ['flows/**/*.ts', 'src/speech/**/*.ts'];
/** A language is called by its own name whatever the page's language; so is the house. */
const ownNames = new Set(['Français', 'العربية', 'بلادي', 'Bladi']);

interface Text {
  readonly text: string;
  readonly place: string;
  readonly within: readonly Node[];
}

function textsOf(source: Source): Text[] {
  return nodesOf(source).flatMap(([node, within]) => {
    const text = textOf(node)
      ?.replace(/<[^>]*>?/g, ' ')
      .trim();
    return text === undefined ? [] : [{ text, place: placeOf(source, node), within }];
  });
}

/** Said to whoever runs or repairs the system: errors, log lines, SQL. */
function isForOperators({ within }: Text): boolean {
  return within.some((node) => {
    if (node.type === 'ThrowStatement' || node.type === 'TaggedTemplateExpression') return true;
    if (node.type === 'NewExpression') return /Error$/.test(String((node.callee as Node).name));
    if (node.type !== 'CallExpression') return false;
    const callee = node.callee as Node;
    return callee.type === 'MemberExpression' && logLevels.has(String((callee.property as Node).name));
  });
}

const logLevels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);

const arabicWord = /\p{Script=Arabic}{2,}/u;
const frenchWord = /\p{L}*[àâçéèêëîïôùûœ]\p{L}*/iu;
/** Three words in a row. */
const prose = /\p{L}{2,}[,']? \p{L}{1,}[,']? \p{L}{2,}/u;

describe('code', () => {
  it('holds no Arabic and no French: sentences live in locales/, words to understand in vocabulary/', () => {
    const written = sourcesOf('src/**/*.ts', 'flows/**/*.ts')
      .flatMap(textsOf)
      .filter(({ text }) => !text.split(/\s+/).every((word) => ownNames.has(word)) && !text.includes('\\p{'))
      .filter((one) => arabicWord.test(one.text) || (frenchWord.test(one.text) && !isForOperators(one)));
    expect(written.map(({ place, text }) => `${place} ${text}`)).toEqual([]);
  });

  it('holds no prose where texts reach people who chat', () => {
    const written = sourcesOf(...spokenRooms)
      .flatMap(textsOf)
      .filter((one) => prose.test(one.text) && !isForOperators(one));
    expect(written.map(({ place, text }) => `${place} ${text}`)).toEqual([]);
  });
});
