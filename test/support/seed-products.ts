import type { Database } from '#database/database.ts';
import type { Shop } from '#trade/catalogue/shop.ts';

/** Writes what orders need of a shop's catalogue: its products and shelves with their stock. */
export async function seedProducts(database: Database, shop: Shop): Promise<void> {
  const words = JSON.stringify({ fr: 'word' });
  await database.transaction(async (trx) => {
    await trx
      .insertInto('commune')
      .values(
        [...shop.communes.values()].map((commune, position) => ({
          ...{ slug: commune.slug, position, name: words, province: commune.province },
          delivery_fee: commune.deliveryFee,
          pickup_fee: commune.pickupFee,
        })),
      )
      .execute();
    await trx
      .insertInto('category')
      .values(shop.categories.map(({ slug }, position) => ({ slug, position, name: words })))
      .execute();
    await trx
      .insertInto('cooperative')
      .values(
        [...shop.cooperatives.values()].map(({ slug, commune, members, workingDays }, position) => ({
          ...{ slug, position, name: words, story: words, commune, place: words, members },
          working_days: [...workingDays],
        })),
      )
      .execute();
    await trx
      .insertInto('product')
      .values(
        [...shop.products.values()].map((product, position) => ({
          ...{ code: product.code, position, name: words, description: words, category: product.category },
          cooperative: product.cooperative ?? null,
          unit_amount: product.unit.amount,
          unit: product.unit.unit,
          price: product.price,
          days_to_make: product.daysToMake,
          weight: product.weight,
          size: product.size,
          stock_kind: product.stock.kind,
          stock_left: product.stock.kind === 'counted' ? product.stock.left : null,
        })),
      )
      .execute();
    const shelves = [...shop.shelves.values()];
    await trx
      .insertInto('shelf')
      .values(
        shelves.map(({ slug, commune, cashier }, position) => ({
          ...{ slug, position, name: words, commune, place: words, hours: words, access: words, cashier },
        })),
      )
      .execute();
    const stock = shelves.flatMap(({ slug, stock: units }) =>
      [...units].map(([product, left], position) => ({ shelf: slug, product, position, units: left })),
    );
    if (stock.length > 0) await trx.insertInto('shelf_stock').values(stock).execute();
  });
}
