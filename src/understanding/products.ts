/** Products and categories by their names in both languages, when a name is the whole message and only one thing has it. */
import type { Shop, Words } from '#trade/catalogue/shop.ts';
import type { Meaning } from './meaning.ts';
import { normalised } from './normalise.ts';

type Found = Extract<Meaning, { kind: 'product' | 'category' }>;

/** Editions are immutable, so the names of one are read once, and forgotten with it. */
const namesByShop = new WeakMap<Shop, ReadonlyMap<string, Found>>();

export function productNamed(words: string, shop: Shop): Found | undefined {
  let names = namesByShop.get(shop);
  if (names === undefined) {
    names = namesIn(shop);
    namesByShop.set(shop, names);
  }
  return names.get(words) ?? names.get(withoutArticle(words));
}

function namesIn(shop: Shop): Map<string, Found> {
  const names = new Map<string, Found>();
  const doubtful = new Set<string>();
  const add = (name: string, found: Found) => {
    const key = withoutArticle(normalised(name));
    const other = names.get(key);
    if (key === '' || (other !== undefined && !isSame(other, found))) doubtful.add(key);
    names.set(key, found);
  };
  for (const category of shop.categories) {
    for (const name of namesOf(category.name)) add(name, { kind: 'category', slug: category.slug });
  }
  for (const product of shop.products.values()) {
    for (const name of namesOf(product.name)) add(name, { kind: 'product', code: product.code });
  }
  for (const name of doubtful) names.delete(name);
  return names;
}

/** « Couscous d'orge (belboula) » is also called « Couscous d'orge », and « belboula ». */
function namesOf(words: Words): string[] {
  return [words.ar, words.fr].flatMap((name) => {
    if (name === undefined) return [];
    const [, before = '', within = ''] = /^([^(]*)\(([^)]*)\)/.exec(name) ?? [];
    return within === '' || /\p{Nd}/u.test(within) ? [name, before].filter(Boolean) : [name, before, within];
  });
}

const article = /^(?:ال|le |la |les |l |du |de la |des |de l |d )/u;

function withoutArticle(words: string): string {
  return words.replace(article, '');
}

function isSame(a: Found, b: Found): boolean {
  return a.kind === 'product' ? b.kind === 'product' && a.code === b.code : b.kind === 'category' && a.slug === b.slug;
}
