/** The cooperative's own products: what customers see of each, and how to change it. */
import type { CommandRequest } from '../kit.ts';
import { undoLines } from '../staff/answers.ts';
import { busyEvents } from '../staff/desk.ts';
import { say } from '../staff/say.ts';
import { type ListedProduct, listedProduct } from './context.ts';
import { hidingOn } from './off-sale.ts';
import { changedLine } from './product-lines.ts';
import { type Asked, chosen, cooperative } from './setup.ts';

const { assign } = cooperative;

export const keepProducts = assign(({ event }) =>
  event.type === 'products.mine.done' ? { products: event.answer.map(listedProduct) } : {},
);
const firstPage = assign({ page: 1 });
const turnPage = assign(({ event }) => ({ page: Math.max(1, Math.trunc(Number(chosen(event))) || 1) }));
const showProduct = assign(({ event }) => ({ product: chosen(event) }));

/** The list as it will be when the change is recorded; it is read again whenever it is shown. */
function changing(changed: (row: ListedProduct, event: Asked['event']) => ListedProduct) {
  return assign(({ context: { product, products }, event }) => ({
    products: products.map((row) => (row[0] === product ? changed(row, event) : row)),
  }));
}

const sell = changing(([product, , left]) => [product, false, left]);
const hide = changing(([product, , left]) => [product, true, left]);
const countLeft = changing(([product, isOff], event) => [product, isOff, Number(chosen(event))]);
const countNone = changing(([product, isOff]) => [product, isOff, 0]);
const onDemand = changing(([product, isOff]) => [product, isOff, null]);

const shown = ({ product, products }: Asked['context']) => products.find(([code]) => code === product);

const recordSwitch = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => {
    const [product = '', isOff = false] = shown(context) ?? [];
    return { name: 'product.switch', input: { product, isOff } };
  },
} as const;

const recordStock = {
  type: 'command',
  params: ({ context }: Asked): CommandRequest => {
    const [product = '', , left = null] = shown(context) ?? [];
    return { name: 'product.stock', input: { product, left } };
  },
} as const;

const tellChanged = {
  type: 'tell',
  params: ({ context, event }: Asked) => {
    const row = shown(context);
    if (row === undefined || (event.type !== 'product.switch.done' && event.type !== 'product.stock.done')) return [];
    return [changedLine(row), ...undoLines(event.answer.undoUntil, event.now)];
  },
} as const;

const old = { actions: say('staff.oldQuestion') } as const;
const listed = { guard: 'isListed', target: '.recording' } as const;
/** The list is shown again as it is now, unless a question waits. */
const changed = [
  { guard: 'hasQueue', target: '.resting', actions: tellChanged },
  { guard: 'hasOpen', target: '.resting', actions: tellChanged },
  { target: '.products', actions: tellChanged },
] as const;

export const productEvents = cooperative.createStateConfig({
  on: {
    products: { target: '.products', actions: firstPage },
    page: { target: '.products', actions: turnPage },
    product: { target: '.products.opening', actions: showProduct },
    sell: [{ ...listed, actions: [showProduct, sell, recordSwitch] }, old],
    hide: [{ ...listed, actions: [showProduct, hide, recordSwitch] }, old],
    onDemand: [{ ...listed, actions: [showProduct, onDemand, recordStock] }, old],
    nothingLeft: [{ ...listed, actions: [showProduct, countNone, recordStock] }, old],
    count: [{ guard: 'isListed', target: '.products.counting', actions: showProduct }, old],
    'product.switch.done': [...hidingOn, ...changed],
    'product.stock.done': changed,
  },
});

export const products = cooperative.createStateConfig({
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'read', params: { name: 'products.mine', input: undefined } },
      on: {
        'products.mine.done': [
          { guard: 'isEmpty', target: '#cooperative.resting', actions: say('cooperative.noProducts') },
          { target: 'list', actions: keepProducts },
        ],
      },
    },
    list: {},
    opening: {
      entry: { type: 'read', params: { name: 'products.mine', input: undefined } },
      on: {
        'products.mine.done': [
          { guard: 'isOwnProduct', target: 'one', actions: keepProducts },
          { target: '#cooperative.resting', actions: say('cooperative.notOwnProduct') },
        ],
      },
    },
    one: {
      on: { back: 'reading' },
    },
    counting: {
      on: {
        ...busyEvents,
        number: { target: '#cooperative.recording', actions: [countLeft, recordStock] },
        back: 'one',
      },
    },
  },
});
