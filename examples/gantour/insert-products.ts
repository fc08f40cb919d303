import type { Insertable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { json } from './json.ts';
import { products } from './products/index.ts';
import type { SampleProduct } from './sample-product.ts';

/** Every product, then what refers to products: variants and the parts of bundles. */
export async function insertProducts(trx: Transaction): Promise<void> {
  await trx.insertInto('product').values(products.map(rowOf)).execute();
  await trx
    .insertInto('variant')
    .values(
      products.flatMap(({ code: product, variants = [] }) =>
        variants.map(({ code, name, price, left }, position) => ({
          ...{ product, code, position, name: json(name), price },
          stock_left: left ?? null,
        })),
      ),
    )
    .execute();
  await trx
    .insertInto('bundle_part')
    .values(
      products.flatMap(({ code: bundle, parts = [] }) =>
        parts.map((part, position) => ({ bundle, position, ...part })),
      ),
    )
    .execute();
}

function rowOf(product: SampleProduct, position: number): Insertable<Tables['product']> {
  const { code, name, short, description, category, unit, price, weight, stock } = product;
  return {
    ...{
      code,
      position,
      name: json(name),
      short: json(short),
      description: json(description),
      category,
      price,
      weight,
    },
    cooperative: product.cooperative ?? null,
    unit_amount: unit[0],
    unit: unit[1],
    photo: json({ source: `shop/${code}.jpg`, mimeType: 'image/jpeg' }),
    days_to_make: product.daysToMake,
    most_per_week: product.mostPerWeek ?? null,
    size: product.size ?? 'small',
    stock_kind: stock?.kind ?? 'onDemand',
    stock_left: stock?.kind === 'counted' ? stock.left : null,
    food: json(product.food),
  };
}
