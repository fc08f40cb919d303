/** Colours as `#rrggbb`. */
export type Colour = string;

/** A colour on the way from one to another; `part` runs from 0 to 1. */
export function mix(from: Colour, to: Colour, part: number): Colour {
  const a = channels(from);
  const b = channels(to);
  return `#${a.map((value, index) => hex(value + ((b[index] ?? 0) - value) * part)).join('')}`;
}

export const lighter = (colour: Colour, part: number) => mix(colour, '#fff6e0', part);
export const darker = (colour: Colour, part: number) => mix(colour, '#1f0d05', part);

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
}
