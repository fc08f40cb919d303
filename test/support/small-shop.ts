/** A small shop in which speech has something to say. */
import type { Product, Shop } from '#trade/catalogue/shop.ts';

function product(code: string, ar: string | undefined, fr: string | undefined, unit: Product['unit']): Product {
  return {
    code,
    name: { ...(ar === undefined ? {} : { ar }), ...(fr === undefined ? {} : { fr }) },
    description: {},
    category: 'honey',
    cooperative: 'zhour',
    unit,
    price: 12_000,
    daysToMake: 1,
    weight: 700,
    size: 'small',
    stock: { kind: 'onDemand' },
    variants: [],
    parts: [],
  };
}

const products = [
  product('miel-thym', 'عسل الزعتر', 'Miel de thym', { amount: 500, unit: 'g' }),
  product('couscous-orge', 'كسكس البلبولة', "Couscous d'orge (belboula)", { amount: 1, unit: 'kg' }),
  product('cumin-beldi', 'الكامون البلدي', 'Cumin beldi', { amount: 250, unit: 'g' }),
  product('safran', 'الزعفران', 'Safran', { amount: 1, unit: 'g' }),
  product('huile-argan', 'زيت أركان', "Huile d'argan", { amount: 250, unit: 'ml' }),
  product('tapis', 'زربية تقليدية', 'Tapis artisanal', { amount: 1, unit: 'piece' }),
  product('savon-beldi', undefined, 'Savon noir beldi', { amount: 250, unit: 'g' }),
  product('mhamsa', 'المحمصة', undefined, { amount: 500, unit: 'g' }),
];

export const smallShop: Shop = {
  edition: 1,
  programme: { name: { ar: 'بلادي', fr: 'Bladi' }, controller: 'Bladi', isSample: true },
  categories: [
    { slug: 'honey', name: { ar: 'العسل', fr: 'Miels' } },
    { slug: 'crafts', name: { ar: 'الصناعة التقليدية', fr: 'Artisanat' } },
  ],
  communes: new Map([
    [
      'bouchane',
      {
        slug: 'bouchane',
        name: { ar: 'بوشان', fr: 'Bouchane' },
        province: 'rehamna',
        deliveryFee: 2000,
        pickupFee: 500,
      },
    ],
  ]),
  cooperatives: new Map([
    [
      'zhour',
      {
        slug: 'zhour',
        name: { ar: 'تعاونية الزهور', fr: 'Coopérative Zhour' },
        story: {},
        commune: 'bouchane',
        place: {},
        members: 12,
        workingDays: [1, 2, 3, 4, 5],
      },
    ],
  ]),
  products: new Map(products.map((one) => [one.code, one])),
  distributors: new Map([
    ['hassan', { slug: 'hassan', name: { ar: 'حسن ب.', fr: 'Hassan B.' }, communes: ['bouchane'], days: [2, 4] }],
  ]),
  shelves: new Map([
    [
      'youssoufia',
      {
        slug: 'youssoufia',
        name: { ar: 'رف اليوسفية', fr: 'Rayon de Youssoufia' },
        commune: 'bouchane',
        place: {},
        hours: {},
        access: {},
        cashier: 'keeper',
        stock: new Map(),
      },
    ],
  ]),
};
