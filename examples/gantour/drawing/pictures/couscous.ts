import type { Canvas } from '../canvas.ts';
import type { Colour } from '../colour.ts';
import { type Grain, heap, scatter } from '../heaps.ts';
import { moods } from '../moods.ts';
import { earMotif, starMotif, steamingBowl } from '../motifs.ts';
import { ear, fruit, leaf, sprig } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, path, repeat } from '../shapes.ts';
import { type BowlLook, bag, bowl, sack } from '../vessels.ts';

interface Dish {
  readonly colour: Colour;
  readonly grain: Grain;
  readonly bowl: BowlLook;
  readonly mood?: Partial<Mood>;
  /** Drawn behind the bowl. */
  readonly behind?: (canvas: Canvas) => string;
  /** Drawn on the heap and in front. */
  readonly before?: (canvas: Canvas) => string;
}

const safi: BowlLook = { colour: '#f3ead8', ink: '#24569a', style: 'safi' };
const green: BowlLook = { colour: '#f1ecd6', ink: '#2f7a55', style: 'safi' };
const wood: BowlLook = { colour: '#a8693a', ink: '#4a2812', style: 'wood' };
const clay: BowlLook = { colour: '#c1663c', ink: '#f3d9a8', style: 'plain' };

const ears = (canvas: Canvas, colour: Colour) =>
  repeat(4, (index) => at(70 + index * 17, 598 - index * 5, ear(canvas, colour, 220 - index * 12), 18 + index * 11));
const bundle = (canvas: Canvas, ink: Colour, motif: string) => bag(canvas, 458, 520, 150, 240, ink, motif);
const jute = (canvas: Canvas, colour: Colour, ink: Colour, grain: Grain) =>
  sack(
    canvas,
    448,
    526,
    190,
    200,
    ink,
    heap(canvas, 448, 328, 164, 44, colour, { ...grain, count: Math.round(grain.count / 3) }),
  );

const fine: Grain = { size: 2.6, count: 950 };

const dishes: Record<string, Dish> = {
  'couscous-orge': {
    colour: '#c9a066',
    grain: fine,
    bowl: safi,
    behind: (canvas) => jute(canvas, '#c9a066', '#1f4f7a', fine),
    before: (canvas) => ears(canvas, '#d9b25c'),
  },
  'couscous-parfume': {
    colour: '#e6c88a',
    grain: { ...fine, colours: ['#e6c88a', '#e6c88a', '#dcb974', '#7f9a4c', '#b8763a'] },
    bowl: green,
    mood: { niche: '#7a9a70', tile: '#c8703c' },
    behind: (canvas) => bundle(canvas, '#2f7a55', steamingBowl('#2f7a55')),
    before: (canvas) =>
      repeat(4, (index) =>
        at(
          96 + index * 14,
          596,
          sprig(canvas, { leaf: '#64864a', length: 150, leafLength: 22, leafWidth: 8, pairs: 11, bloom: '#9a86c9' }),
          -6 + index * 18,
        ),
      ),
  },
  'couscous-ble': {
    colour: '#e3bd78',
    grain: { ...fine, colours: ['#e3bd78', '#d3a45c', '#b98548'] },
    bowl: wood,
    mood: { niche: '#b5653c', tile: '#2f6f6b' },
    behind: (canvas) => jute(canvas, '#e3bd78', '#8f3f24', fine),
    before: (canvas) => ears(canvas, '#e6b94f'),
  },
  mhamsa: {
    colour: '#eacb86',
    grain: { size: 7, count: 330 },
    bowl: clay,
    mood: { niche: '#3f7f8a', tile: '#d9a441' },
    behind: (canvas) => bundle(canvas, '#b5482f', starMotif('#b5482f')),
    before: (canvas) => scatter(canvas, 70, 566, 130, 34, '#eacb86', { size: 7, count: 16 }),
  },
  cheariya: {
    colour: '#e9bf62',
    grain: { size: 1.9, count: 420, long: 8 },
    bowl: safi,
    mood: { niche: '#c07a4a', tile: '#1f5f88' },
    behind: (canvas) => bundle(canvas, '#24569a', earMotif('#24569a')),
    before: (canvas) => cinnamon(canvas, 120, 590),
  },
  'dchicha-orge': {
    colour: '#b99a6c',
    grain: { size: 4.2, count: 560, long: 1.4, colours: ['#b99a6c', '#cfb488', '#9a7848'] },
    bowl: clay,
    mood: { niche: '#6a7f6a', tile: '#c66b4a' },
    behind: (canvas) => jute(canvas, '#b99a6c', '#5a6a2f', { size: 4.2, count: 560, long: 1.4 }),
    before: (canvas) => ears(canvas, '#c9a64f'),
  },
  quinoa: {
    colour: '#ecdcb4',
    grain: { size: 3.4, count: 760, colours: ['#ecdcb4', '#f3e8c8', '#dcc590', '#a8503c'] },
    bowl: { colour: '#3f7f78', ink: '#f3e2b4', style: 'plain' },
    mood: { niche: '#b86a54', tile: '#2f6f6b' },
    behind: (canvas) => bundle(canvas, '#a8403c', starMotif('#a8403c')),
    before: (canvas) =>
      repeat(3, (index) =>
        at(92 + index * 30, 600, plume(canvas, index === 1 ? '#b8402f' : '#d9763a', 190 - index * 14), 4 + index * 16),
      ),
  },
  'farine-quinoa': {
    colour: '#f4ead0',
    grain: { size: 1.5, count: 260 },
    bowl: wood,
    mood: { niche: '#5f8f7a', tile: '#b5652f' },
    behind: (canvas) => bundle(canvas, '#3f7f78', earMotif('#3f7f78')),
    before: (canvas) => spoon(canvas, 96, 592),
  },
  lentilles: {
    colour: '#8a6a3c',
    grain: { size: 6, count: 480, long: 1.25, colours: ['#8a6a3c', '#9c7c48', '#6f5430', '#7f7a44'] },
    bowl: green,
    mood: { niche: '#c98a4c', tile: '#2f6f4b' },
    behind: (canvas) => jute(canvas, '#8a6a3c', '#2f6f4b', { size: 5, count: 480, long: 1.25 }),
    before: (canvas) =>
      at(112, 578, fruit(canvas, '#c8402c', 40, 36)) +
      at(112, 545, leaf(canvas, '#5a8a3c', 22, 9), 50) +
      at(112, 545, leaf(canvas, '#5a8a3c', 22, 9), -40) +
      at(182, 594, fruit(canvas, '#e6d6c2', 24, 21)),
  },
  'pois-chiches': {
    colour: '#e2b66c',
    grain: { size: 9.5, count: 250, long: 1.06, colours: ['#e2b66c', '#eccb8a', '#d3a052'] },
    bowl: { colour: '#2f5f92', ink: '#f3e2b4', style: 'plain' },
    mood: { niche: '#c1704c', tile: '#1f4f7a' },
    behind: (canvas) => jute(canvas, '#e2b66c', '#1f4f7a', { size: 8, count: 250 }),
    before: (canvas) => scatter(canvas, 66, 560, 140, 40, '#e2b66c', { size: 10, count: 14 }),
  },
};

export const couscous = Object.fromEntries(
  Object.entries(dishes).map(([code, dish]) => [
    code,
    (canvas: Canvas) =>
      scene(
        canvas,
        { ...moods.grain, ...dish.mood },
        (dish.behind?.(canvas) ?? '') +
          bowl(canvas, 268, 584, 330, 142, dish.bowl, heap(canvas, 268, 446, 306, 104, dish.colour, dish.grain)) +
          (dish.before?.(canvas) ?? ''),
      ),
  ]),
);

/** The feathery head of a quinoa plant. */
function plume(canvas: Canvas, colour: Colour, length: number): string {
  const tufts = scatterUp(canvas, colour, length);
  return (
    path(`M0 0 Q4 ${-length / 2} 0 ${-length}`, { fill: 'none', stroke: '#7a8a3f', 'stroke-width': 5 }) +
    at(0, -30, leaf(canvas, '#6f8f3f', 44, 15), 60) +
    at(0, -50, leaf(canvas, '#6f8f3f', 44, 15), -60) +
    tufts
  );
}

function scatterUp(canvas: Canvas, colour: Colour, length: number): string {
  return repeat(9, (index) =>
    at(
      0,
      -length * (0.4 + index * 0.065),
      scatter(canvas, -19 + index * 1.6, -8, 38 - index * 3.2, 16, colour, { size: 4.6, count: 16 }),
    ),
  );
}

function cinnamon(canvas: Canvas, x: number, y: number): string {
  return [-14, 4, 20]
    .map((turn, index) =>
      at(
        x + index * 10,
        y - index * 6,
        path('M-58 -8 H58 Q66 0 58 8 H-58 Q-66 0 -58 -8 Z', {
          fill: canvas.along(90, [
            [0, '#c07a44'],
            [0.5, '#8f4f24'],
            [1, '#5a2c12'],
          ]),
        }) + path('M58 -7 q7 7 0 14 q-5 -6 0 -9', { fill: 'none', stroke: '#3f1f0c', 'stroke-width': 2 }),
        turn - 16,
      ),
    )
    .join('');
}

function spoon(canvas: Canvas, x: number, y: number): string {
  return at(
    x,
    y,
    path('M0 0 Q40 -14 130 -64 L134 -56 Q50 -2 12 14 Z', { fill: '#8f5a2f' }) +
      path('M-52 0 Q-40 -26 0 -20 Q26 -12 12 12 Q-8 28 -36 22 Q-52 14 -52 0 Z', { fill: canvas.ball('#a86f3c') }) +
      path('M-42 0 Q-30 -20 -2 -14 Q14 -6 4 8 Q-30 14 -42 0 Z', { fill: '#f6eed8' }),
  );
}
