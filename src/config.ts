/** The environment, read once and checked: a contradiction stops the start with one sentence that names the setting. */
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#base/errors.ts';

const channels = ['simulator'] as const;
const roles = ['all', 'web', 'worker'] as const;

/** What an empty variable means is the same as leaving it out. */
const optional = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const whole = (fallback: number, from: number, to: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(from).max(to).default(fallback),
  );
const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names, fallback: Names[number]) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(names).default(fallback as never));
const text = (fallback: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.string().default(fallback));

const environment = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: text('127.0.0.1'),
  DATA_DIR: text('./data'),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, 'must begin with redis://')),
  REDIS_DURABILITY: oneOf(['checked', 'assured'], 'checked'),
  CHANNELS: text('simulator'),
  TZ_NAME: text('Africa/Casablanca'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  UNDO_SECONDS: optional(z.string().regex(/^\d{1,4}$/, 'must be a number of seconds, at most 9999')),
  OFFER_MINUTES: whole(20, 1, 1440),
  OFFER_REMINDER_MINUTES: optional(z.string().regex(/^\d{1,4}$/, 'must be a number of minutes')),
  COOPERATIVE_CLOCK: text('60,180,360'),
  KEEPER_CLOCK: text('30,60,120'),
  WAKING_HOURS: optional(z.string()),
});

export interface Settings {
  readonly role: (typeof roles)[number];
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Undefined: PGlite in the data directory. */
  readonly databaseUrl: string | undefined;
  /** Undefined: chats are kept in the database. */
  readonly redisUrl: string | undefined;
  readonly redisDurability: 'checked' | 'assured';
  readonly channels: readonly (typeof channels)[number][];
  readonly timeZone: string;
  readonly logLevel: string;
  /** How long an order can be taken back before anybody is told of it. */
  readonly undoSeconds: number;
  /** How long a distributor has to answer an offer. */
  readonly offerMinutes: number;
  /** When somebody who is asked is reminded, whoever else is asked, and when a volunteer is called, in minutes. */
  readonly answerClocks: {
    readonly cooperative: ClockMinutes;
    readonly keeper: ClockMinutes;
    readonly offerReminder: number;
  };
  /** Answer clocks run from this hour to that one; `to` is not included. */
  readonly wakingHours: { readonly from: number; readonly to: number };
}

export interface ClockMinutes {
  readonly reminder: number;
  readonly second: number;
  readonly volunteer: number;
}

/** Long enough to read the summary again; nobody is told meanwhile. */
const undoSeconds = 120;
/** Where only the simulator runs, one person plays everybody and should not have to wait. */
const undoSecondsInSimulator = 5;
const offerReminder = 10;
const wakingHours = '8-21';
const wakingHoursInSimulator = '0-24';
/** A week; whoever wants no answer sooner wants none. */
const mostClockMinutes = 10_080;

function channelsOf(list: string): Settings['channels'] {
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (!channels.includes(name as never)) {
      throw new OperatorError(
        `CHANNELS names «${name}», which this version does not have; it has: ${channels.join(', ')}.`,
      );
    }
  }
  return [...new Set(names)] as Settings['channels'];
}

function zoneOf(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new OperatorError(`TZ_NAME is «${name}», which is not a time zone; Morocco is Africa/Casablanca.`);
  }
}

function clockOf(name: 'COOPERATIVE_CLOCK' | 'KEEPER_CLOCK', list: string): ClockMinutes {
  const [reminder = 0, second = 0, volunteer = 0, ...others] = list.split(',').map((minutes) => Number(minutes.trim()));
  const isAscending = 0 < reminder && reminder < second && second < volunteer && volunteer <= mostClockMinutes;
  if (isAscending && others.length === 0 && [reminder, second, volunteer].every(Number.isInteger)) {
    return { reminder, second, volunteer };
  }
  throw new OperatorError(
    `${name} is «${list}»; it must be three numbers of minutes, each greater than the one before, at most ${mostClockMinutes}, such as 60,180,360.`,
  );
}

function wakingHoursOf(hours: string): Settings['wakingHours'] {
  const [, from = '', to = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(hours) ?? [];
  if (from !== '' && Number(from) < Number(to) && Number(to) <= 24) return { from: Number(from), to: Number(to) };
  throw new OperatorError(`WAKING_HOURS is «${hours}»; it must be two whole hours from 0 to 24, such as 8-21.`);
}

/** Not told: as usual, and half-way where there is less time than that. */
function remindedBefore(offerMinutes: number, told: string | undefined): number {
  const reminder = told === undefined ? Math.min(offerReminder, offerMinutes / 2) : Number(told);
  if (0 < reminder && reminder < offerMinutes) return reminder;
  throw new OperatorError(
    `OFFER_REMINDER_MINUTES is ${reminder}; it must be at least 1 and less than the ${offerMinutes} of OFFER_MINUTES.`,
  );
}

/** Reads the settings out of an environment; throws an OperatorError that names what is wrong and what to do. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, role: string = 'all'): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OperatorError(`${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const read = parsed.data;
  if (!roles.includes(role as never)) throw new OperatorError(`--role is «${role}»; it can be ${roles.join(', ')}.`);
  if (role !== 'all' && (read.DATABASE_URL === undefined || read.REDIS_URL === undefined)) {
    throw new OperatorError(
      `--role ${role} means several processes, which need DATABASE_URL (Postgres) and REDIS_URL; set both, or use --role all.`,
    );
  }
  const channelNames = channelsOf(read.CHANNELS);
  const isPlay = channelNames.every((name) => name === 'simulator');
  return {
    role: role as Settings['role'],
    port: read.PORT,
    host: read.HOST,
    dataDirectory: path.resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    redisDurability: read.REDIS_DURABILITY,
    channels: channelNames,
    timeZone: zoneOf(read.TZ_NAME),
    logLevel: read.LOG_LEVEL,
    undoSeconds: Number(read.UNDO_SECONDS ?? (isPlay ? undoSecondsInSimulator : undoSeconds)),
    offerMinutes: read.OFFER_MINUTES,
    answerClocks: {
      cooperative: clockOf('COOPERATIVE_CLOCK', read.COOPERATIVE_CLOCK),
      keeper: clockOf('KEEPER_CLOCK', read.KEEPER_CLOCK),
      offerReminder: remindedBefore(read.OFFER_MINUTES, read.OFFER_REMINDER_MINUTES),
    },
    wakingHours: wakingHoursOf(read.WAKING_HOURS ?? (isPlay ? wakingHoursInSimulator : wakingHours)),
  };
}
