import type { Kysely } from 'kysely';
import { dayOf } from '#base/clock.ts';
import type { Tables } from '#database/tables.ts';
import type { ReadTools } from '../tools.ts';
import { chatsOfPerson, findPerson } from './people.ts';
import type { PersonData } from './requests.ts';
import type { Actor } from './roles.ts';

/** All that is kept about the person behind a chat, newest orders first. */
export async function ownData(
  db: Kysely<Tables>,
  actor: Actor,
  _input: undefined,
  { settings }: ReadTools,
): Promise<PersonData> {
  const id = await findPerson(db, actor.chat);
  const known = await countsOf(db, id === undefined ? [actor.chat] : await chatsOfPerson(db, id));
  if (id === undefined) return { chats: 0, orders: [], places: [], openOrders: [], ...known };
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('orders')
    .select(['number', 'placed_at', 'goods', 'fee', 'closed_at', 'way', 'commune', 'address', 'landmark'])
    .where('person', '=', id)
    .orderBy('placed_at', 'desc')
    .execute();
  const places = rows
    .filter(({ way }) => way === 'delivery')
    .map(({ commune, address, landmark }) => ({
      commune: commune ?? '',
      address: [address, landmark].filter((line) => line !== null && line !== '').join(', '),
    }));
  return {
    ...(person.name === null ? {} : { name: person.name }),
    ...(person.phone === null ? {} : { phone: person.phone }),
    since: dayOf(person.created_at, settings.timeZone),
    chats: (await chatsOfPerson(db, id)).length,
    orders: rows.map(({ number, placed_at, goods, fee }) => ({
      order: number,
      day: dayOf(placed_at, settings.timeZone),
      total: goods + fee,
    })),
    places: [...new Map(places.map((place) => [`${place.commune}|${place.address}`, place])).values()],
    openOrders: rows.filter(({ closed_at }) => closed_at === null).map(({ number }) => number),
    ...known,
  };
}

async function countsOf(
  db: Kysely<Tables>,
  chats: readonly string[],
): Promise<Pick<PersonData, 'voiceNotes' | 'helpRequests'>> {
  const notes = await db
    .selectFrom('voice_note')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('chat', 'in', chats)
    .executeTakeFirstOrThrow();
  const requests = await db
    .selectFrom('help_request')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('chat', 'in', chats)
    .where('role', '=', 'customer')
    .executeTakeFirstOrThrow();
  return { voiceNotes: Number(notes.count), helpRequests: Number(requests.count) };
}
