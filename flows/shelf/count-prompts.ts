import type { Prompt, PromptChoice, PromptSurroundings, Statement } from '../kit.ts';
import { backChoice } from '../staff/lines.ts';
import type { ShelfContext, Units } from './context.ts';
import { meaningLines, meaningOf, strangeLines } from './count-lines.ts';

/** Products on one page of the list. */
const onePage = 20;

/** In the very form in which it is typed back: `3=7`. */
function countLine([product, left]: Units, number: number): Statement {
  const values = { pair: { code: `${number}=${left}` }, product: { product }, unit: { unitOf: product } };
  return { key: 'shelf.countLine', values };
}

function endOf(counts: ShelfContext['counts']): PromptChoice {
  if (counts.length === 0) return { event: 'same', label: { key: 'shelf.countSame' } };
  return { event: 'finish', label: { key: 'shelf.countFinish' } };
}

/** After a word that was not understood: what is kept so far, or how to write it. */
function unclear({ stock, counts }: ShelfContext): Prompt {
  const numbers = new Map(stock.map(([product], index) => [product, index + 1]));
  const kept = counts.map((units) => countLine(units, numbers.get(units[0]) ?? 0));
  return {
    lines:
      kept.length === 0
        ? [{ key: 'shelf.askCountHow' }]
        : [{ key: 'shelf.countKept' }, ...kept, { key: 'shelf.countAgain' }],
    choices: [endOf(counts), { event: 'correct', label: { key: 'shelf.countList' } }, backChoice],
    expects: 'text',
  };
}

function list({ stock, counts, page }: ShelfContext): Prompt {
  const counted = new Map(counts);
  const pages = Math.max(1, Math.ceil(stock.length / onePage));
  const first = (page % pages) * onePage;
  const lines = stock
    .slice(first, first + onePage)
    .map(([product, left], index) => countLine([product, counted.get(product) ?? left], first + index + 1));
  return {
    lines: [
      { key: counts.length === 0 ? 'shelf.askCount' : 'shelf.countSoFar' },
      ...lines,
      { key: 'shelf.askCountHow' },
    ],
    choices: [
      endOf(counts),
      ...(pages > 1 ? [{ event: 'more', label: { key: 'shelf.countMore' } } as const] : []),
      backChoice,
    ],
    expects: 'text',
  };
}

function confirming(context: ShelfContext, { shop }: PromptSurroundings): Prompt {
  return {
    lines: [
      { key: 'shelf.countSo' },
      ...meaningLines(meaningOf(context, shop)),
      ...strangeLines(context),
      { key: 'shelf.countSure' },
    ],
    choices: [
      { event: `counted:${context.count}`, label: { key: 'shelf.countYes' } },
      { event: 'correct', label: { key: 'shelf.countCorrect' } },
    ],
    expects: 'text',
    binding: true,
  };
}

export const countPrompts = { 'count.list': list, 'count.unclear': unclear, 'count.confirming': confirming };
