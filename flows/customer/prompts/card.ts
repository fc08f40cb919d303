import type { FoodFacts, Product, Shop, Words } from '#trade/catalogue/shop.ts';
import type { Prompt, PromptChoice, PromptSurroundings, Statement, Value } from '../../kit.ts';
import { allergenValue } from '../allergens.ts';
import { quantityOf, unitsLeft } from '../basket-lines.ts';
import type { CustomerContext } from '../context.ts';
import { type Ask, back, has, money, named, statement } from './choices.ts';
import { owedWelcome } from './opening.ts';

/** Quantities that one digit chooses; any other is typed. */
const quickMost = 5;
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
  return {
    lines: [...facts(product, around.shop), ...standing(product, left, context, around)],
    choices: [...quantities('add', product, left), back],
    after: owedWelcome(context, around),
    ...(left > 0 && { expects: 'number' as const }),
    ...(product.photo && { image: product.photo }),
  };
};

function facts(product: Product, shop: Shop): readonly Statement[] {
  const it: Value = { product: product.code };
  return [
    product.parts.length > 0
      ? statement('customer.cardTitleBundle', { product: it, price: money(product.price) })
      : statement('customer.cardTitle', { product: it, unit: { unitOf: product.code }, price: money(product.price) }),
    ...maker(product, shop),
    ...(has(product.description) ? [statement('customer.description', { text: { words: product.description } })] : []),
    ...(product.food ? foodFacts(product.food) : []),
    ...(product.daysToMake > 1 ? [statement('customer.daysToMake', { count: product.daysToMake })] : []),
  ];
}

function maker(product: Product, shop: Shop): readonly Statement[] {
  if (product.parts.length > 0) {
    const list = product.parts.map((part): Value => ({ product: part.product }));
    return [statement('customer.bundleParts', { count: list.length, parts: { list } })];
  }
  const cooperative = shop.cooperatives.get(product.cooperative ?? '');
  if (!cooperative) return [];
  const { slug, commune } = cooperative;
  return [statement('customer.madeBy', { cooperative: { cooperative: slug }, commune: { commune } })];
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

function standing(product: Product, left: number, { lines }: CustomerContext, { shop }: PromptSurroundings) {
  const already = quantityOf(lines, product.code);
  const amount = (quantity: number): Value => ({ amountOf: product.code, quantity });
  return [
    ...(shop.programme.isSample ? [statement('customer.sample')] : []),
    ...(already > 0 ? [statement('customer.already', { amount: amount(already) })] : []),
    ...(left > 0 && left < fewLeft ? [statement('customer.onlyLeft', { amount: amount(left) })] : []),
    statement(left > 0 ? 'customer.howMany' : 'customer.noMore'),
  ];
}
