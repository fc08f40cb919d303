import type { FoodFacts, Product, Shop, Words } from '#trade/catalogue/shop.ts';
import { makers } from '#trade/orders/makers.ts';
import type { Prompt, PromptChoice, PromptSurroundings, Statement, Value } from '../../kit.ts';
import { allergenValue } from '../allergens.ts';
import { quantityOf, unitsLeft, unitsMade } from '../basket-lines.ts';
import type { CustomerContext } from '../context.ts';
import { type Ask, back, choice, has, money, named, statement } from './choices.ts';
import { owedWelcome } from './opening.ts';
import { absence } from './places.ts';

/** Quantities that one digit chooses; the digits after them lead elsewhere, and whatever else is typed is a quantity. */
export const quickMost = 4;
/** Below this the customer is told how much is left. */
const fewLeft = 6;

/** Quick choices from 1, each under the digit that is its quantity. */
export function quantities(type: 'add' | 'set', { code, price }: Product, most: number): readonly PromptChoice[] {
  return Array.from({ length: Math.min(most, quickMost) }, (_, index) =>
    named(
      `${type}:${code}/${index + 1}`,
      { amountOf: code, quantity: index + 1 },
      statement('customer.detailIt', { it: money(price * (index + 1)) }),
    ),
  );
}

export const card: Ask<Prompt> = (context, around) => {
  const product = around.shop.products.get(context.product ?? '');
  if (!product) return { lines: [statement('common.refused_productGone')], choices: [back] };
  const left = Math.max(0, unitsLeft(around.shop, product) - quantityOf(context.lines, product.code));
  const asks = standing(product, left, context, around.shop);
  return {
    lines: [
      title(product),
      ...facts(product, around),
      ...(around.shop.programme.isSample ? [statement('customer.sample')] : []),
      ...asks,
    ],
    again: [title(product), ...asks],
    choices: [
      ...quantities('add', product, left),
      ...(left > quickMost ? [choice(`otherAmount:${product.code}`, 'customer.labelOtherAmount')] : []),
      ...(product.cooperative ? [choice(`cooperative:${product.cooperative}`, 'customer.labelCooperative')] : []),
      back,
    ],
    after: owedWelcome(context, around),
    ...(left > 0 && { expects: 'number' as const }),
    ...(product.photo && { image: product.photo }),
  };
};

function title({ code, parts, price }: Product): Statement {
  const values = { product: { product: code }, price: money(price) };
  if (parts.length > 0) return statement('customer.cardTitleBundle', values);
  return statement('customer.cardTitle', { ...values, unit: { unitOf: code } });
}

function facts(product: Product, around: PromptSurroundings): readonly Statement[] {
  const { shop } = around;
  return [
    ...maker(product, around),
    ...(has(product.description) ? [statement('customer.description', { text: { words: product.description } })] : []),
    ...(product.food ? foodFacts(product.food) : []),
    ...(product.daysToMake > 1 ? [statement('customer.daysToMake', { count: product.daysToMake })] : []),
    ...shelvesWith(product, shop),
  ];
}

function maker(product: Product, around: PromptSurroundings): readonly Statement[] {
  const { shop } = around;
  if (product.parts.length > 0) {
    const list = product.parts.map((part): Value => ({ product: part.product }));
    const slugs = makers(shop, [product.code]).map((slug): Value => ({ cooperative: slug }));
    return [
      statement('customer.bundleParts', { count: list.length, parts: { list } }),
      statement('customer.bundleMakers', { cooperatives: { list: slugs } }),
    ];
  }
  const cooperative = shop.cooperatives.get(product.cooperative ?? '');
  if (!cooperative) return [];
  const { slug, commune } = cooperative;
  return [
    statement('customer.madeBy', { cooperative: { cooperative: slug }, commune: { commune } }),
    ...absence(cooperative, around),
  ];
}

/** Where it stands now, and whether that is all that is left of it. */
function shelvesWith(product: Product, shop: Shop): readonly Statement[] {
  const standing = [...shop.shelves.values()].flatMap(({ slug, stock }) => {
    const left = stock.get(product.code) ?? 0;
    return left > 0 ? [statement('customer.standing', { shelf: { shelf: slug }, left })] : [];
  });
  if (standing.length === 0 || unitsMade(shop, product) > 0) return standing;
  return [...standing, statement('customer.onlyOnShelf')];
}

/** What is missing is shown as missing. */
function foodFacts(food: FoodFacts): readonly Statement[] {
  const notGiven: Value = { sentence: 'customer.notGiven' };
  const text = (words: Words | undefined): Value => (has(words) ? { words } : notGiven);
  return [
    statement('customer.ingredients', { text: text(food.ingredients) }),
    statement('customer.allergens', { list: allergenValue(food.allergens) }),
    statement('customer.keeping', { text: text(food.keeping) }),
    statement('customer.authorisation', { code: food.authorisation ? { code: food.authorisation } : notGiven }),
  ];
}

function standing(product: Product, left: number, { lines }: CustomerContext, shop: Shop): readonly Statement[] {
  const already = quantityOf(lines, product.code);
  const amount = (quantity: number): Value => ({ amountOf: product.code, quantity });
  return [
    ...(already > 0 ? [statement('customer.already', { amount: amount(already) })] : []),
    ...(left > 0 ? limits(product, left, already, shop) : []),
    statement(left > 0 ? 'customer.howMany' : 'customer.noMore'),
  ];
}

/** Where both its makers and a shelf have some, what stands on the shelf is not promised for a delivery. */
function limits(product: Product, left: number, already: number, shop: Shop): readonly Statement[] {
  const made = unitsMade(shop, product);
  const amount = (quantity: number) => ({ amount: { amountOf: product.code, quantity } });
  const stands = [...shop.shelves.values()].some(({ stock }) => (stock.get(product.code) ?? 0) > 0);
  if (made === 0 || !stands) return left < fewLeft ? [statement('customer.onlyLeft', amount(left))] : [];
  if (made - already >= fewLeft) return [];
  if (made <= already) return [statement('customer.moreOnShelf')];
  return [statement('customer.onlyDelivered', amount(made - already))];
}

export const otherAmount: Ask<Prompt> = ({ product = '' }) => ({
  lines: [statement('customer.otherAmountQuestion', { product: { product } })],
  choices: [back],
  expects: 'number',
});
