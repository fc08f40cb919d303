import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import type { ReadTools } from '../tools.ts';
import type { HelpView } from './requests.ts';
import type { Actor } from './roles.ts';
import { whoIs } from './who.ts';

/** What somebody asked and all that was written since, for volunteers. */
export async function showHelp(
  db: Kysely<Tables>,
  actor: Actor,
  input: { request: string },
  tools: ReadTools,
): Promise<HelpView | null> {
  if (actor.role !== 'volunteer') return null;
  const query = db.selectFrom('help_request').selectAll().where('id', '=', input.request);
  const request = await query.executeTakeFirst();
  if (request === undefined) return null;
  const messages = await db
    .selectFrom('help_message')
    .leftJoin('voice_note', 'voice_note.id', 'help_message.voice_note')
    .select(['sender', 'words', 'source', 'mime_type'])
    .where('request', '=', request.id)
    .orderBy('number')
    .execute();
  return {
    request: request.id,
    who: whoIs(request, tools),
    role: request.role,
    ...(request.phone === null ? {} : { phone: request.phone }),
    state: request.state,
    isMine: request.taken_by === actor.chat,
    since: request.asked_at,
    messages: [
      // Requests of before there were conversations hold their words themselves.
      ...(request.words === null ? [] : [{ from: 'person' as const, words: request.words }]),
      ...messages.map(({ sender, words, source, mime_type: mimeType }) => ({
        from: sender,
        ...(words === null ? {} : { words }),
        ...(source === null || mimeType === null ? {} : { voice: { source, mimeType } }),
      })),
    ],
  };
}
