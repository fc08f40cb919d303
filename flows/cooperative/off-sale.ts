/** What a cooperative has refused because there is none of it: it is asked whether customers shall still see it. */
import type { CommandRequest, Prompt } from '../kit.ts';
import { notedLines, undoLines } from '../staff/answers.ts';
import { say } from '../staff/say.ts';
import { type Asked, cooperative } from './setup.ts';

const { assign } = cooperative;

/** The products of the part on view; those that are off sale already need no question. */
export const keepMissing = assign(({ context: { part }, event: { shop } }) => {
  const isSold = (product: string) => (shop.products.get(product)?.stock.kind ?? 'out') !== 'out';
  const products = (part?.lines ?? []).map(({ product }) => product).filter(isSold);
  return { missing: part === null || products.length === 0 ? null : { order: part.order, products }, hiding: [] };
});

export const forgetMissing = assign({ missing: null, hiding: [] });
const beginHiding = assign(({ context: { missing } }) => ({ hiding: missing?.products ?? [], missing: null }));
const hidden = assign(({ context: { hiding } }) => ({ hiding: hiding.slice(1) }));

/** One after the other: each is an answer of its own, which can be taken back. */
const hideNext = {
  type: 'command',
  params: ({ context: { hiding } }: Asked): CommandRequest => ({
    name: 'product.switch',
    input: { product: hiding[0] ?? '', isOff: true },
  }),
} as const;

const offerToHide = {
  type: 'aside',
  params: ({ context: { missing } }: Asked): Prompt => {
    const { order = '', products = [] } = missing ?? {};
    const values = { products: { list: products.map((product) => ({ product })) } };
    return {
      lines: [{ key: 'cooperative.askOffSale', values }],
      choices: [
        { event: `offSale:${order}`, label: { key: 'cooperative.labelOffSale' } },
        { event: 'onSale', label: { key: 'cooperative.labelOnSale' } },
      ],
    };
  },
} as const;

const tellHidden = {
  type: 'tell',
  params: ({ context, event }: Asked) => {
    const [product = '', ...more] = context.hiding;
    if (event.type !== 'product.switch.done') return [];
    const line = { key: 'cooperative.nowHidden', values: { product: { product } } } as const;
    return more.length > 0 ? [line] : [line, ...undoLines(event.answer.undoUntil, event.now)];
  },
} as const;

const tellRefused = {
  type: 'tell',
  params: ({ event }: Asked) => (event.type === 'part.refuse.done' ? notedLines(['cooperative.refused'], event) : []),
} as const;

/** Before what a switch otherwise leads to. */
export const hidingOn = [
  { guard: 'isHidingMore', target: '.recording', actions: [tellHidden, hidden, hideNext] },
  { guard: 'isHiding', target: '.resting', actions: [tellHidden, hidden] },
] as const;

export const offSaleEvents = cooperative.createStateConfig({
  on: {
    offSale: [
      { guard: 'isAboutMissing', target: '.recording', actions: [beginHiding, hideNext] },
      { actions: say('staff.oldQuestion') },
    ],
    onSale: { actions: [forgetMissing, 'handled'] },
    'part.refuse.done': [
      { guard: 'isMissing', target: '.resting', actions: [tellRefused, offerToHide] },
      { target: '.resting', actions: tellRefused },
    ],
  },
});
