import { type Kysely, sql } from 'kysely';
import { OperatorError } from '#base/errors.ts';
import type { Database, Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import { problemsOf } from './check-shop.ts';
import { given } from './given.ts';
import { loadProducts } from './load-products.ts';
import type { Cooperative, Distributor, Shelf, Shop } from './shop.ts';

/** The number of the edition in force; cheap enough to be asked every few seconds. */
export async function editionInForce(db: Kysely<Tables>): Promise<number> {
  const { number } = await db.selectFrom('catalogue_edition').select('number').executeTakeFirstOrThrow();
  return number;
}

/** Reads the edition in force and freezes it; throws when it could not be sold from. */
export function loadShop(database: Database): Promise<Shop> {
  return database.transaction(async (trx) => {
    // One snapshot for all the tables: a change that commits meanwhile belongs to the next edition, whole.
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    const shop = await readShop(trx);
    const problems = problemsOf(shop);
    if (problems.length > 0) throw new OperatorError(`The catalogue cannot be served: ${problems.join('; ')}.`);
    return frozen(shop);
  });
}

async function readShop(trx: Transaction): Promise<Shop> {
  const programme = await trx.selectFrom('programme').selectAll().executeTakeFirst();
  if (!programme) throw new OperatorError('The catalogue is empty: load the sample data or import a catalogue.');
  const categories = await trx.selectFrom('category').selectAll().orderBy('position').execute();
  const communes = await trx.selectFrom('commune').selectAll().orderBy('position').execute();
  return {
    edition: await editionInForce(trx),
    programme: { name: programme.name, controller: programme.controller, isSample: programme.is_sample },
    categories: categories.map(({ slug, name, short }) => ({ slug, name, ...given({ short }) })),
    communes: bySlug(
      communes.map(({ slug, name, short, province, delivery_fee, pickup_fee }) => ({
        ...{ slug, name, province, deliveryFee: delivery_fee, pickupFee: pickup_fee },
        ...given({ short }),
      })),
    ),
    cooperatives: bySlug(await readCooperatives(trx)),
    products: await loadProducts(trx),
    distributors: bySlug(await readDistributors(trx)),
    shelves: bySlug(await readShelves(trx)),
  };
}

async function readCooperatives(trx: Transaction): Promise<Cooperative[]> {
  const rows = await trx.selectFrom('cooperative').selectAll().orderBy('position').execute();
  return rows.map(({ slug, name, short, story, commune, place, members, working_days, away_until, phone }) => ({
    ...{ slug, name, story, commune, place, members, workingDays: working_days },
    ...given({ short, awayUntil: away_until, phone }),
  }));
}

async function readDistributors(trx: Transaction): Promise<Distributor[]> {
  const rows = await trx.selectFrom('distributor').selectAll().orderBy('position').execute();
  const served = await trx.selectFrom('distributor_commune').selectAll().orderBy('position').execute();
  return rows.map(({ slug, name, days, phone }) => ({
    ...{ slug, name, days, ...given({ phone }) },
    communes: served.filter((row) => row.distributor === slug).map((row) => row.commune),
  }));
}

async function readShelves(trx: Transaction): Promise<Shelf[]> {
  const rows = await trx.selectFrom('shelf').selectAll().orderBy('position').execute();
  const stock = await trx.selectFrom('shelf_stock').selectAll().orderBy('position').orderBy('product').execute();
  return rows.map(({ slug, name, short, commune, place, hours, access, cashier, phone }) => ({
    ...{ slug, name, commune, place, hours, access, cashier },
    stock: new Map(stock.filter(({ shelf }) => shelf === slug).map(({ product, units }) => [product, units])),
    ...given({ short, phone }),
  }));
}

function bySlug<Row extends { readonly slug: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Nothing that a turn holds may change under it, so plain objects are frozen to the last leaf. */
function frozen<Value>(value: Value): Value {
  if (value instanceof Map) for (const entry of value.values()) frozen(entry);
  else if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) frozen(entry);
  return Object.freeze(value);
}
