import { z } from 'zod';
import { addDays, dayOf } from '#base/clock.ts';
import type { InstantAnswer } from '#trade/answers/answer.ts';
import { day } from '#trade/fields.ts';

/** Longer than this is no absence. */
const longest = 366;

const absence = z.object({ until: day.nullable() });

/** The cooperative does not work up to and on a day; without a day it is back. */
export const stayAway: InstantAnswer<'cooperative.away'> = {
  input: absence,
  run: async (trx, { role, of }, { until }, { clock, settings }) => {
    if (role !== 'cooperative') return { ok: false, reason: 'notYours' };
    const today = dayOf(clock.now(), settings.timeZone);
    if (until !== null && (until < today || until > addDays(today, longest))) return { ok: false, reason: 'dayGone' };
    const own = await trx
      .selectFrom('cooperative')
      .select('away_until')
      .where('slug', '=', of)
      .forUpdate()
      .executeTakeFirst();
    if (own === undefined) return { ok: false, reason: 'notYours' };
    await trx.updateTable('cooperative').set({ away_until: until }).where('slug', '=', of).execute();
    return { ok: true, answer: { before: { until: own.away_until } } };
  },
  undo: async (trx, { of }, before) => {
    const { until } = absence.parse(before);
    await trx.updateTable('cooperative').set({ away_until: until }).where('slug', '=', of).execute();
  },
};
