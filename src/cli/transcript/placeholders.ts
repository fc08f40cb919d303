/** What differs between two plays of one conversation: order numbers, hand-over codes and days. */
import { isOrderNumber } from '#trade/orders/number.ts';

type Kind = 'number' | 'code' | 'day';

const patterns: Readonly<Record<Kind, string>> = { number: '[A-Z0-9]{4}', code: '\\d{4}', day: dayPattern() };

/** Direction marks serve the screen; a transcript is read without them. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
}

/** Gives values names when a conversation is written down. */
export function createNaming() {
  const names = new Map<string, string>();
  const counts: Record<Kind, number> = { number: 0, code: 0, day: 0 };
  const named = (kind: Kind, value: string) => {
    const known = names.get(value);
    if (known) return known;
    const count = ++counts[kind];
    const name = `{${kind}${count === 1 ? '' : count}}`;
    names.set(value, name);
    return name;
  };
  // A sum of money of four digits is no code.
  const values = new RegExp(
    `(?<day>${patterns.day})|(?<![\\p{L}\\p{N},.])(?<word>[A-Z0-9]{4})(?![\\p{L}\\p{N}]|[,.]\\d| ?(?:DH|درهم))`,
    'gu',
  );
  return {
    /** What Bladi said, with its changing values named. */
    bot: (text: string) =>
      withoutMarks(text).replace(values, (found, day?: string, word?: string) => {
        if (day) return named('day', day);
        if (word && /^\d{4}$/.test(word)) return named('code', word);
        return word && isOrderNumber(word) ? named('number', word) : found;
      }),
    /** What a person typed; only values that were said before have names. */
    person: (text: string) => text.replace(/[A-Z0-9]{4}/g, (value) => names.get(value) ?? value),
    /** A person's line with the values in place of the names. */
    fill: (text: string) => [...names].reduce((filled, [value, name]) => filled.replaceAll(name, value), text),
  };
}

export interface Binding {
  /** Whether what was said is what stands in the transcript; names get their values here. */
  matches(expected: string, said: string): boolean;
  /** A person's line with the values in place of the names. */
  fill(text: string): string;
}

/** Holds the values of the names while a conversation is played. */
export function createBinding(): Binding {
  const values = new Map<string, string>();
  const placeholder = /\{((number|code|day)\d*)\}/g;
  return {
    matches(expected, said) {
      const fresh = new Map<string, string>();
      const parts = expected.split(/(\{(?:number|code|day)\d*\}|^…$)/m);
      const pattern = parts.map((part) => {
        if (part === '…') return '[^]*?';
        const [, name, kind] = /^\{((number|code|day)\d*)\}$/.exec(part) ?? [];
        if (!name) return escaped(part);
        const value = values.get(name);
        if (value !== undefined) return escaped(value);
        if (fresh.has(name)) return `\\k<${name}>`;
        fresh.set(name, '');
        return `(?<${name}>${patterns[kind as Kind]})`;
      });
      const found = new RegExp(`^${pattern.join('')}$`, 'u').exec(withoutMarks(said).trim());
      for (const name of fresh.keys()) {
        const value = found?.groups?.[name];
        if (value !== undefined) values.set(name, value);
      }
      return found !== null;
    },
    fill: (text) => text.replace(placeholder, (found, name: string) => values.get(name) ?? found),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A day as it is said in both languages, with "today" and "tomorrow" before it. */
function dayPattern(): string {
  const names = (locale: string, field: 'weekday' | 'month') => {
    const format = new Intl.DateTimeFormat(locale, { [field]: 'long', timeZone: 'UTC' });
    const dates = Array.from({ length: 12 }, (_, n) => Date.UTC(2026, n, 1 + n));
    return [
      ...new Set(
        [...dates, ...Array.from({ length: 7 }, (_, n) => Date.UTC(2026, 0, n + 1))].map((date) => format.format(date)),
      ),
    ];
  };
  const either = (field: 'weekday' | 'month') => [...names('fr-MA', field), ...names('ar-MA', field)].join('|');
  return `(?:[\\p{L}’']+[,،] )?(?:${either('weekday')}) (?:1er|\\d{1,2}) (?:${either('month')})`;
}
