import type { WakingHours } from './tools.ts';

/** Zones change their hour at a quarter of an hour at the finest, and hours of the day begin at one, too. */
const quarter = 15 * 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day in a named zone, from 0 to 23. */
export function hourOf(at: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    formats.set(zone, format);
  }
  return Number(format.format(at));
}

/**
 * When so many minutes during which people are awake will have passed since `at`; never a moment of the night. It walks
 * through the hours as the zone has them, so that a change to Ramadan's time in between neither adds nor takes a minute.
 */
export function afterWakingMinutes(at: number, minutes: number, { from, to }: WakingHours, zone: string): number {
  if (from === 0 && to === 24) return at + minutes * 60_000;
  let left = minutes * 60_000;
  for (let moment = at; ; ) {
    const next = (Math.floor(moment / quarter) + 1) * quarter;
    const hour = hourOf(moment, zone);
    if (hour >= from && hour < to) {
      if (left < next - moment) return moment + left;
      left -= next - moment;
    }
    moment = next;
  }
}
