import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { findPerson, personOf } from '#trade/people/people.ts';

describe.each(databaseKinds)('people on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase(kind);
  });
  afterAll(() => database.close());

  const profileOf = async (id: string) =>
    database.db.selectFrom('person').select(['name', 'phone', 'language']).where('id', '=', id).executeTakeFirst();

  it('makes a person when a chat is first seen, and finds the same one again', async () => {
    const id = await database.transaction((trx) => personOf(trx, 'simulator:amina', { name: 'Amina', language: 'fr' }));
    expect(await findPerson(database.db, 'simulator:amina')).toBe(id);
    expect(await database.transaction((trx) => personOf(trx, 'simulator:amina', { language: 'ar' }))).toBe(id);
    expect(await profileOf(id)).toEqual({ name: 'Amina', phone: null, language: 'ar' });
  });

  it('does not take a phone for a person: two chats that give the same one stay apart', async () => {
    const profile = { phone: '+212600000001', language: 'fr' } as const;
    const [one, two] = await database.transaction(async (trx) => [
      await personOf(trx, 'simulator:one', profile),
      await personOf(trx, 'telegram:2', profile),
    ]);
    expect(one).not.toBe(two);
  });

  it('knows nobody behind a chat that never ordered', async () => {
    expect(await findPerson(database.db, 'simulator:nobody')).toBeUndefined();
  });

  it('makes one person of a chat that is seen twice at the same moment', async () => {
    const seen = () => database.transaction((trx) => personOf(trx, 'simulator:twice', { language: 'fr' }));
    const ids = await Promise.all([seen(), seen(), seen(), seen()]);
    expect(new Set(ids).size).toBe(1);
    const { rows } = await database.run(
      `select 1 from person where not exists (select 1 from person_chat where person = person.id)`,
    );
    expect(rows).toEqual([]);
  });
});
