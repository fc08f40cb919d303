import type { Kysely } from 'kysely';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';

/** What a customer has said about themselves; what is left out stays as it was. */
export interface Profile {
  readonly name?: string;
  readonly phone?: string;
  readonly language: 'ar' | 'fr';
}

/** The person behind a chat, made on first sight; their profile is brought up to date. */
export async function personOf(trx: Transaction, chat: string, profile: Profile): Promise<string> {
  const { name, phone, language } = profile;
  const known = await findPerson(trx, chat);
  if (known !== undefined) {
    const change = { language, ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
    await trx.updateTable('person').set(change).where('id', '=', known).execute();
    return known;
  }
  const { id } = await trx
    .insertInto('person')
    .values({ name: name ?? null, phone: phone ?? null, language })
    .returning('id')
    .executeTakeFirstOrThrow();
  const attached = await trx
    .insertInto('person_chat')
    .values({ address: chat, person: id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person')
    .executeTakeFirst();
  if (attached !== undefined) return id;
  // Somebody else made the same chat known between our look and our write.
  await trx.deleteFrom('person').where('id', '=', id).execute();
  return personOf(trx, chat, profile);
}

/** The person behind a chat, or `undefined` when they have not ordered yet. */
export async function findPerson(db: Kysely<Tables>, chat: string): Promise<string | undefined> {
  const row = await db.selectFrom('person_chat').select('person').where('address', '=', chat).executeTakeFirst();
  return row?.person;
}

/** All the chats of one person, the oldest first. */
export async function chatsOfPerson(db: Kysely<Tables>, person: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('person_chat')
    .select('address')
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('address')
    .execute();
  return rows.map(({ address }) => address);
}
