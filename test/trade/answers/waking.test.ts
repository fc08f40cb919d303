import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterWakingMinutes, hourOf } from '#trade/waking.ts';

const zone = 'Africa/Casablanca';
const day = { from: 8, to: 21 };
const at = (time: string) => Date.parse(time);
const later = (time: string, minutes: number, hours = day, where = zone) =>
  new Date(afterWakingMinutes(at(time), minutes, hours, where)).toISOString();

describe('an hour after a question', () => {
  test.each([
    // Morocco is an hour ahead of UTC, and in step with it during Ramadan.
    ['of the day is an hour later', '2025-11-22T11:00:00Z', '2025-11-22T12:00:00.000Z'],
    ['of the evening is in the next morning', '2025-11-22T19:30:00Z', '2025-11-23T07:30:00.000Z'],
    [
      'an hour before the night is the next morning, not the first minute of the night',
      '2025-11-22T19:00:00Z',
      '2025-11-23T07:00:00.000Z',
    ],
    ['of the night is an hour into the morning', '2025-11-22T23:40:00Z', '2025-11-23T08:00:00.000Z'],
    [
      'of the last evening before Ramadan comes at the hour of Ramadan',
      '2026-02-14T19:30:00Z',
      '2026-02-15T08:30:00.000Z',
    ],
    ['of the last evening of Ramadan comes at the hour after it', '2026-03-21T20:30:00Z', '2026-03-22T07:30:00.000Z'],
  ])('%s', (_, asked, due) => {
    expect(later(asked, 60)).toBe(due);
  });

  test('is an hour later where the clocks run all day', () => {
    expect(later('2025-11-22T23:40:00Z', 60, { from: 0, to: 24 })).toBe('2025-11-23T00:40:00.000Z');
  });

  test('takes a night of summer time for what it is', () => {
    // In Paris the hour from two to three is skipped in this night.
    expect(later('2026-03-28T23:30:00Z', 60, { from: 1, to: 4 }, 'Europe/Paris')).toBe('2026-03-29T01:00:00.000Z');
    expect(later('2026-03-29T00:30:00Z', 60, { from: 1, to: 4 }, 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(later('2026-03-28T12:00:00Z', 30, { from: 2, to: 3 }, 'Europe/Paris')).toBe('2026-03-30T00:30:00.000Z');
  });
});

test('a clock of six hours goes on in the morning', () => {
  expect(later('2025-11-22T17:00:00Z', 360)).toBe('2025-11-23T10:00:00.000Z');
});

describe('whenever somebody is asked', () => {
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from, to }));
  const moment = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
  const minutes = fc.integer({ min: 0, max: 900 });
  const zones = fc.constantFrom(zone, 'Europe/Paris', 'Asia/Kathmandu', 'Australia/Lord_Howe');

  test('nobody is disturbed in the night', () => {
    fc.assert(
      fc.property(moment, minutes, hours, zones, (asked, wait, awake, where) => {
        if (awake.from === 0 && awake.to === 24) return;
        const hour = hourOf(afterWakingMinutes(asked, wait, awake, where), where);
        expect(hour).toBeGreaterThanOrEqual(awake.from);
        expect(hour).toBeLessThan(awake.to);
      }),
    );
  });

  test('nothing comes sooner than it was said, nor sooner for who was asked later', () => {
    fc.assert(
      fc.property(moment, moment, minutes, hours, zones, (one, other, wait, awake, where) => {
        const [sooner, laterOne] = [Math.min(one, other), Math.max(one, other)];
        const due = afterWakingMinutes(sooner, wait, awake, where);
        expect(due).toBeGreaterThanOrEqual(sooner + wait * 60_000);
        expect(afterWakingMinutes(laterOne, wait, awake, where)).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  test('one wait after another is as long as both', () => {
    fc.assert(
      fc.property(moment, minutes, minutes, hours, zones, (asked, first, second, awake, where) => {
        const inSteps = afterWakingMinutes(afterWakingMinutes(asked, first, awake, where), second, awake, where);
        expect(inSteps).toBe(afterWakingMinutes(asked, first + second, awake, where));
      }),
    );
  });
});
