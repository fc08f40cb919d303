import type { Shelf, Shop } from '#trade/catalogue/shop.ts';
import { sampleShop } from './shop.ts';

function stocked(slug: string, units: Readonly<Record<string, number>>): [string, Shelf] {
  const shelf = sampleShop.shelves.get(slug);
  if (shelf === undefined) throw new Error(`the sample shop has no shelf ${slug}`);
  return [slug, { ...shelf, stock: new Map(Object.entries(units)) }];
}

/** The sample shop with goods on its shelves. The jam of Youssoufia is all there is: its cooperative has none. */
export const shelfShop: Shop = {
  ...sampleShop,
  shelves: new Map([
    stocked('benguerir', { honey: 5, cumin: 0 }),
    stocked('youssoufia', { bundle: 3, couscous: 6, jam: 4, uneven: 2 }),
  ]),
};
