import { expect, it } from 'vitest';
import { orderedId } from '#database/ordered-id.ts';

it('makes identifiers that sort as they were made, also many in a millisecond and when the clock is set back', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');
  const ids = Array.from({ length: 10_000 }, (_, index) => orderedId(now - (index % 3)));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 10))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
