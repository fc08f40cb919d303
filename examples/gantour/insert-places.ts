import type { Transaction } from '#database/database.ts';
import { categories } from './categories.ts';
import { communes } from './communes.ts';
import { cooperatives } from './cooperatives.ts';
import { distributors } from './distributors.ts';
import { json } from './json.ts';
import { programme } from './programme.ts';
import { shelves } from './shelves.ts';

/** The programme, its places and the people who make and bring. */
export async function insertPlaces(trx: Transaction): Promise<void> {
  const { name, controller, isSample } = programme;
  await trx
    .insertInto('programme')
    .values({ name: json(name), controller, is_sample: isSample })
    .execute();
  await insertCategoriesAndCommunes(trx);
  await insertCooperatives(trx);
  await insertDistributors(trx);
  await insertShelves(trx);
}

async function insertCategoriesAndCommunes(trx: Transaction): Promise<void> {
  await trx
    .insertInto('category')
    .values(
      categories.map(({ slug, name, short }, position) => ({ slug, position, name: json(name), short: json(short) })),
    )
    .execute();
  await trx
    .insertInto('commune')
    .values(
      communes.map(({ slug, name, short, province, deliveryFee, pickupFee }, position) => ({
        ...{ slug, position, name: json(name), short: json(short), province },
        ...{ delivery_fee: deliveryFee, pickup_fee: pickupFee },
      })),
    )
    .execute();
}

async function insertCooperatives(trx: Transaction): Promise<void> {
  await trx
    .insertInto('cooperative')
    .values(
      cooperatives.map(({ slug, name, short, story, commune, place, members, workingDays, phone }, position) => ({
        ...{ slug, position, name: json(name), short: json(short), story: json(story), commune, place: json(place) },
        ...{ members, working_days: [...workingDays], phone: phone ?? null },
      })),
    )
    .execute();
}

async function insertDistributors(trx: Transaction): Promise<void> {
  await trx
    .insertInto('distributor')
    .values(
      distributors.map(({ slug, name, days, phone }, position) => ({
        ...{ slug, position, name: json(name), days: [...days], phone: phone ?? null },
      })),
    )
    .execute();
  await trx
    .insertInto('distributor_commune')
    .values(
      distributors.flatMap(({ slug, communes: served }) =>
        served.map((commune, position) => ({ distributor: slug, commune, position })),
      ),
    )
    .execute();
}

async function insertShelves(trx: Transaction): Promise<void> {
  await trx
    .insertInto('shelf')
    .values(
      shelves.map(({ slug, name, short, commune, place, hours, access, cashier, phone }, position) => ({
        ...{ slug, position, name: json(name), short: json(short), commune, place: json(place) },
        ...{ hours: json(hours), access: json(access), cashier, phone: phone ?? null },
      })),
    )
    .execute();
}
