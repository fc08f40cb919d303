/** Holds the data directory it is given; with `write` it opens the database there and adds rows until it is killed. */
import { sql } from 'kysely';
import { lockDataDirectory } from '#database/data-directory-lock.ts';
import { openDatabase } from '#database/open-database.ts';

const [directory, task] = process.argv.slice(2);
if (directory === undefined) throw new Error('which directory?');
if (task === 'lock') {
  await lockDataDirectory(directory);
  console.log('open');
  setInterval(() => {}, 1_000);
} else {
  const database = await openDatabase({ url: undefined, directory });
  await database.run('create table if not exists note (id integer primary key, twin integer not null)');
  console.log('open');
  const { rows } = await sql<{ next: number }>`select coalesce(max(id), 0) + 1 as next from note`.execute(database.db);
  for (let id = rows[0]?.next ?? 1; ; id++) {
    await database.transaction(async (trx) => {
      await sql`insert into note values (${id}, 0)`.execute(trx);
      await sql`update note set twin = ${id} where id = ${id}`.execute(trx);
    });
    // Said only once it is committed.
    console.log(`kept ${id}`);
  }
}
