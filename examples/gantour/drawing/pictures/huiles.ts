import type { Canvas } from '../canvas.ts';
import { bottle } from '../containers.ts';
import { almond, strewn } from '../heaps.ts';
import { moods } from '../moods.ts';
import { blossom, branch, starMotif } from '../motifs.ts';
import { flower, fruit, leaf } from '../plants.ts';
import { scene } from '../scene.ts';
import { at, oval, path, repeat, shadow } from '../shapes.ts';
import { loaf } from './bread.ts';

export const huiles = {
  'huile-olive': (canvas: Canvas) =>
    scene(
      canvas,
      moods.oil,
      bottle(canvas, 290, 574, 150, 390, {
        content: '#a8a02c',
        cloth: '#5f6f2a',
        motif: branch('#6f8a3c', '#3f3a2a'),
        stopper: 'cork',
      }) +
        oliveBranch(canvas, 440, 560) +
        dish(canvas, 120, 592),
    ),
  'huile-argan': (canvas: Canvas) =>
    scene(
      canvas,
      { ...moods.oil, wall: '#e6bf86', niche: '#a8552f', tile: '#2f7a72' },
      bottle(canvas, 300, 572, 138, 330, {
        content: '#c98a1f',
        cloth: '#8f4a1f',
        motif: starMotif('#8f4a1f'),
        stopper: 'cork',
      }) +
        repeat(5, (index) =>
          at(440 + index * 26, 520 - (index % 2) * 14, leaf(canvas, '#6f8a4a', 66, 15), 30 + index * 20),
        ) +
        [
          [440, 560],
          [492, 576],
          [544, 556],
          [470, 596],
        ]
          .map(
            ([x = 0, y = 0], index) =>
              shadow(canvas, x, y + 20, 26) +
              at(x, y, fruit(canvas, index % 2 ? '#c9a83a' : '#9a9a3c', 25, 32), 24 + index * 34),
          )
          .join('') +
        strewn(
          canvas,
          [
            [96, 570],
            [146, 594],
            [180, 566],
            [116, 604],
            [206, 598],
          ],
          () => almond(canvas, 1.05),
        ),
    ),
  'figues-barbarie-huile': (canvas: Canvas) =>
    scene(
      canvas,
      { ...moods.oil, wall: '#f0c8a4', niche: '#3f8a7a', tile: '#c8503c' },
      cactus(canvas) +
        bottle(canvas, 268, 576, 128, 270, {
          content: '#c9821c',
          cloth: '#b8402f',
          motif: blossom('#d9582f', '#e8a728'),
          stopper: 'dropper',
        }) +
        [
          [430, 586, '#c8402c'],
          [498, 592, '#e08a2c'],
          [134, 590, '#c9503a'],
        ]
          .map(([x, y, colour], index) => pricklyPear(canvas, Number(x), Number(y), String(colour), index * 24 - 20))
          .join(''),
    ),
};

function oliveBranch(canvas: Canvas, x: number, y: number): string {
  const leaves = repeat(9, (index) =>
    at(
      x + index * 17,
      y - index * 15 + (index % 2) * 4,
      leaf(canvas, index % 2 ? '#7f9a58' : '#9aae78', 82, 15),
      index % 2 ? 100 : -4,
    ),
  );
  const olives = [
    [474, 574, '#4a4a2a'],
    [516, 548, '#7f8f34'],
    [446, 590, '#7f8f34'],
    [548, 580, '#3a2a34'],
    [500, 596, '#8f9a3c'],
  ]
    .map(
      ([ox, oy, colour], index) =>
        shadow(canvas, Number(ox), Number(oy) + 16, 18) +
        at(Number(ox), Number(oy), fruit(canvas, String(colour), 18, 23), 30 * index),
    )
    .join('');
  return (
    path(`M${x - 14} ${y + 12} Q${x + 80} ${y - 50} ${x + 150} ${y - 140}`, {
      fill: 'none',
      stroke: '#6a4a2a',
      'stroke-width': 6,
      'stroke-linecap': 'round',
    }) +
    leaves +
    olives
  );
}

/** A dish of oil with a piece of bread. */
function dish(canvas: Canvas, cx: number, base: number): string {
  return (
    shadow(canvas, cx, base, 84, 0.2) +
    oval(cx, base - 16, 86, 25, { fill: canvas.round('#e9dcc2') }) +
    oval(cx, base - 20, 70, 17, {
      fill: canvas.around(0.35, 0.35, 0.8, [
        [0, '#e6dc7a'],
        [0.6, '#b0a22c'],
        [1, '#6f6a1c'],
      ]),
    }) +
    at(cx - 8, base - 44, loaf(canvas), -8)
  );
}

function cactus(canvas: Canvas): string {
  const pad = (x: number, y: number, rx: number, ry: number, turn: number) =>
    at(
      x,
      y,
      oval(0, 0, rx, ry, { fill: canvas.ball('#6fa06a') }) +
        repeat(14, (index) => {
          const px = ((index % 4) - 1.5) * rx * 0.42;
          const py = (Math.floor(index / 4) - 1.5) * ry * 0.42;
          return path(`M${px} ${py} l-3 -5 M${px} ${py} l3 -5 M${px} ${py} l0 -6`, {
            stroke: '#f3ecd0',
            'stroke-width': 1.6,
            'stroke-linecap': 'round',
          });
        }),
      turn,
    );
  return (
    pad(470, 470, 62, 96, 12) +
    pad(430, 350, 46, 68, -18) +
    pad(532, 376, 44, 64, 28) +
    at(414, 280, flower(canvas, '#f2c23a', '#d9782c', 26, 9)) +
    at(566, 312, fruit(canvas, '#c8402c', 19, 26), 30) +
    at(538, 306, fruit(canvas, '#d9582f', 18, 25), 8)
  );
}

function pricklyPear(canvas: Canvas, x: number, base: number, colour: string, turn: number): string {
  const dots = repeat(10, (index) =>
    oval(((index % 3) - 1) * 15, (Math.floor(index / 3) - 1.2) * 17, 2.2, 2.2, { fill: '#f3dca0' }),
  );
  return (
    shadow(canvas, x, base, 34) +
    at(
      x,
      base - 36,
      oval(0, 0, 31, 41, { fill: canvas.ball(colour) }) + oval(0, -37, 15, 6, { fill: '#7a4a2c' }) + dots,
      turn,
    )
  );
}
