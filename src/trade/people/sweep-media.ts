import { sql } from 'kysely';
import type { Transaction } from '#database/database.ts';

/** What no order or request under way needs is kept for so long. */
const keeping = 60 * 24 * 3_600_000;
/** At most so many at once, so that whoever happens to sweep is not held up by it. */
const mostAtOnce = 100;

/** Where the host keeps sound and pictures. */
export const keptPrefix = 'kept/';

/** Erases sound and pictures that are old and needed by nothing that is still under way; gives how many. */
export async function sweepMedia(trx: Transaction, now: number): Promise<number> {
  const before = now - keeping;
  await sql`
    delete from voice_note where id in (
      select id from voice_note
      where kept_at <= ${before}
        and not exists (select 1 from orders where voice_note = voice_note.id and closed_at is null)
        and not exists (
          select 1 from help_message join help_request on help_request.id = request
          where voice_note = voice_note.id and state <> 'closed'
        )
      limit ${mostAtOnce}
      for update skip locked
    )`.execute(trx);
  const { numAffectedRows } = await sql`
    delete from kept_media where id in (
      select id from kept_media
      where kept_at <= ${before}
        and not exists (select 1 from voice_note where source = ${keptPrefix} || kept_media.id)
      limit ${mostAtOnce}
      for update skip locked
    )`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
