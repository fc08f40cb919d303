import type { Canvas } from '../canvas.ts';
import { type Colour, darker, lighter } from '../colour.ts';
import { jar } from '../containers.ts';
import { moods } from '../moods.ts';
import { bee, blossom } from '../motifs.ts';
import { flower, fruit, leaf, sprig } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, oval, path, repeat, shadow } from '../shapes.ts';

interface Honey {
  readonly colour: Colour;
  readonly cloth: Colour;
  readonly motif: string;
  readonly mood: Mood;
  readonly beside: (canvas: Canvas) => string;
}

const honeys: Record<string, Honey> = {
  'miel-thym': {
    colour: '#b5651d',
    cloth: '#7b4f8c',
    motif: bee,
    mood: moods.honey,
    beside: (canvas) =>
      repeat(5, (index) =>
        at(452 + index * 16, 566, sprig(canvas, { ...thyme, length: 150 + (index % 3) * 26 }), 18 + index * 15),
      ) + oval(456, 562, 15, 9, { fill: '#d9b67c', transform: 'rotate(30 456 562)' }),
  },
  'miel-euphorbe': {
    colour: '#8a4413',
    cloth: '#3f7d5a',
    motif: bee,
    mood: { ...moods.honey, niche: '#6f8a54', tile: '#b5482f' },
    beside: (canvas) => euphorbia(canvas, 508, 566),
  },
  'miel-toutes-fleurs': {
    colour: '#e8a326',
    cloth: '#c8503c',
    motif: blossom('#d9683f', '#e8a728'),
    mood: { ...moods.honey, wall: '#f0c878', niche: '#5a8f8a', tile: '#c8703c' },
    beside: (canvas) =>
      at(470, 552, flower(canvas, '#f6f0e2', '#e8a728', 38, 12)) +
      at(540, 536, flower(canvas, '#c8503c', '#3a2110', 34, 6)) +
      at(512, 580, flower(canvas, '#8a6fb8', '#f2c84a', 28, 8)) +
      at(572, 582, flower(canvas, '#f2c84a', '#a8642f', 26, 10)),
  },
  'miel-jujubier': {
    colour: '#9c3f12',
    cloth: '#c98a2c',
    motif: bee,
    mood: { ...moods.honey, niche: '#a8493a', tile: '#d9a441' },
    beside: (canvas) =>
      repeat(5, (index) => at(470 + index * 20, 540 - index * 12, leaf(canvas, '#6f8f3f', 54, 20), 40 + index * 22)) +
      [
        [470, 566],
        [512, 576],
        [552, 560],
        [496, 540],
        [590, 578],
      ]
        .map(([x = 0, y = 0], index) => at(x, y, fruit(canvas, index % 2 ? '#8f2f1a' : '#b8481f', 21, 17), index * 30))
        .join(''),
  },
};

const thyme = { leaf: '#6d8a4a', length: 160, leafLength: 19, leafWidth: 8, pairs: 12, bloom: '#b78ac9' };

export const miels = Object.fromEntries(
  Object.entries(honeys).map(([code, honey]) => [
    code,
    (canvas: Canvas) =>
      scene(
        canvas,
        honey.mood,
        jar(canvas, 300, 566, 216, 310, { content: honey.colour, cloth: honey.cloth, motif: honey.motif }) +
          honey.beside(canvas) +
          saucer(canvas, 128, 586, honey.colour),
      ),
  ]),
);

/** A saucer of honey with its dipper. */
function saucer(canvas: Canvas, cx: number, base: number, colour: Colour): string {
  const wood = '#a86f3c';
  const dipper = repeat(5, (index) =>
    oval(0, -index * 8.5, 17 - Math.abs(index - 2) * 2.4, 5.4, {
      fill: canvas.round(lighter(wood, 0.1)),
      stroke: darker(wood, 0.4),
      'stroke-width': 1,
    }),
  );
  return (
    shadow(canvas, cx, base, 84, 0.2) +
    oval(cx, base - 18, 88, 27, { fill: canvas.round('#e9dcc2') }) +
    oval(cx, base - 22, 74, 20, { fill: darker('#e9dcc2', 0.25) }) +
    oval(cx, base - 20, 68, 17, {
      fill: canvas.around(0.35, 0.3, 0.8, [
        [0, lighter(colour, 0.55)],
        [0.5, colour],
        [1, darker(colour, 0.35)],
      ]),
    }) +
    at(
      cx + 6,
      base - 30,
      path('M0 -38 L0 -150', { stroke: wood, 'stroke-width': 8, 'stroke-linecap': 'round' }) +
        dipper +
        path('M-14 -6 Q-18 12 -4 16 Q14 18 14 -6 Z', { fill: colour, opacity: 0.85 }),
      -32,
    ) +
    oval(cx - 26, base - 26, 16, 4, { fill: '#ffffff', opacity: 0.55 })
  );
}

/** The fleshy, ribbed stems of the euphorbia with its yellow heads. */
function euphorbia(canvas: Canvas, x: number, base: number): string {
  return [-34, 22, 62, -4]
    .map((dx, index) => {
      const tall = 120 - index * 12;
      const stem = path(`M-15 0 Q-20 ${-tall / 2} -13 ${-tall} Q0 ${-tall - 18} 13 ${-tall} Q20 ${-tall / 2} 15 0 Z`, {
        fill: canvas.round('#6f9a58'),
      });
      const ribs = path(`M-5 0 Q-8 ${-tall / 2} -4 ${-tall - 6} M6 0 Q8 ${-tall / 2} 5 ${-tall - 6}`, {
        fill: 'none',
        stroke: '#3f6236',
        'stroke-width': 2,
      });
      const spines = repeat(7, (row) =>
        path(`M-16 ${-14 - row * (tall / 8)} l-7 -4 M16 ${-14 - row * (tall / 8)} l7 -4`, {
          stroke: '#e6d9a8',
          'stroke-width': 2,
        }),
      );
      const bloom = repeat(5, (bud) =>
        oval(-10 + bud * 5, -tall - 10 - (bud % 2) * 5, 5, 5, { fill: canvas.ball('#e8c13a') }),
      );
      return (
        shadow(canvas, x + dx, base, 16) + at(x + dx, base - index * 3, stem + ribs + spines + bloom, (dx - 14) / 5)
      );
    })
    .join('');
}
