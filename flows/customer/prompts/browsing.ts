import type { Cooperative, Product, Shop } from '#trade/catalogue/shop.ts';
import type { Prompt, PromptChoice, Statement } from '../../kit.ts';
import { unitsLeft } from '../basket-lines.ts';
import { type Ask, back, choice, money, named, paged, statement } from './choices.ts';
import { owedWelcome } from './opening.ts';
import { provinceOf } from './provinces.ts';

export const products: Ask<Prompt> = ({ page }, { shop }) => {
  const categories = shop.categories.flatMap((category) => {
    const count = ofCategory(shop, category.slug).length;
    const detail = statement('customer.detailProducts', { count });
    return count > 0 ? [named(`category:${category.slug}`, { category: category.slug }, detail)] : [];
  });
  return {
    lines: [statement('customer.productsQuestion')],
    choices: paged(categories, page, (next) => `products:${next}`, [choice('places', 'customer.labelPlaces'), back]),
  };
};

interface Shown {
  readonly lines: readonly Statement[];
  readonly choices: readonly PromptChoice[];
  /** Where to look instead, besides the way back. */
  readonly instead?: readonly PromptChoice[];
}

/** What a list shows, by what it is a list of. */
const kinds: Readonly<Record<string, (shop: Shop, slug: string) => Shown>> = {
  category: (shop, slug) => {
    const found = ofCategory(shop, slug);
    const key = found.length > 0 ? 'customer.categoryTitle' : 'customer.categoryEmpty';
    return {
      lines: [statement(key, { category: { category: slug } })],
      choices: found.map((product) => productChoice(product, shop)),
    };
  },
  onShelf: (shop, slug) => {
    const standing = [...(shop.shelves.get(slug)?.stock ?? [])].filter(
      ([code, left]) => left > 0 && shop.products.has(code),
    );
    const key = standing.length > 0 ? 'customer.shelfListTitle' : 'customer.shelfListEmpty';
    const hours = shop.shelves.get(slug)?.hours ?? {};
    return {
      lines: [
        statement('customer.shelfHours', { hours: { words: hours } }),
        statement(key, { shelf: { shelf: slug } }),
      ],
      choices: standing.map(([code, left]) => standingChoice(code, left, shop)),
      instead: standing.length > 0 ? [] : [choice('products', 'customer.labelProducts')],
    };
  },
  province: (shop, slug) => {
    const found = [...shop.cooperatives.values()].filter(
      ({ commune }) => shop.communes.get(commune)?.province === slug,
    );
    return {
      lines: [statement('customer.provinceTitle', { province: provinceOf(slug) })],
      choices: found.map(cooperativeChoice),
    };
  },
};

export const list: Ask<Prompt> = (context, around) => {
  const [kind = '', slug = ''] = (context.list ?? '').split(':');
  const shown: Shown = kinds[kind]?.(around.shop, slug) ?? { lines: [], choices: [] };
  const { lines, choices, instead = [] } = shown;
  return {
    lines,
    choices: paged(choices, context.page, (next) => `${kind}:${slug}/${next}`, [...instead, back]),
    after: owedWelcome(context, around),
  };
};

function ofCategory(shop: Shop, slug: string): readonly Product[] {
  return [...shop.products.values()].filter(({ category }) => category === slug);
}

export function cooperativeChoice({ slug, commune }: Cooperative): PromptChoice {
  return named(`cooperative:${slug}`, { cooperative: slug }, statement('customer.detailIt', { it: { commune } }));
}

export function productChoice(product: Product, shop: Shop): PromptChoice {
  const isOut = unitsLeft(shop, product) === 0;
  const detail = isOut
    ? statement('customer.detailOut')
    : statement('customer.detailPrice', { price: money(product.price), unit: { unitOf: product.code } });
  return named(`product:${product.code}`, { product: product.code }, detail);
}

function standingChoice(code: string, left: number, shop: Shop): PromptChoice {
  const price = money(shop.products.get(code)?.price ?? 0);
  const detail = statement('customer.detailStanding', { left, price, unit: { unitOf: code } });
  return named(`product:${code}`, { product: code }, detail);
}
