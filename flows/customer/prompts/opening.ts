import type { Prompt, PromptChoice, PromptSurroundings, Statement } from '../../kit.ts';
import type { CustomerContext } from '../context.ts';
import { bundlesOf } from '../guards.ts';
import { type Ask, choice, money, statement } from './choices.ts';

export const language: Ask<Prompt> = () => ({
  lines: [statement('common.whichLanguage')],
  choices: [choice('language:ar', 'common.labelArabic'), choice('language:fr', 'common.labelFrench')],
});

/** Bundles on the menu where there are several; more of them are found among the products. */
const mostBundles = 2;

/** The one solidarity basket by the name everybody knows; several by their own names. */
export function bundleChoices(around: PromptSurroundings): readonly PromptChoice[] {
  const bundles = bundlesOf(around);
  return bundles.slice(0, mostBundles).map(({ code, parts, price }) => {
    const label = bundles.length === 1 ? statement('customer.labelBundle') : productLabel(code);
    const detail = statement('customer.detailBundle', { count: parts.length, price: money(price) });
    return { event: `product:${code}`, label, detail };
  });
}

function productLabel(product: string): Statement {
  return statement('customer.labelIt', { it: { product } });
}

function menu({ lines }: CustomerContext, around: PromptSurroundings): readonly PromptChoice[] {
  return [
    choice('products', 'customer.labelProducts'),
    ...bundleChoices(around),
    choice('relative', 'customer.labelRelative'),
    choice('orders', 'customer.labelOrders'),
    ...(lines.length > 0 ? [choice('basket', 'customer.labelBasket')] : []),
  ];
}

function data({ shop }: PromptSurroundings): Statement {
  return statement('customer.yourData', { controller: { typed: shop.programme.controller } });
}

/** The first message: the three lines of greeting are said before it. */
export const welcome: Ask<Prompt> = (context, around) => ({
  lines: [],
  choices: menu(context, around),
  after: [statement('customer.writeFreely'), data(around), statement('customer.otherLanguage')],
  again: [statement('customer.homeQuestion')],
});

export const home: Ask<Prompt> = (context, around) => ({
  lines: [statement('customer.homeQuestion')],
  choices: menu(context, around),
});

/** What the first answer says beneath, when an order or a question came before any greeting. */
export function owedWelcome(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  if (!context.owesWelcome) return [];
  return [
    statement('customer.welcome'),
    statement('customer.automatic'),
    statement('customer.priceRule'),
    data(around),
    statement('customer.otherLanguage'),
  ];
}
