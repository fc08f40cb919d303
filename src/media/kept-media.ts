/** Sound and pictures that people sent, kept by the house so that they can be carried to somebody else on any channel. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '#base/clock.ts';
import type { MediaReference } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';

export interface KeptMedia {
  /** Keeps the bytes; what it gives stands in messages and is served under `/media/`. */
  keep(bytes: Uint8Array, mimeType: string): Promise<MediaReference>;
  /** `undefined` when it is not kept (any more). */
  read(source: string): Promise<{ readonly mimeType: string; readonly bytes: Uint8Array } | undefined>;
}

const prefix = 'kept/';

export function createKeptMedia(database: Database, clock: Clock): KeptMedia {
  return {
    async keep(bytes, mimeType) {
      // Whoever knows the address may fetch it, so it is not to be guessed.
      const id = randomBytes(24).toString('base64url');
      const row = { id, mime_type: mimeType, bytes, kept_at: clock.now() };
      await database.db.insertInto('kept_media').values(row).execute();
      return { source: prefix + id, mimeType };
    },
    async read(source) {
      if (!source.startsWith(prefix)) return undefined;
      const query = database.db.selectFrom('kept_media').select(['mime_type', 'bytes']);
      const row = await query.where('id', '=', source.slice(prefix.length)).executeTakeFirst();
      return row && { mimeType: row.mime_type, bytes: row.bytes };
    },
  };
}
