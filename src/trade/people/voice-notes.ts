import type { Transaction } from '#database/database.ts';
import type { Commands, Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import { afterWakingMinutes } from '../waking.ts';
import { addPlea } from './ask-for-help.ts';
import type { Actor } from './roles.ts';

/** Within so many minutes of a volunteer's day somebody has usually listened; nobody does at night. */
const listeningMinutes = 240;
const volunteersDay = { from: 9, to: 20 } as const;

/** A note is written down beside the chat that it came from; whether anybody listens is for its sender to say. */
export async function keepVoice(
  trx: Transaction,
  actor: Actor,
  input: Commands['voice.keep']['input'],
  tools: TradeTools,
): Promise<Outcome<Commands['voice.keep']['answer']>> {
  const { clock, ids, settings } = tools;
  const [now, note] = [clock.now(), ids.next()];
  const { media, seconds } = input;
  await trx
    .insertInto('voice_note')
    .values({
      ...{ id: note, chat: actor.chat, source: media.source, mime_type: media.mimeType },
      ...{ seconds: seconds ?? null, kept_at: now },
    })
    .execute();
  const by = afterWakingMinutes(now, listeningMinutes, volunteersDay, settings.timeZone);
  return { ok: true, answer: { note, by } };
}

/** The sender wants the volunteers to listen. Asked twice, they are told once. */
export async function askToListen(
  trx: Transaction,
  actor: Actor,
  input: { note: string },
  tools: TradeTools,
): Promise<Outcome<{ request: string }>> {
  const note = await trx.selectFrom('voice_note').selectAll().where('id', '=', input.note).executeTakeFirst();
  if (note?.chat !== actor.chat) return { ok: false, reason: 'unknown' };
  const asked = await trx
    .selectFrom('help_message')
    .select('request')
    .where('voice_note', '=', note.id)
    .executeTakeFirst();
  if (asked !== undefined) return { ok: true, answer: { request: asked.request } };
  const media = { source: note.source, mimeType: note.mime_type };
  return { ok: true, answer: { request: await addPlea(trx, actor, tools, { note: { id: note.id, media } }) } };
}
