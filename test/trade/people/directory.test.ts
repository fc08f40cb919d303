import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { databaseKinds, testDatabase } from '#test/support/database.ts';
import { until } from '#test/support/until.ts';
import { createDirectory, type Directory } from '#trade/people/directory.ts';
import { personOf } from '#trade/people/people.ts';
import { bindStaff, unbindStaff } from '#trade/people/staff.ts';

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
    });
    directory = createDirectory(database, log);
    await directory.start();
  });
  afterAll(async () => {
    await directory.stop();
    await database.close();
  });

  it('tells who acts in which role, and that everybody else is a customer', () => {
    expect(directory.roleOf('telegram:7')).toEqual({ role: 'cooperative', of: 'tazwit' });
    expect(directory.roleOf('simulator:volunteer')).toEqual({ role: 'volunteer', of: '' });
    expect(directory.roleOf('simulator:amina')).toBeUndefined();
  });

  it('finds every chat of a recipient', async () => {
    const chats = ['simulator:cooperative:tazwit', 'telegram:7'];
    expect(await directory.chatsOf({ role: 'cooperative', of: 'tazwit' })).toEqual(chats);
    expect(await directory.chatsOf({ role: 'cooperative', of: 'hassan' })).toEqual([]);
    expect(await directory.chatsOf({ role: 'volunteer' })).toEqual(['simulator:volunteer']);
    const person = await database.transaction((trx) => personOf(trx, 'simulator:amina', { language: 'fr' }));
    expect(await directory.chatsOf({ person })).toEqual(['simulator:amina']);
  });

  it('follows a change made by anybody once it is committed', async () => {
    await database.transaction(async (trx) => {
      await bindStaff(trx, 'telegram:8', 'shelf', 'benguerir');
      await bindStaff(trx, 'telegram:7', 'cooperative', 'nour');
      await unbindStaff(trx, 'simulator:distributor:hassan');
    });
    await until('the new binding is known', () => directory.roleOf('telegram:8'));
    expect(directory.roleOf('telegram:8')).toEqual({ role: 'shelf', of: 'benguerir' });
    expect(directory.roleOf('telegram:7')).toEqual({ role: 'cooperative', of: 'nour' });
    expect(directory.roleOf('simulator:distributor:hassan')).toBeUndefined();
  });

  it('misses no change when many come at once', async () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `maker-${index}`);
    const bind = (slug: string) => database.transaction((trx) => bindStaff(trx, 'telegram:9', 'cooperative', slug));
    for (const slug of slugs) await bind(slug);
    await until('the last change is known', () => directory.roleOf('telegram:9')?.of === 'maker-19');
  });
});
