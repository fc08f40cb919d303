import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { until } from '#test/support/until.ts';
import { createDirectory, type Directory } from '#trade/people/directory.ts';
import { personOf } from '#trade/people/people.ts';
import { bindStaff, speakWithStaff, unbindStaff } from '#trade/people/staff.ts';

describe.each(databaseKinds)('the directory on %s', (kind) => {
  let database: Database;
  let directory: Directory;
  const log = pino({ level: 'silent' });

  beforeAll(async () => {
    database = await testDatabase(kind);
    await database.transaction(async (trx) => {
      await bindStaff(trx, 'simulator:cooperative:tazwit', 'cooperative', 'tazwit');
      await bindStaff(trx, 'telegram:7', 'cooperative', 'tazwit');
      await bindStaff(trx, 'simulator:distributor:hassan', 'distributor', 'hassan');
      await bindStaff(trx, 'simulator:volunteer', 'volunteer', '');
      await bindStaff(trx, 'simulator:fatima', 'cooperative', 'tazwit', 2);
      await bindStaff(trx, 'simulator:fatima', 'volunteer', '');
      await bindStaff(trx, 'telegram:spare', 'shelf', 'youssoufia', 2);
    });
    directory = createDirectory(database, log);
    await directory.start();
  });
  afterAll(async () => {
    await directory.stop();
    await database.close();
  });

  it('tells who acts in which roles, and that everybody else is a customer', () => {
    expect(directory.rolesOf('telegram:7')).toEqual([
      { role: 'cooperative', of: 'tazwit', contact: 1, language: null },
    ]);
    expect(directory.rolesOf('simulator:fatima')).toEqual([
      { role: 'cooperative', of: 'tazwit', contact: 2, language: null },
      { role: 'volunteer', of: '', contact: 1, language: null },
    ]);
    expect(directory.rolesOf('simulator:amina')).toEqual([]);
  });

  it('finds the first contacts of a recipient, the second ones where they are meant, or all', async () => {
    const tazwit = { role: 'cooperative', of: 'tazwit' } as const;
    const first = ['simulator:cooperative:tazwit', 'telegram:7'];
    expect((await directory.chatsOf(tazwit)).toSorted()).toEqual(first);
    expect(await directory.chatsOf({ ...tazwit, contacts: 'second' })).toEqual(['simulator:fatima']);
    const all = await directory.chatsOf({ ...tazwit, contacts: 'all' });
    expect(all.toSorted()).toEqual([first[0], 'simulator:fatima', first[1]]);
    expect(await directory.chatsOf({ role: 'cooperative', of: 'hassan' })).toEqual([]);
  });

  it('takes second contacts for the first where there are no others', async () => {
    const shelf = { role: 'shelf', of: 'youssoufia' } as const;
    expect(await directory.chatsOf(shelf)).toEqual(['telegram:spare']);
    expect(await directory.chatsOf({ ...shelf, contacts: 'second' })).toEqual([]);
  });

  it('finds volunteers, the chats of a person, and one chat', async () => {
    const volunteers = await directory.chatsOf({ role: 'volunteer' });
    expect(volunteers.toSorted()).toEqual(['simulator:fatima', 'simulator:volunteer']);
    const person = await database.transaction((trx) => personOf(trx, 'simulator:amina', { language: 'fr' }));
    expect(await directory.chatsOf({ person })).toEqual(['simulator:amina']);
    expect(await directory.chatsOf({ chat: 'telegram:7', role: 'customer', of: '' })).toEqual(['telegram:7']);
  });

  it('follows a change made by anybody once it is committed', async () => {
    await database.transaction(async (trx) => {
      await bindStaff(trx, 'telegram:7', 'cooperative', 'nour');
      await bindStaff(trx, 'simulator:fatima', 'cooperative', 'tazwit', 1);
      await unbindStaff(trx, 'simulator:distributor:hassan');
      await unbindStaff(trx, 'simulator:fatima', { role: 'volunteer', of: '' });
      await bindStaff(trx, 'telegram:8', 'shelf', 'benguerir');
    });
    await until('the new binding is known', () => directory.rolesOf('telegram:8')[0]);
    expect(directory.rolesOf('telegram:8')).toEqual([{ role: 'shelf', of: 'benguerir', contact: 1, language: null }]);
    expect(directory.rolesOf('telegram:7').map(({ of }) => of)).toEqual(['tazwit', 'nour']);
    expect(directory.rolesOf('simulator:distributor:hassan')).toEqual([]);
    expect(directory.rolesOf('simulator:fatima')).toEqual([
      { role: 'cooperative', of: 'tazwit', contact: 1, language: null },
    ]);
    expect(await directory.chatsOf({ role: 'cooperative', of: 'tazwit' })).toContain('simulator:fatima');
  });

  it('knows what is spoken with the staff of a channel', async () => {
    await database.transaction((trx) => speakWithStaff(trx, 'telegram', 'fr'));
    await until('the language is known', () => directory.rolesOf('telegram:8')[0]?.language === 'fr');
    expect(directory.rolesOf('simulator:fatima').map(({ language }) => language)).toEqual([null]);
  });

  it('misses no change when many come at once', async () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `maker-${index}`);
    const bind = (slug: string) => database.transaction((trx) => bindStaff(trx, 'telegram:9', 'cooperative', slug));
    for (const slug of slugs) await bind(slug);
    await until('the last change is known', () => directory.rolesOf('telegram:9').at(-1)?.of === 'maker-19');
  });
});
