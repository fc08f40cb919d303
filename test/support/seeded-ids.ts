import type { Ids } from '#base/ids.ts';

/** Identifiers in their order, and numbers that look random but are the same at each run. */
export function seededIds(seed = 1, name = 'id'): Ids {
  let state = seed;
  let count = 0;
  return {
    next() {
      count += 1;
      return `${name}-${seed}-${count}`;
    },
    below(limit) {
      // Mulberry32.
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}
