/** Small drawings for labels, around the origin, within about thirty units. */
import { type Colour, darker } from './colour.ts';
import { star } from './patterns.ts';
import { at, line, oval, path, repeat } from './shapes.ts';

export const bee =
  at(
    0,
    0,
    oval(-9, -10, 8, 13, { fill: '#cfe0e4', opacity: 0.9, transform: 'rotate(-28 -9 -10)' }) +
      oval(9, -10, 8, 13, { fill: '#cfe0e4', opacity: 0.9, transform: 'rotate(28 9 -10)' }),
  ) +
  oval(0, 4, 10, 15, { fill: '#e8a728' }) +
  path('M-9.5 1 Q0 5 9.5 1 M-9.6 8 Q0 12 9.6 8', { fill: 'none', stroke: '#3a2110', 'stroke-width': 4 }) +
  oval(0, -11, 6.5, 6, { fill: '#3a2110' }) +
  path('M-3 -16 Q-6 -23 -11 -23 M3 -16 Q6 -23 11 -23', {
    fill: 'none',
    stroke: '#3a2110',
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });

/** A branch with leaves and berries. */
export function branch(leaf: Colour, berry: Colour): string {
  const blades = repeat(4, (index) => {
    const x = -18 + index * 11;
    return (
      path(`M${x} ${4 - index * 3} q-3 -14 6 -22 q7 10 -6 22 Z`, { fill: leaf }) +
      path(`M${x + 2} ${5 - index * 3} q10 4 12 17 q-14 -3 -12 -17 Z`, { fill: darker(leaf, 0.2) })
    );
  });
  return (
    path('M-24 8 Q0 4 26 -10', { fill: 'none', stroke: darker(leaf, 0.4), 'stroke-width': 2.6 }) +
    blades +
    oval(-9, 17, 6, 7, { fill: berry }) +
    oval(14, 14, 6, 7, { fill: berry })
  );
}

/** Petals around a heart. */
export function blossom(petal: Colour, heart: Colour): string {
  return (
    repeat(6, (index) => at(0, 0, oval(0, -14, 7, 13, { fill: petal }), index * 60)) + oval(0, 0, 7, 7, { fill: heart })
  );
}

export function starMotif(colour: Colour): string {
  return star(26, colour) + star(15, '#fbf0d9') + star(8, colour);
}

export function earMotif(colour: Colour): string {
  const grains = repeat(
    4,
    (index) =>
      at(-5, 6 - index * 9, oval(0, 0, 4, 7, { fill: colour }), -28) +
      at(5, 6 - index * 9, oval(0, 0, 4, 7, { fill: colour }), 28),
  );
  return (
    line(0, 28, 0, -18, { stroke: darker(colour, 0.25), 'stroke-width': 2.4 }) +
    grains +
    oval(0, -27, 4, 7, { fill: colour })
  );
}

/** A bowl with steam. */
export function steamingBowl(colour: Colour): string {
  return (
    path('M-24 4 H24 Q22 26 0 26 Q-22 26 -24 4 Z', { fill: colour }) +
    path('M-9 -4 q-6 -8 0 -14 q6 -6 0 -12 M9 -4 q-6 -8 0 -14 q6 -6 0 -12', {
      fill: 'none',
      stroke: colour,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    })
  );
}
