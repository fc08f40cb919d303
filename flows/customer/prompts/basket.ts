import { makers } from '#trade/orders/makers.ts';
import type { Prompt, PromptChoice, PromptSurroundings, Statement } from '../../kit.ts';
import { codesOf, quantityOf, totalOf, unitsLeft } from '../basket-lines.ts';
import type { CustomerContext, Line } from '../context.ts';
import { quantities, quickMost } from './card.ts';
import { type Ask, back, choice, deliverChoice, money, named, paged, statement, zero } from './choices.ts';
import { bundleChoices } from './opening.ts';

export function lineValues([code, quantity, price]: Line) {
  return { product: { product: code }, amount: { amountOf: code, quantity }, price: money(price * quantity) };
}

function emptyBasket(around: PromptSurroundings): Prompt {
  return {
    lines: [statement('customer.basketEmpty')],
    choices: [
      choice('products', 'customer.labelProducts'),
      ...bundleChoices(around),
      zero('menu', 'customer.labelMenu'),
    ],
  };
}

/** All of it goes to the producers: the sentence says so. */
function total({ lines }: CustomerContext, { shop }: PromptSurroundings): Statement {
  const count = makers(shop, codesOf(lines)).length;
  return statement('customer.basketTotal', { total: money(totalOf(lines)), count });
}

/** Kept of an earlier order, the place need not be told again: only the way is open. */
function isKept({ way, commune, shelf }: CustomerContext): boolean {
  return way === undefined && (commune !== undefined || shelf !== undefined);
}

function whereTo(context: CustomerContext): Statement {
  if (isKept(context)) return statement('customer.whereAgain');
  return statement(context.receiver ? 'customer.whereReceiver' : 'customer.whereYou');
}

/** The way to the place that is kept comes first. */
function ways(context: CustomerContext): readonly PromptChoice[] {
  const collect = choice('collect', 'customer.labelCollect', statement('customer.detailNoFee'));
  const both = [deliverChoice(context.receiver), collect];
  return isKept(context) && context.shelf !== undefined ? both.reverse() : both;
}

export const basket: Ask<Prompt> = (context, around) => {
  if (context.lines.length === 0) return emptyBasket(around);
  return {
    lines: [
      statement('customer.basketTitle'),
      ...context.lines.map((line) => statement('customer.basketLine', lineValues(line))),
      total(context, around),
      whereTo(context),
    ],
    choices: [...ways(context), choice('products', 'customer.labelAdd'), choice('change', 'customer.labelChange')],
    after: [statement('customer.nothingAskedYet')],
  };
};

export const change: Ask<Prompt> = ({ lines, page }) => ({
  lines: [statement('customer.changeQuestion')],
  choices: paged(
    lines.map((line) =>
      named(`line:${line[0]}`, { product: line[0] }, statement('customer.detailLine', lineValues(line))),
    ),
    page,
    (next) => `change:${next}`,
    [choice('empty', 'customer.labelEmpty'), back],
  ),
});

export const line: Ask<Prompt> = ({ lines, product = '' }, { shop }) => {
  const quantity = quantityOf(lines, product);
  const found = shop.products.get(product);
  const values = { product: { product }, amount: { amountOf: product, quantity } };
  const left = found ? unitsLeft(shop, found) : 0;
  return {
    lines: [statement('customer.lineQuestion', values)],
    choices: [
      ...(found ? quantities('set', found, left) : []),
      ...(left > quickMost ? [choice(`otherTotal:${product}`, 'customer.labelOtherAmount')] : []),
      choice(`remove:${product}`, 'customer.labelRemove'),
      back,
    ],
    ...(found && { expects: 'number' as const }),
  };
};

export const otherTotal: Ask<Prompt> = ({ product = '' }) => ({
  lines: [statement('customer.otherTotalQuestion', { product: { product } })],
  choices: [back],
  expects: 'number',
});

export const emptying: Ask<Prompt> = () => ({
  lines: [statement('customer.emptyQuestion')],
  choices: [choice('emptyNow', 'customer.labelEmptyNow'), zero('back', 'customer.labelKeep')],
});
