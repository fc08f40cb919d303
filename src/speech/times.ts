/** Moments as people say them: the hour, with the day where that is not today. */
import { dayOf } from '#base/clock.ts';
import { isolateCode } from './bidi.ts';
import { dayText } from './dates.ts';
import { filled, type Voice } from './voice.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Digits are Latin in both languages, as in Moroccan timetables. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('fr-MA', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
  }
  return format;
}

export function timeText(at: number, voice: Voice): string {
  const parts = formatOf(voice.timeZone).formatToParts(at);
  const part = (type: 'hour' | 'minute') => parts.find((one) => one.type === type)?.value ?? '';
  const values = { hour: String(Number(part('hour'))), minute: part('minute') };
  const form = values.minute === '00' ? 'common.hourWhole' : 'common.hour';
  const hour = isolateCode(filled(form, values, voice), voice.language);
  const day = dayOf(at, voice.timeZone);
  if (voice.today === undefined || day === voice.today) return hour;
  return filled('common.timeOnDay', { day: dayText(day, voice), hour }, voice);
}
