/** Where the time comes from. Rules and flows are given a time; only hosts hold a clock. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A calendar day in the programme's time zone, as `2026-11-25`. */
export type Day = string;

const calendars = new Map<string, { format: Intl.DateTimeFormat; minute: number; day: Day }>();

/** The calendar day of a moment in a named zone, such as `Africa/Casablanca`. */
export function dayOf(at: number, zone: string): Day {
  // Every turn asks, and building or running a formatter costs more than the rest of a turn; days begin on whole minutes.
  const minute = Math.floor(at / 60_000);
  const calendar = calendars.get(zone);
  if (calendar?.minute === minute) return calendar.day;
  const format = calendar?.format ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const day = format.format(at);
  calendars.set(zone, { format, minute, day });
  return day;
}

/** The day that comes `count` days after `day`; pure calendar arithmetic, no zone. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
