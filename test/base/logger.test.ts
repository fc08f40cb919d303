import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from '#base/logger.ts';
import { testDatabase } from '#test/support/database.ts';

/** What the log holds after one error was written to it. */
function logged(error: unknown): string {
  const lines = new PassThrough();
  createLogger('error', lines).error({ err: error }, 'it failed');
  return String(lines.read());
}

test('an error of the database is logged without the values of its statement', async () => {
  const database = await testDatabase();
  try {
    const insert = database.db
      .insertInto('person')
      .values({ name: 'Amina Rahali', phone: '+212612345678', language: 'xx' as 'fr' })
      .execute();
    const error = await insert.catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).toContain('Rahali');
    const line = logged(error);
    expect(line).toContain('person_language_check');
    expect(line).not.toContain('Rahali');
    expect(line).not.toContain('612345678');
  } finally {
    await database.close();
  }
});

test('an error is logged with its kind, its code, its cause and where it was thrown', () => {
  const cause = Object.assign(new Error('the line is cut'), { code: 'ECONNRESET', address: '10.0.0.7' });
  const line = logged(new TypeError('it did not work', { cause }));
  const { err } = JSON.parse(line) as { err: { type: string; stack: string; cause: object } };
  expect(err.type).toBe('TypeError');
  expect(err.stack).toContain('logger.test.ts');
  expect(err.cause).toMatchObject({ message: 'the line is cut', code: 'ECONNRESET' });
  expect(line).not.toContain('10.0.0.7');
});
