/** The session of a customer with three products in the basket, as it is kept between two turns. */
import { createApp } from '#app';
import { createLogger } from '#base/logger.ts';
import { readSettings } from '#config';
import { openDatabase } from '#database/open-database.ts';

const threeProducts = ['hello', '2', 'miel de thym', '2', 'quinoa', '1', 'amlou', '1', '3'] as const;
const chat = 'simulator:session';

/** Played with the chats kept in this Postgres, where the session can be read. */
export async function sampleSession(databaseUrl: string): Promise<string> {
  const logger = createLogger('error');
  const app = createApp(readSettings({ DATABASE_URL: databaseUrl }), { logger });
  try {
    for (const [turn, text] of threeProducts.entries()) {
      await app.handle({ chat, id: String(turn), at: Date.now(), kind: 'text', text });
    }
  } finally {
    await app.stop();
  }
  const database = await openDatabase({ url: databaseUrl, directory: '' });
  try {
    const { rows } = await database.run('select state from chat where chat = $1', [chat]);
    const [{ state } = {}] = rows as { state?: string }[];
    if (state === undefined) throw new Error('the conversation has left no session');
    return state;
  } finally {
    await database.close();
  }
}
