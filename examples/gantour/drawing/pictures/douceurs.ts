import type { Canvas } from '../canvas.ts';
import { jar } from '../containers.ts';
import { almond, cone, fig, heap, scatter, strewn } from '../heaps.ts';
import { moods } from '../moods.ts';
import { blossom, branch, starMotif } from '../motifs.ts';
import { flower, leaf } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, oval, path, repeat, shadow } from '../shapes.ts';
import { type BowlLook, bag, bowl, plate } from '../vessels.ts';
import { loaf } from './bread.ts';

const safi: BowlLook = { colour: '#f3ead8', ink: '#24569a', style: 'safi' };
const red: BowlLook = { colour: '#f1e2c8', ink: '#a8402c', style: 'safi' };
const wood: BowlLook = { colour: '#a8693a', ink: '#4a2812', style: 'wood' };

const mood = (change: Partial<Mood> = {}): Mood => ({ ...moods.sweet, ...change });

export const douceurs = {
  amlou: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#4f8a80', tile: '#c8703c' }),
      jar(canvas, 318, 566, 206, 270, {
        content: '#8a5226',
        cloth: '#b5652f',
        motif: branch('#6f8a3c', '#a8642f'),
        thick: true,
      }) +
        strewn(
          canvas,
          [
            [470, 560],
            [516, 584],
            [560, 556],
            [488, 602],
            [590, 592],
          ],
          () => almond(canvas, 1.2),
        ) +
        dip(canvas, 124, 594),
    ),
  sellou: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#3f6f92', tile: '#d9a441' }),
      plate(canvas, 318, 600, 440, red, cone(canvas, 318, 556, 300, 240, '#b07a40') + studs(canvas)) +
        at(520, 596, flower(canvas, '#f6f0e2', '#e8a728', 26, 10)) +
        at(104, 600, flower(canvas, '#f6f0e2', '#e8a728', 24, 10)),
    ),
  'figues-sechees': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#7a8f54', tile: '#7a3f5a' }),
      plate(canvas, 310, 604, 440, safi, figs(canvas)) +
        repeat(3, (index) => at(540 + index * 12, 520, leaf(canvas, '#6f9a58', 96, 36), -20 + index * 44)),
    ),
  amandes: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#c07f9a', tile: '#2f7a72', wall: '#efd0c0' }),
      blossoms(canvas) +
        bowl(canvas, 280, 586, 320, 140, wood, almonds(canvas, 280, 448)) +
        strewn(
          canvas,
          [
            [462, 586],
            [512, 566],
            [548, 598],
            [96, 600],
          ],
          () => almond(canvas, 1.25),
        ),
    ),
  'confiture-coing': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#5f8a70', tile: '#d9782c' }),
      jar(canvas, 270, 566, 210, 280, { content: '#c8501c', cloth: '#d9a02c', motif: blossom('#e8c45a', '#c8501c') }) +
        quinces(canvas),
    ),
  'kaak-sesame': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#3f7f8a', tile: '#c8503c' }),
      plate(canvas, 314, 604, 440, safi, rings(canvas)) +
        at(96, 600, flower(canvas, '#fbf6ea', '#e8b83a', 28, 5)) +
        at(554, 604, flower(canvas, '#fbf6ea', '#e8b83a', 25, 5)),
    ),
  'raisins-secs': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#7a5a8f', tile: '#d9a441' }),
      bag(canvas, 468, 518, 146, 236, '#6a3a6f', starMotif('#6a3a6f')) +
        bowl(
          canvas,
          262,
          586,
          310,
          138,
          red,
          heap(canvas, 262, 450, 286, 86, '#5a2f2a', {
            size: 8.5,
            count: 240,
            long: 1.5,
            colours: ['#5a2f2a', '#743f30', '#8a4f34', '#45222c'],
          }),
        ) +
        scatter(canvas, 410, 572, 140, 34, '#5a2f2a', { size: 8.5, count: 12, long: 1.5 }),
    ),
};

/** A small dish of amlou with bread. */
function dip(canvas: Canvas, cx: number, base: number): string {
  return (
    shadow(canvas, cx, base, 84, 0.2) +
    oval(cx, base - 18, 86, 26, { fill: canvas.round('#e9dcc2') }) +
    oval(cx, base - 22, 70, 18, { fill: canvas.ball('#9a5f2f') }) +
    path(`M${cx - 40} ${base - 22} q20 -14 42 -4 q22 8 38 -4`, {
      fill: 'none',
      stroke: '#c9924f',
      'stroke-width': 5,
      'stroke-linecap': 'round',
      opacity: 0.8,
    }) +
    at(cx - 10, base - 44, loaf(canvas), -8)
  );
}

/** Almonds pressed into the mound of sellou, and sugar on its top. */
function studs(canvas: Canvas): string {
  const spots: readonly (readonly [number, number, number])[] = [
    [318, 330, 90],
    [284, 400, 70],
    [352, 402, 110],
    [250, 466, 60],
    [318, 450, 90],
    [386, 468, 120],
    [212, 528, 50],
    [268, 530, 80],
    [328, 528, 90],
    [388, 530, 100],
    [436, 524, 130],
  ];
  return spots.map(([x, y, turn]) => at(x, y, almond(canvas, 0.92), turn)).join('');
}

function figs(canvas: Canvas): string {
  const spots: readonly (readonly [number, number])[] = [
    [196, 520],
    [262, 512],
    [330, 510],
    [398, 514],
    [444, 526],
    [228, 552],
    [296, 556],
    [366, 556],
    [424, 556],
    [232, 474],
    [298, 466],
    [366, 468],
    [410, 484],
    [266, 428],
    [334, 424],
    [300, 386],
  ];
  return [...spots]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(
      ([x, y]) =>
        oval(x + 4, y + 22, 34, 9, { fill: '#1c0b04', opacity: 0.3, filter: canvas.blur(4) }) +
        at(x, y, fig(canvas, 1.28), canvas.between(-24, 24)),
    )
    .join('');
}

function almonds(canvas: Canvas, cx: number, rim: number): string {
  return repeat(74, (index) => {
    const row = Math.floor(index / 13);
    const wide = 126 - row * 18;
    const x = cx + ((index % 13) / 12 - 0.5) * 2 * wide + canvas.between(-8, 8);
    return at(x, rim + 10 - row * 15 + canvas.between(-5, 5), almond(canvas, 0.98), canvas.between(-60, 60));
  });
}

function blossoms(canvas: Canvas): string {
  const twig = path('M640 250 Q540 300 470 270 Q420 250 392 210 M520 288 Q500 340 448 356', {
    fill: 'none',
    stroke: '#6a4430',
    'stroke-width': 8,
    'stroke-linecap': 'round',
  });
  const spots: readonly (readonly [number, number, number])[] = [
    [600, 262, 32],
    [540, 284, 36],
    [478, 274, 34],
    [424, 240, 30],
    [394, 206, 26],
    [452, 354, 30],
    [498, 328, 26],
  ];
  return twig + spots.map(([x, y, size]) => at(x, y, flower(canvas, '#f6cfd8', '#c8506a', size, 5), x)).join('');
}

function quinces(canvas: Canvas): string {
  const one = (x: number, base: number, size: number) =>
    shadow(canvas, x, base, 56 * size) +
    at(
      x,
      base - 58 * size,
      path(
        'M-8 -58 C-30 -62 -62 -30 -58 10 C-54 48 -26 60 0 58 C30 60 58 44 58 8 C60 -34 26 -60 8 -58 Q0 -50 -8 -58 Z',
        { fill: canvas.ball('#e6b72c') },
      ) +
        path('M0 -54 q2 -14 10 -22', {
          fill: 'none',
          stroke: '#6a4a24',
          'stroke-width': 6,
          'stroke-linecap': 'round',
        }) +
        at(6, -66, leaf(canvas, '#6f9048', 44, 17), 66),
      0,
      size,
    );
  return (
    one(524, 556, 1.12) +
    one(444, 596, 1) +
    at(
      122,
      592,
      path('M-58 -8 H58 Q66 0 58 8 H-58 Q-66 0 -58 -8 Z', {
        fill: canvas.along(90, [
          [0, '#c07a44'],
          [1, '#5a2c12'],
        ]),
      }),
      -20,
    ) +
    at(
      112,
      598,
      path('M-58 -8 H58 Q66 0 58 8 H-58 Q-66 0 -58 -8 Z', {
        fill: canvas.along(90, [
          [0, '#c8844c'],
          [1, '#6a3416'],
        ]),
      }),
      6,
    )
  );
}

/** Rings of kaak in a pile, strewn with sesame. */
function rings(canvas: Canvas): string {
  const spots: readonly (readonly [number, number])[] = [
    [200, 540],
    [284, 548],
    [370, 548],
    [440, 536],
    [240, 496],
    [326, 500],
    [404, 494],
    [284, 452],
    [362, 452],
    [322, 410],
  ];
  const ring = () => {
    const dough = path(
      'M-52 0 A52 30 0 1 1 52 0 A52 30 0 1 1 -52 0 Z M-20 -1 A20 10 0 1 0 20 -1 A20 10 0 1 0 -20 -1 Z',
      { fill: canvas.ball('#cf8f42'), 'fill-rule': 'evenodd' },
    );
    const seedsOn = repeat(24, () => {
      const angle = canvas.random() * Math.PI * 2;
      const out = canvas.between(0.58, 0.9);
      return at(
        Math.cos(angle) * 52 * out,
        Math.sin(angle) * 30 * out - 3,
        oval(0, 0, 4.4, 2.4, { fill: '#fbeec8' }),
        canvas.between(0, 180),
      );
    });
    return (
      oval(6, 18, 52, 18, { fill: '#1c0b04', opacity: 0.28, filter: canvas.blur(5) }) +
      oval(0, 8, 52, 28, { fill: '#8f5420' }) +
      oval(0, 6, 20, 10, { fill: '#5a3010' }) +
      dough +
      seedsOn
    );
  };
  return [...spots]
    .sort((a, b) => a[1] - b[1])
    .map(([x, y]) => at(x, y, ring()))
    .join('');
}
