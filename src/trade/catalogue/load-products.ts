import type { Selectable } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { given } from './given.ts';
import type { BundlePart, Product, Stock, Variant } from './shop.ts';

/** Every product with its variants and parts, in the order in which they are shown. */
export async function loadProducts(trx: Transaction): Promise<ReadonlyMap<string, Product>> {
  const products = await trx.selectFrom('product').selectAll().orderBy('position').execute();
  const variants = await trx.selectFrom('variant').selectAll().orderBy('position').execute();
  const parts = await trx.selectFrom('bundle_part').selectAll().orderBy('position').execute();
  return new Map(
    products.map((row) => [
      row.code,
      productOf(
        row,
        variants.filter((variant) => variant.product === row.code).map(variantOf),
        parts.filter((part) => part.bundle === row.code).map(partOf),
      ),
    ]),
  );
}

function productOf(row: Selectable<Tables['product']>, variants: Variant[], parts: BundlePart[]): Product {
  const { code, name, short, description, category, price, photo, weight, size, food } = row;
  return {
    ...{ code, name, description, category, price, weight, size, variants, parts },
    cooperative: row.cooperative ?? undefined,
    unit: { amount: row.unit_amount, unit: row.unit },
    daysToMake: row.days_to_make,
    stock: stockOf(row),
    ...given({ short, photo, mostPerWeek: row.most_per_week, food }),
  };
}

/** What its cooperative has switched off is out for everybody, whatever lies ready. */
function stockOf(row: Selectable<Tables['product']>): Stock {
  return row.is_off ? { kind: 'out' } : stockKept(row);
}

/** What lies ready, whether it is switched off or not. */
export function stockKept(row: Selectable<Tables['product']>): Stock {
  if (row.stock_kind === 'counted') return { kind: 'counted', left: row.stock_left ?? 0 };
  return { kind: row.stock_kind };
}

function variantOf({ code, name, price, photo, stock_left }: Selectable<Tables['variant']>): Variant {
  return { code, name, price, ...given({ photo, left: stock_left }) };
}

function partOf({ product, quantity, share }: Selectable<Tables['bundle_part']>): BundlePart {
  return { product, quantity, share };
}
