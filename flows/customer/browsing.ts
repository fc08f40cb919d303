/** Looking around: categories, lists, one product. */
import { assign } from 'xstate';
import type { Statement } from '../kit.ts';
import { mostUnits, quantityOf, unitsLeft, withQuantity } from './basket-lines.ts';
import type { CustomerContext } from './context.ts';
import type { CustomerEvent } from './events.ts';
import { slugOf, wantedAmount } from './guards.ts';
import { say, tell } from './saying.ts';
import { customer } from './setup.ts';

/** The page that a list's choice names; the first when it names none. */
export function pageOf(value: string | undefined): number {
  const page = Number(value?.slice(value.indexOf('/') + 1));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

export const openPage = customer.assign(({ event }) => ({
  page: pageOf('value' in event ? String(event.value) : undefined),
}));

const openList = customer.assign(({ event }): Partial<CustomerContext> => {
  if (event.type !== 'category' && event.type !== 'onShelf' && event.type !== 'province') return {};
  const [slug] = event.value.split('/');
  return { list: `${event.type}:${slug}`, page: event.value.includes('/') ? pageOf(event.value) : 1 };
});

const addLine = customer.assign(({ context, event }): Partial<CustomerContext> => {
  const wanted = wantedAmount({ context, event });
  const product = wanted && event.shop.products.get(wanted.code);
  if (!wanted || !product) return {};
  const quantity = quantityOf(context.lines, wanted.code) + wanted.quantity;
  return {
    lines: withQuantity(context.lines, product, quantity),
    added: [wanted.code, wanted.quantity],
    removed: undefined,
  };
});

function noted(context: CustomerContext, { shop }: CustomerEvent): readonly Statement[] {
  const [code, quantity] = context.added ?? ['', 0];
  const product = shop.products.get(code);
  if (!product) return [];
  const values = { product: { product: code }, amount: { amountOf: code, quantity } };
  const price = { money: product.price * quantity };
  if (product.cooperative === undefined) return [{ key: 'customer.notedBundle', values: { ...values, price } }];
  return [{ key: 'customer.noted', values: { ...values, price, cooperative: { cooperative: product.cooperative } } }];
}

/** Why this quantity cannot be had. */
export function whyNot(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const wanted = wantedAmount({ context, event });
  const product = wanted && event.shop.products.get(wanted.code);
  if (!wanted) return [{ key: 'customer.quantityWrong' }];
  if (!product) return [{ key: 'common.refused_productGone' }];
  const left = unitsLeft(event.shop, product);
  if (left === 0) return [{ key: 'customer.noMore' }];
  if (left < mostUnits && quantityOf(context.lines, product.code) + wanted.quantity > left)
    return [{ key: 'customer.onlyLeft', values: { amount: { amountOf: product.code, quantity: left } } }];
  return [{ key: 'customer.quantityMost' }];
}

/** A number below nought, said as such and not as something not understood. */
export const noQuantity = { guard: 'isBelowNought', actions: say('customer.quantityWrong') } as const;

export const adding = [addLine, tell(noted)];

/** What opens a list or a product from anywhere, an old menu included. */
export const browsingEvents = customer.createStateConfig({
  on: {
    products: { target: '.products', actions: openPage },
    category: { guard: 'isCategory', target: '.list', actions: openList },
    onShelf: { guard: 'isOnShelf', target: '.list', actions: openList },
    province: { guard: 'isProvince', target: '.list', actions: openList },
    product: [
      {
        guard: 'isProduct',
        target: '.card',
        actions: assign({ product: ({ event }) => event.value }),
      },
      { actions: say('common.refused_productGone') },
    ],
    otherAmount: {
      guard: 'isProduct',
      target: '.otherAmount',
      actions: assign({ product: ({ event }) => event.value }),
    },
    add: [{ guard: 'canAdd', target: '.basket', actions: adding }, { actions: tell(whyNot) }],
    relative: {
      target: '.products',
      actions: [assign({ receiver: {}, page: 1 }), say('customer.relativeStart')],
    },
  },
});

const settleWelcome = customer.assign({ owesWelcome: undefined });

export const products = customer.createStateConfig({ on: { back: 'home' } });

export const list = customer.createStateConfig({
  exit: settleWelcome,
  on: {
    // Whoever looked at a province comes back to it.
    cooperative: {
      guard: 'isCooperative',
      target: 'cooperative',
      actions: assign(({ context, event }) => ({
        ...{ maker: slugOf(event.value), page: 1 },
        ...{ among: context.list, list: `cooperative:${slugOf(event.value)}` },
      })),
    },
    back: [
      { guard: 'isPlaceList', target: 'places', actions: assign({ page: 1 }) },
      { target: 'products', actions: assign({ page: 1 }) },
    ],
  },
});

export const card = customer.createStateConfig({
  exit: settleWelcome,
  on: {
    number: [{ guard: 'canAdd', target: 'basket', actions: adding }, { actions: tell(whyNot) }],
    text: noQuantity,
    cooperative: {
      guard: 'isCooperative',
      target: 'cooperative',
      actions: assign(({ context, event }) => ({ ...leftList(context, event.value), page: 1 })),
    },
    back: [
      {
        guard: 'isCooperativeList',
        target: 'cooperative',
        actions: assign(({ context }) => ({ maker: context.list?.split(':')[1] })),
      },
      { guard: 'hasList', target: 'list' },
      { target: 'products', actions: assign({ page: 1 }) },
    ],
  },
});

/** The list under a card stays where it is, so that going back from its cooperative leads to the card again. */
function leftList({ list, among }: CustomerContext, value: string): Partial<CustomerContext> {
  const maker = slugOf(value);
  return { maker, among: list === `cooperative:${maker}` ? among : undefined };
}

/** Any number typed here is a quantity: no digit but 0 stands for anything else. */
export const otherAmount = customer.createStateConfig({
  on: {
    number: [{ guard: 'canAdd', target: 'basket', actions: adding }, { actions: tell(whyNot) }],
    text: noQuantity,
    back: 'card',
  },
});
