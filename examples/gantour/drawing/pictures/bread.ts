import type { Canvas } from '../canvas.ts';
import { oval, path } from '../shapes.ts';

/** A quarter of a round loaf, crust behind and crumb in front, leaning over the origin. */
export function loaf(canvas: Canvas): string {
  const crumb = canvas.along(90, [
    [0, '#f6e3ba'],
    [1, '#dcb980'],
  ]);
  const holes: readonly (readonly [number, number])[] = [
    [-36, 4],
    [-12, -12],
    [10, 6],
    [34, -6],
    [-20, 12],
  ];
  return (
    path('M-66 10 Q-62 -58 4 -66 Q62 -62 64 6 Q58 -30 0 -34 Q-54 -28 -66 10 Z', { fill: canvas.ball('#c07f3a') }) +
    path('M-66 10 Q-54 -30 0 -36 Q56 -32 64 6 Q30 26 0 24 Q-40 24 -66 10 Z', { fill: crumb }) +
    holes.map(([x, y]) => oval(x, y, 4, 2.6, { fill: '#c79c5c', opacity: 0.7 })).join('')
  );
}
