import { filled, type Voice } from './voice.ts';

/** `a, b et c`; « أ، ب وج ». */
export function listText(items: readonly string[], voice: Voice): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  const first = items.slice(0, -1).reduce((before, next) => filled('common.listMore', { first: before, next }, voice));
  return filled('common.listLast', { first, last }, voice);
}
