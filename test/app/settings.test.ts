import { expect, test } from 'vitest';
import { readSettings } from '#config';

test('without any setting one person plays everybody, awake all day, and waits five seconds', () => {
  expect(readSettings({})).toMatchObject({
    undoSeconds: 5,
    offerMinutes: 20,
    answerClocks: {
      cooperative: { reminder: 60, second: 180, volunteer: 360 },
      keeper: { reminder: 30, second: 60, volunteer: 120 },
      offerReminder: 10,
    },
    wakingHours: { from: 0, to: 24 },
  });
});

test('what is set counts', () => {
  const env = {
    ...{ UNDO_SECONDS: '30', OFFER_MINUTES: '40', OFFER_REMINDER_MINUTES: '25', WAKING_HOURS: '9-20' },
    ...{ COOPERATIVE_CLOCK: '10, 20, 30', KEEPER_CLOCK: '1,2,3' },
  };
  expect(readSettings(env)).toMatchObject({
    undoSeconds: 30,
    answerClocks: {
      cooperative: { reminder: 10, second: 20, volunteer: 30 },
      keeper: { reminder: 1, second: 2, volunteer: 3 },
      offerReminder: 25,
    },
    wakingHours: { from: 9, to: 20 },
  });
});

test('a short offer is reminded of half-way', () => {
  expect(readSettings({ OFFER_MINUTES: '8' }).answerClocks.offerReminder).toBe(4);
});
