/** The solidarity basket with its ribbon. */
import type { Canvas } from '../canvas.ts';
import { star } from '../patterns.ts';
import { at, path } from '../shapes.ts';
import { basket } from './woven.ts';

/** The basket with its ribbon; `filling` looks out of it. */
export function fullBasket(canvas: Canvas, filling: string): string {
  const ribbon = '#c8402c';
  return (
    basket(canvas, 322, 590, 380, 180, ['#2f6f6b', '#d9a02c'], filling) +
    path('M136 474 Q322 554 508 474 L506 502 Q322 582 140 502 Z', {
      fill: canvas.along(90, [
        [0, '#e0604a'],
        [1, '#a82c1c'],
      ]),
      opacity: 0.96,
    }) +
    at(
      322,
      532,
      path('M0 0 C-60 -46 -84 -10 -72 14 C-60 34 -22 22 0 4 C22 22 60 34 72 14 C84 -10 60 -46 0 0 Z', {
        fill: canvas.ball(ribbon),
      }) +
        path('M-8 6 L-34 62 L-16 54 L-2 66 L4 8 Z M8 6 L34 60 L18 54 L4 66 L-2 8 Z', { fill: '#a82c1c' }) +
        star(13, '#f3dcae'),
    )
  );
}
