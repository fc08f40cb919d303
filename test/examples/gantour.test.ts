import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sum } from '#base/money.ts';
import type { Database } from '#database/database.ts';
import { loadGantour } from '#examples/gantour/load.ts';
import { testDatabase } from '#test/support/database.ts';
import { loadShop } from '#trade/catalogue/load-shop.ts';
import type { Shop, Words } from '#trade/catalogue/shop.ts';
import { bindStaff } from '#trade/people/staff.ts';
import { corpusProducts } from './corpus-products.ts';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
  expect(await database.transaction((trx) => loadGantour(trx, { bindStaff }))).toBe(true);
  shop = await loadShop(database);
});

afterAll(() => database.close());

const all = <Thing>(things: ReadonlyMap<string, Thing>) => [...things.values()];
const products = () => all(shop.products);

describe('the sample data', () => {
  it('is marked as sample data', () => {
    expect(shop.programme.isSample).toBe(true);
    expect(shop.programme.controller).toContain('exemple');
    const numbers = products().flatMap(({ food }) => food?.authorisation ?? []);
    expect(numbers.filter((number) => !number.startsWith('EXEMPLE-'))).toEqual([]);
  });

  it('has 16 cooperatives, 44 products in 7 categories, 18 communes, 6 distributors and 2 shelves', () => {
    expect(shop.cooperatives.size).toBe(16);
    expect(shop.products.size).toBe(44);
    expect(shop.categories).toHaveLength(7);
    expect(shop.communes.size).toBe(18);
    expect(shop.distributors.size).toBe(6);
    expect([...shop.shelves.keys()]).toEqual(['benguerir', 'youssoufia']);
  });

  it('is loaded once: a catalogue in use is left as it is', async () => {
    expect(await database.transaction((trx) => loadGantour(trx, { bindStaff }))).toBe(false);
    expect((await loadShop(database)).edition).toBe(shop.edition);
  });

  it('binds a chat of the simulator to every cooperative, distributor and shelf and to a volunteer', async () => {
    const bound = await database.db.selectFrom('staff_binding').selectAll().execute();
    const expected = [
      ...[...shop.cooperatives.keys()].map((of) => ({ chat: `simulator:cooperative:${of}`, role: 'cooperative', of })),
      ...[...shop.distributors.keys()].map((of) => ({ chat: `simulator:distributor:${of}`, role: 'distributor', of })),
      ...[...shop.shelves.keys()].map((of) => ({ chat: `simulator:shelf:${of}`, role: 'shelf', of })),
      { chat: 'simulator:volunteer', role: 'volunteer', of: '' },
    ].map((binding) => ({ ...binding, contact: 1 }));
    expected.push({ chat: 'simulator:fatima', role: 'cooperative', of: 'nissae-bouchane', contact: 2 });
    const asText = (rows: typeof expected) => rows.map((row) => [row.chat, row.role, row.of, row.contact].join(' '));
    expect(asText(bound).sort()).toEqual(asText(expected).sort());
  });
});

describe('the sample shelves', () => {
  it('are stocked with solidarity baskets first, then with few or many of a dozen products, one of them gone', () => {
    const first = all(shop.shelves).map(({ stock }) => [...stock][0]);
    expect(first).toEqual([
      ['panier-solidaire', 12],
      ['panier-solidaire', 8],
    ]);
    for (const { stock } of shop.shelves.values()) {
      expect(stock.size).toBe(13);
      expect([...stock.values()].filter((units) => units === 0)).toHaveLength(1);
      expect([...stock.keys()].filter((code) => !shop.products.has(code))).toEqual([]);
    }
  });

  it('are stocked once in a sample that was loaded before they had stock', async () => {
    const older = await testDatabase();
    const load = () => older.transaction((trx) => loadGantour(trx, { bindStaff }));
    await load();
    await older.db.deleteFrom('shelf_stock').execute();
    await older.db.deleteFrom('staff_binding').where('contact', '=', 2).execute();
    expect(await load()).toBe(true);
    expect((await loadShop(older)).shelves).toEqual(shop.shelves);
    expect(await older.db.selectFrom('staff_binding').select('chat').where('contact', '=', 2).execute()).toHaveLength(
      1,
    );
    expect(await load()).toBe(false);
    await older.close();
  });

  it('of a programme that is no sample are left alone', async () => {
    const own = await testDatabase();
    const load = () => own.transaction((trx) => loadGantour(trx, { bindStaff }));
    await load();
    await own.db.deleteFrom('shelf_stock').execute();
    await own.db.updateTable('programme').set({ is_sample: false }).execute();
    expect(await load()).toBe(false);
    await own.close();
  });
});

describe('the sample products', () => {
  it.each(corpusProducts)('have %s under its names and in its unit', (code, fr, ar, amount, unit) => {
    expect(shop.products.get(code)).toMatchObject({ name: { fr, ar }, unit: { amount, unit } });
  });

  it('cost what customers are told in the first messages', () => {
    const prices = ['miel-thym', 'miel-euphorbe', 'miel-toutes-fleurs', 'miel-jujubier', 'couscous-orge'];
    expect(prices.map((code) => shop.products.get(code)?.price)).toEqual([12_000, 15_000, 8000, 13_000, 2500]);
  });

  it('fill every category with at most ten products, and give every cooperative something to sell', () => {
    const perCategory = shop.categories.map(({ slug }) => products().filter((one) => one.category === slug).length);
    expect(perCategory.filter((count) => count < 1 || count > 10)).toEqual([]);
    const makers = new Set(products().map((product) => product.cooperative));
    expect([...shop.cooperatives.keys()].filter((slug) => !makers.has(slug))).toEqual([]);
  });

  it('are sold by the customers’ unit of whole dirhams, within the weight that is carried', () => {
    const odd = products().filter(({ price, weight, unit }) => {
      const net = { g: unit.amount, kg: unit.amount * 1000, ml: unit.amount * 0.9, L: unit.amount * 900, piece: 1 };
      return price % 100 !== 0 || weight < net[unit.unit] || weight > 10_000;
    });
    expect(odd.map(({ code }) => code)).toEqual([]);
  });

  it('are made within a week, the working days of their cooperative being most days of it', () => {
    expect(products().filter(({ daysToMake }) => daysToMake > 5)).toEqual([]);
    expect(all(shop.cooperatives).filter(({ workingDays }) => workingDays.length < 4)).toEqual([]);
  });

  it('state ingredients, allergens, keeping and authorisation where they are food', () => {
    const foods = products().filter(({ category }) => ['miels', 'couscous', 'epices', 'douceurs'].includes(category));
    const incomplete = foods.filter(
      ({ food }) => !food?.ingredients || !food.allergens || !food.keeping || !food.authorisation,
    );
    expect(incomplete.map(({ code }) => code)).toEqual([]);
  });

  it('have single pieces that are as many as the stock says', () => {
    const { stock, variants = [] } = shop.products.get('tapis') ?? {};
    expect(stock).toEqual({ kind: 'counted', left: sum(variants.map(({ left = 0 }) => left)) });
  });
});

describe('the solidarity basket', () => {
  it('is nine products of several cooperatives whose prices add up to 230 dirhams, nothing added and nothing lost', () => {
    const basket = shop.products.get('panier-solidaire');
    const parts = basket?.parts ?? [];
    expect(parts).toHaveLength(9);
    expect(basket?.price).toBe(23_000);
    expect(sum(parts.map(({ share }) => share))).toBe(23_000);
    const own = parts.map(({ product, quantity }) => (shop.products.get(product)?.price ?? 0) * quantity);
    expect(parts.map(({ share }) => share)).toEqual(own);
    expect(new Set(parts.map(({ product }) => shop.products.get(product)?.cooperative)).size).toBe(7);
  });
});

describe('the sample texts', () => {
  const named = () => [
    ...shop.categories.map((one) => [one.slug, one] as const),
    ...shop.communes,
    ...shop.cooperatives,
    ...shop.products,
    ...shop.shelves,
  ];
  const texts = (): (readonly [string, Words])[] => [
    ...named().map(([slug, { name }]) => [slug, name] as const),
    ...all(shop.distributors).map(({ slug, name }) => [slug, name] as const),
    ...products().map(({ code, description }) => [code, description] as const),
    ...products().flatMap(({ code, variants }) => variants.map(({ name }) => [code, name] as const)),
    ...products().flatMap(({ code, food }) =>
      [food?.ingredients, food?.keeping].flatMap((words) => (words ? [[code, words] as const] : [])),
    ),
    ...all(shop.cooperatives).flatMap(({ slug, story, place }) =>
      [story, place].map((words) => [slug, words] as const),
    ),
    ...all(shop.shelves).flatMap(({ slug, place, hours, access }) =>
      [place, hours, access].map((words) => [slug, words] as const),
    ),
  ];

  it('are given in both languages', () => {
    expect(texts().filter(([, { ar, fr }]) => !ar?.trim() || !fr?.trim())).toEqual([]);
  });

  it('begin with an Arabic letter in Arabic and carry no vowel signs', () => {
    const wrong = texts().filter(([, { ar = '' }]) => !/^\p{Script=Arabic}/u.test(ar) || /[\u064b-\u0652]/.test(ar));
    expect(wrong).toEqual([]);
  });

  it.each(['fr', 'ar'] as const)('have a label of at most 24 characters for every menu in %s', (language) => {
    const long = named()
      .map(([, { name, short }]) => short?.[language] ?? name[language] ?? '')
      .filter((label) => label.length > 24);
    expect(long).toEqual([]);
  });
});

describe('the sample communes', () => {
  const servedBy = (commune: string) => all(shop.distributors).filter(({ communes }) => communes.includes(commune));

  it('are each served by somebody, nearly all by two or more, Bouchane by three', () => {
    const counts = [...shop.communes.keys()].map((slug) => servedBy(slug).length);
    expect(counts.filter((count) => count === 0)).toEqual([]);
    expect(counts.filter((count) => count === 1).length).toBeLessThanOrEqual(2);
    expect(servedBy('bouchane').length).toBeGreaterThanOrEqual(3);
  });

  it('are each reached on at least three days of the week', () => {
    const days = [...shop.communes.keys()].map((slug) => new Set(servedBy(slug).flatMap((one) => one.days)).size);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(3);
  });

  it('cost from 15 to 30 dirhams, and less as a further pick-up than as a destination', () => {
    const odd = all(shop.communes).filter(
      ({ deliveryFee, pickupFee }) => deliveryFee < 1500 || deliveryFee > 3000 || pickupFee >= deliveryFee,
    );
    expect(odd).toEqual([]);
  });
});

describe('the sample photos', () => {
  it('are square JPEGs of at most 40 KB, one for each product', async () => {
    const wrong: string[] = [];
    for (const { code, photo } of products()) {
      expect(photo).toEqual({ source: `shop/${code}.jpg`, mimeType: 'image/jpeg' });
      const bytes = await readFile(new URL(`../../examples/gantour/photos/${code}.jpg`, import.meta.url));
      const { format, width, height } = await sharp(bytes).metadata();
      if (format !== 'jpeg' || width !== 640 || height !== 640 || bytes.length > 40 * 1024) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });
});
