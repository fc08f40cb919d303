import type { Canvas } from '../canvas.ts';
import type { Colour } from '../colour.ts';
import { cone, type Grain, heap, scatter } from '../heaps.ts';
import { moods } from '../moods.ts';
import { branch, earMotif, starMotif } from '../motifs.ts';
import { flower, leaf, sprig } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, box, line, oval, path, repeat, shadow } from '../shapes.ts';
import { type BowlLook, bag, bowl, plate } from '../vessels.ts';
import { pepper, teaGlass, tin } from './spice-things.ts';

const brass: BowlLook = { colour: '#cf9f45', ink: '#6a4214', style: 'plain' };
const clay: BowlLook = { colour: '#c1663c', ink: '#f3d9a8', style: 'plain' };
const safi: BowlLook = { colour: '#f3ead8', ink: '#24569a', style: 'safi' };

/** A cone of powder on a plate, with a bag behind it. */
function powder(canvas: Canvas, colour: Colour, ink: Colour, motif: string): string {
  return (
    bag(canvas, 468, 520, 146, 236, ink, motif) +
    plate(canvas, 250, 594, 360, brass, cone(canvas, 250, 548, 296, 216, colour))
  );
}

/** A bowl of seeds, with a bag behind it. */
function seeds(canvas: Canvas, colour: Colour, grain: Grain, look: BowlLook, ink: Colour, motif: string): string {
  return (
    bag(canvas, 462, 516, 150, 246, ink, motif) +
    bowl(canvas, 252, 584, 290, 136, look, heap(canvas, 252, 450, 266, 74, colour, grain)) +
    scatter(canvas, 420, 566, 130, 30, colour, { ...grain, count: 26 })
  );
}

const mood = (change: Partial<Mood> = {}): Mood => ({ ...moods.spice, ...change });

export const epices = {
  'cumin-beldi': (canvas: Canvas) =>
    scene(
      canvas,
      mood(),
      seeds(
        canvas,
        '#a07a3c',
        { size: 2.7, count: 760, long: 2.9, colours: ['#a07a3c', '#8a6a34', '#b8924c'] },
        clay,
        '#8f4a1f',
        earMotif('#8f4a1f'),
      ),
    ),
  'ras-el-hanout': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#2f6f7a', tile: '#d9a441' }),
      powder(canvas, '#a5622a', '#7a2f24', starMotif('#7a2f24')) +
        at(452, 590, flower(canvas, '#7a4a24', '#a8703c', 26, 8)) +
        at(512, 596, path('M-34 -6 H34 Q40 0 34 6 H-34 Q-40 0 -34 -6 Z', { fill: '#8f4f24' }), -18) +
        scatter(canvas, 380, 600, 60, 20, '#3a2a1c', { size: 5, count: 9 }) +
        at(104, 606, oval(0, 0, 24, 11, { fill: canvas.ball('#9aa860') }), -20),
    ),
  safran: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ wall: '#e8c8b4', niche: '#6f4f8f', tile: '#d9a441' }),
      crocuses(canvas) + tin(canvas, 262, 590) + at(128, 604, threads(canvas, 22), 0),
    ),
  zaatar: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ wall: '#dcc89a', niche: '#6f8a5a', tile: '#a8552f', table: '#9a6a3c', surface: 'wood' }),
      bouquet(canvas),
    ),
  nigelle: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#a8493a', tile: '#e0b04a' }),
      seeds(
        canvas,
        '#2c2622',
        { size: 2.9, count: 760, long: 1.6, colours: ['#2c2622', '#3c342e', '#1c1816'] },
        safi,
        '#2c3f5a',
        starMotif('#2c3f5a'),
      ) + at(122, 590, flower(canvas, '#8fb4d9', '#4a5a3c', 40, 8)),
    ),
  coriandre: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#5f7f4a', tile: '#e0a43a' }),
      powder(canvas, '#b59a5a', '#5a7a34', branch('#6f8f3f', '#b8924c')) +
        scatter(canvas, 400, 586, 130, 28, '#c9a862', { size: 6.5, count: 16 }),
    ),
  paprika: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#2f6f7a', tile: '#e0b04a' }),
      powder(canvas, '#c23a1c', '#a82c1c', starMotif('#a82c1c')) +
        pepper(canvas, 486, 592, -14) +
        pepper(canvas, 96, 606, 12),
    ),
  verveine: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ wall: '#e2d4a4', niche: '#4f8a72', tile: '#c8703c', table: '#e4d4b4' }),
      bag(canvas, 448, 520, 160, 260, '#3f7a4c', branch('#5f9a4c', '#c9b43c')) +
        teaGlass(canvas, 240, 588, '#c9b23a') +
        repeat(9, (index) =>
          at(
            390 + (index % 5) * 42,
            596 - (index % 3) * 12,
            leaf(canvas, index % 2 ? '#7fa05a' : '#93ae6c', 70, 12),
            50 + index * 37,
          ),
        ) +
        repeat(3, (index) =>
          at(
            104 + index * 12,
            604,
            sprig(canvas, { leaf: '#74a054', length: 180 - index * 16, leafLength: 46, leafWidth: 11, pairs: 6 }),
            -18 + index * 15,
          ),
        ),
    ),
  'menthe-sechee': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ wall: '#d9d0a0', niche: '#3f7f88', tile: '#d99a3c', table: '#b07848', surface: 'wood' }),
      bag(canvas, 460, 516, 150, 240, '#2f7f66', branch('#3f9a6a', '#8fc9a0')) +
        bowl(
          canvas,
          252,
          584,
          300,
          136,
          safi,
          heap(canvas, 252, 450, 276, 84, '#5f7a4a', {
            size: 5,
            count: 420,
            long: 2.3,
            colours: ['#5f7a4a', '#74905a', '#48603a'],
          }),
        ) +
        repeat(3, (index) =>
          at(
            466 + index * 34,
            604,
            sprig(canvas, { leaf: '#5fa05a', length: 116, leafLength: 38, leafWidth: 16, pairs: 4 }),
            46 + index * 20,
          ),
        ),
    ),
};

function crocuses(canvas: Canvas): string {
  return [
    [446, 470, -8],
    [524, 490, 12],
    [490, 410, 2],
  ]
    .map(([x = 0, y = 0, turn = 0]) => {
      const petals = [-34, 34, -16, 16, 0]
        .map((lean, index) => at(0, 0, leaf(canvas, index > 2 ? '#b08ad9' : '#8a62bd', 92, 27), lean))
        .join('');
      const stamens = [-14, 0, 14]
        .map((lean) =>
          at(0, -20, line(0, 0, 0, -66, { stroke: '#c8301c', 'stroke-width': 4.6, 'stroke-linecap': 'round' }), lean),
        )
        .join('');
      const blades = repeat(3, (index) => at(0, 96, leaf(canvas, '#6f8f4a', 100, 8), -22 + index * 22));
      return at(x, y, blades + line(0, 0, 0, 96, { stroke: '#d9d0c2', 'stroke-width': 8 }) + petals + stamens, turn);
    })
    .join('');
}

function threads(canvas: Canvas, count: number): string {
  return repeat(count, () => {
    const x = canvas.between(-44, 44);
    return at(
      x,
      canvas.between(-12, 8),
      path('M-16 0 q8 -7 16 -1 q8 5 15 -3', {
        fill: 'none',
        stroke: canvas.random() < 0.5 ? '#b8281a' : '#8f1c14',
        'stroke-width': 3,
        'stroke-linecap': 'round',
      }),
      canvas.between(-70, 70),
    );
  });
}

/** Bunches of dried thyme, tied with string, lying on the table. */
function bouquet(canvas: Canvas): string {
  const stems = repeat(19, (index) =>
    at(
      150,
      562,
      sprig(canvas, {
        leaf: index % 3 ? '#7d8a58' : '#97a070',
        length: 350 - (index % 4) * 34,
        leafLength: 21,
        leafWidth: 8,
        pairs: 16,
        bloom: '#a48ab0',
      }),
      52 + index * 2,
    ),
  );
  const ends = repeat(12, (index) =>
    at(
      150,
      562,
      line(0, 0, 0, 84, { stroke: '#7a6038', 'stroke-width': 4, 'stroke-linecap': 'round' }),
      56 + index * 2.6,
    ),
  );
  const knot = at(
    156,
    559,
    box(-13, -34, 26, 68, {
      fill: canvas.along(90, [
        [0, '#e6cc98'],
        [1, '#a8824c'],
      ]),
      rx: 10,
    }) +
      repeat(5, (index) => line(-13, -24 + index * 12, 13, -20 + index * 12, { stroke: '#7a5a2c', 'stroke-width': 2 })),
    -20,
  );
  return shadow(canvas, 320, 584, 200, 0.1) + ends + stems + knot;
}
