import type { Cooperative, Product, Shop } from '#trade/catalogue/shop.ts';
import type { Prompt, PromptChoice, Statement } from '../../kit.ts';
import { unitsLeft } from '../basket-lines.ts';
import { type Ask, back, choice, has, money, named, paged, statement } from './choices.ts';
import { owedWelcome } from './opening.ts';

/** Every product of the shop whose `field` is this slug. */
function productsWith(shop: Shop, field: 'category' | 'cooperative', slug: string): readonly Product[] {
  return [...shop.products.values()].filter((product) => product[field] === slug);
}

export const products: Ask<Prompt> = ({ page }, { shop }) => {
  const categories = shop.categories.flatMap((category) => {
    const count = productsWith(shop, 'category', category.slug).length;
    const detail = statement('customer.detailProducts', { count });
    return count > 0 ? [named(`category:${category.slug}`, { category: category.slug }, detail)] : [];
  });
  return {
    lines: [statement('customer.productsQuestion')],
    choices: paged(categories, page, (next) => `products:${next}`, [
      choice('cooperatives', 'customer.labelCooperatives'),
      back,
    ]),
  };
};

export const cooperatives: Ask<Prompt> = ({ page }, { shop }) => ({
  lines: [statement('customer.cooperativesQuestion')],
  choices: paged([...shop.cooperatives.values()].map(cooperativeChoice), page, (next) => `cooperatives:${next}`, [
    back,
  ]),
});

function cooperativeChoice({ slug, commune }: Cooperative): PromptChoice {
  return named(`cooperative:${slug}`, { cooperative: slug }, statement('customer.detailIt', { it: { commune } }));
}

export const list: Ask<Prompt> = (context, around) => {
  const { shop } = around;
  const [kind = '', slug = ''] = (context.list ?? '').split(':');
  const isCooperative = kind === 'cooperative';
  const found = productsWith(shop, isCooperative ? 'cooperative' : 'category', slug);
  const choices = found.map((product) => productChoice(product, shop));
  return {
    lines: isCooperative ? aboutCooperative(shop, slug) : aboutCategory(slug, found.length),
    choices: paged(choices, context.page, (next) => `${kind}:${slug}/${next}`, [back]),
    after: owedWelcome(context, around),
  };
};

function productChoice(product: Product, shop: Shop): PromptChoice {
  const isOut = unitsLeft(shop, product) === 0;
  const detail = isOut
    ? statement('customer.detailOut')
    : statement('customer.detailPrice', { price: money(product.price), unit: { unitOf: product.code } });
  return named(`product:${product.code}`, { product: product.code }, detail);
}

function aboutCategory(slug: string, count: number): readonly Statement[] {
  return [statement(count > 0 ? 'customer.categoryTitle' : 'customer.categoryEmpty', { category: { category: slug } })];
}

function aboutCooperative(shop: Shop, slug: string): readonly Statement[] {
  const cooperative = shop.cooperatives.get(slug);
  if (!cooperative) return [];
  const values = { cooperative: { cooperative: slug }, commune: { commune: cooperative.commune } };
  return [
    statement('customer.cooperativeTitle', { ...values, count: cooperative.members }),
    ...(has(cooperative.story) ? [statement('customer.story', { story: { words: cooperative.story } })] : []),
  ];
}
