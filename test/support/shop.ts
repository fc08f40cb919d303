/** A small shop for tests: four cooperatives in three communes, three distributors, two shelves, one bundle. */
import type { Commune, Cooperative, Distributor, Product, Shelf, Shop } from '#trade/catalogue/shop.ts';

const name = (fr: string) => ({ fr, ar: `ال${fr}` });
const bySlug = <Thing extends { readonly slug: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.slug, thing]));

const communes: Commune[] = [
  { slug: 'benguerir', name: name('Benguerir'), province: 'rehamna', deliveryFee: 1500, pickupFee: 500 },
  { slug: 'bouchane', name: name('Bouchane'), province: 'rehamna', deliveryFee: 2500, pickupFee: 1000 },
  { slug: 'youssoufia', name: name('Youssoufia'), province: 'youssoufia', deliveryFee: 2000, pickupFee: 700 },
  { slug: 'far-away', name: name('Far away'), province: 'youssoufia', deliveryFee: 9000, pickupFee: 4000 },
];

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function cooperative(slug: string, commune: string, workingDays = everyDay): Cooperative {
  return { slug, name: name(slug), story: name('story'), commune, place: name('place'), members: 7, workingDays };
}

const cooperatives = [
  cooperative('tazwit', 'benguerir'),
  cooperative('nour', 'bouchane', [1, 2, 3, 4, 5]),
  cooperative('amal', 'youssoufia'),
  cooperative('rahma', 'benguerir'),
];

function product(code: string, maker: string | undefined, price: number, more: Partial<Product> = {}): Product {
  return {
    code,
    name: name(code),
    description: name('description'),
    category: 'food',
    cooperative: maker,
    unit: { amount: 500, unit: 'g' },
    price,
    daysToMake: 0,
    weight: 600,
    size: 'small',
    stock: { kind: 'onDemand' },
    variants: [],
    parts: [],
    ...more,
  };
}

const products = [
  product('couscous', 'tazwit', 2500, { food: { allergens: ['gluten'] } }),
  product('honey', 'nour', 9000, { stock: { kind: 'counted', left: 5 }, food: { allergens: [] } }),
  product('cumin', 'amal', 3500, { food: {} }),
  product('quinoa', 'rahma', 4000, { daysToMake: 2 }),
  product('rug', 'nour', 80_000, { daysToMake: 10, size: 'large', weight: 9000, category: 'craft' }),
  product('jam', 'rahma', 2200, { stock: { kind: 'out' } }),
  product('bundle', undefined, 10_000, {
    parts: [
      { product: 'couscous', quantity: 1, share: 2100 },
      { product: 'honey', quantity: 1, share: 4900 },
      { product: 'cumin', quantity: 3, share: 3000 },
    ],
  }),
  product('uneven', undefined, 1000, { parts: [{ product: 'cumin', quantity: 3, share: 1000 }] }),
];

const distributors: Distributor[] = [
  { slug: 'hassan', name: name('Hassan'), communes: ['benguerir', 'bouchane'], days: [1, 3, 5] },
  { slug: 'khadija', name: name('Khadija'), communes: ['bouchane', 'youssoufia'], days: [1, 4] },
  { slug: 'omar', name: name('Omar'), communes: ['bouchane'], days: [1] },
];

function shelf(slug: string, cashier: Shelf['cashier'], stock: Readonly<Record<string, number>> = {}): Shelf {
  const text = name('text');
  const standing = new Map(Object.entries(stock));
  return { slug, name: name(slug), commune: slug, place: text, hours: text, access: text, cashier, stock: standing };
}

export const sampleShop: Shop = {
  edition: 1,
  programme: { name: name('Bladi'), controller: 'Sample', isSample: true },
  categories: [
    { slug: 'food', name: name('food') },
    { slug: 'craft', name: name('craft') },
  ],
  communes: bySlug(communes),
  cooperatives: bySlug(cooperatives),
  products: new Map(products.map((one) => [one.code, one])),
  distributors: bySlug(distributors),
  shelves: bySlug([shelf('benguerir', 'keeper', { bundle: 2, couscous: 3, honey: 0 }), shelf('youssoufia', 'till')]),
};

/** The sample shop with some products changed. */
export function shopWith(changes: Readonly<Record<string, Partial<Product>>>): Shop {
  const changed = [...sampleShop.products.values()].map((one) => ({ ...one, ...changes[one.code] }));
  return { ...sampleShop, products: new Map(changed.map((one) => [one.code, one])) };
}
