import type { Canvas } from '../canvas.ts';
import { bottle } from '../containers.ts';
import { cone, scatter } from '../heaps.ts';
import { moods } from '../moods.ts';
import { blossom, starMotif } from '../motifs.ts';
import { lozenges } from '../patterns.ts';
import { fruit, leaf, rose, sprig } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, box, oval, path, repeat, shadow, within } from '../shapes.ts';
import { type BowlLook, bag, bowl, plate } from '../vessels.ts';

const mood = (change: Partial<Mood> = {}): Mood => ({ ...moods.care, ...change });
const brass: BowlLook = { colour: '#cf9f45', ink: '#6a4214', style: 'plain' };
const white: BowlLook = { colour: '#f1e8d4', ink: '#2f7a72', style: 'safi' };

export const soins = {
  'savon-beldi': (canvas: Canvas) => scene(canvas, mood(), eucalyptus(canvas) + pot(canvas) + olives(canvas)),
  'eau-de-rose': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ wall: '#f0d0c4', niche: '#b8707f', tile: '#2f7a72', table: '#efe0cc' }),
      bottle(canvas, 296, 574, 146, 360, {
        content: '#eba3ae',
        cloth: '#b8405a',
        motif: blossom('#d96a84', '#f2c84a'),
        stopper: 'cap',
        glass: '#fdf2ee',
      }) +
        at(472, 540, rose(canvas, '#d9607a', 56)) +
        at(548, 586, rose(canvas, '#e88a98', 42)) +
        at(446, 598, leaf(canvas, '#6f9a5f', 64, 22), -70) +
        at(540, 520, leaf(canvas, '#6f9a5f', 66, 22), 40) +
        at(124, 584, rose(canvas, '#e0758a', 46)) +
        at(170, 600, leaf(canvas, '#6f9a5f', 56, 19), 76) +
        [
          [214, 606],
          [386, 604],
          [66, 560],
        ]
          .map(([x = 0, y = 0], index) =>
            at(x, y, path('M-18 0 Q0 -16 18 0 Q0 12 -18 0 Z', { fill: '#e88a98' }), index * 50),
          )
          .join(''),
    ),
  ghassoul: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#6f8f9a', tile: '#b5653c', wall: '#e4d2b8' }),
      bag(canvas, 470, 518, 146, 236, '#6a4a34', starMotif('#6a4a34')) +
        bowl(canvas, 262, 586, 310, 138, brass, clayPieces(canvas)) +
        scatter(canvas, 420, 588, 100, 20, '#8f6a50', { size: 7, count: 9, long: 1.6 }),
    ),
  henne: (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#a8552f', tile: '#4f7a3c', wall: '#e6c89a' }),
      bag(canvas, 474, 516, 142, 232, '#4f6f2c', blossom('#7f9a3c', '#c8602c')) +
        plate(canvas, 254, 600, 370, white, cone(canvas, 254, 554, 264, 214, '#7f8a34')) +
        repeat(4, (index) =>
          at(
            476 + index * 16,
            604,
            sprig(canvas, { leaf: '#6f9048', length: 112, leafLength: 34, leafWidth: 12, pairs: 5 }),
            20 + index * 20,
          ),
        ),
    ),
};

/** An open clay pot of black soap. */
function pot(canvas: Canvas): string {
  const outline = 'M186 420 C168 470 176 570 216 582 Q310 598 404 582 C444 570 452 470 434 420 Z';
  return (
    shadow(canvas, 310, 586, 124) +
    path(outline, { fill: canvas.round('#2f7f78') }) +
    within(
      canvas,
      outline,
      lozenges(166, 504, 288, 52, ['#f1e2c0', '#2f7f78', '#e0a43a']) +
        box(160, 466, 300, 5, { fill: '#f1e2c0' }) +
        box(160, 537, 300, 5, { fill: '#f1e2c0' }),
    ) +
    oval(310, 420, 128, 32, { fill: canvas.round('#3f948c') }) +
    oval(310, 420, 114, 25, { fill: '#1c1a10' }) +
    path(
      'M200 420 C216 376 262 392 286 366 C304 344 330 350 336 372 C352 392 402 384 420 420 A114 25 0 0 1 200 420 Z',
      {
        fill: canvas.around(0.35, 0.25, 0.85, [
          [0, '#a8924a'],
          [0.4, '#5f4f1f'],
          [1, '#2a220c'],
        ]),
      },
    ) +
    path('M240 402 Q266 396 292 374 M318 366 Q330 388 372 396', {
      fill: 'none',
      stroke: '#e6d79a',
      'stroke-width': 5,
      'stroke-linecap': 'round',
      opacity: 0.5,
    }) +
    path('M206 440 Q198 500 222 560', {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 9,
      'stroke-linecap': 'round',
      opacity: 0.35,
    })
  );
}

function eucalyptus(canvas: Canvas): string {
  return [8, 38, 64]
    .map((turn, row) =>
      at(
        440,
        592,
        path('M0 0 Q10 -110 0 -230', { fill: 'none', stroke: '#7a6a4a', 'stroke-width': 4 }) +
          repeat(7, (index) =>
            at(
              4,
              -34 - index * 29,
              leaf(canvas, row % 2 ? '#8fae9a' : '#7fa08f', 50 - index * 2, 22),
              index % 2 ? 64 : -64,
            ),
          ),
        turn,
        0.92,
      ),
    )
    .join('');
}

/** Olives, whose oil is in the soap. */
function olives(canvas: Canvas): string {
  const spots: readonly (readonly [number, number, string])[] = [
    [120, 556, '#8f9a3c'],
    [96, 580, '#7f8f34'],
    [146, 592, '#4a4a2a'],
    [72, 600, '#3a2a34'],
  ];
  return (
    repeat(4, (index) => at(100 + index * 14, 560, leaf(canvas, '#8fa068', 78, 15), -50 + index * 34)) +
    spots.map(([x, y, colour]) => shadow(canvas, x, y + 18, 18) + at(x, y, fruit(canvas, colour, 19, 23), x)).join('')
  );
}

function clayPieces(canvas: Canvas): string {
  return repeat(30, (index) => {
    const row = Math.floor(index / 8);
    const x = 262 + ((index % 8) / 7 - 0.5) * (250 - row * 44) + canvas.between(-8, 8);
    const y = 456 - row * 22 + canvas.between(-6, 6);
    const tone = canvas.random() < 0.5 ? '#9a735a' : '#83604a';
    return at(
      x,
      y,
      path('M-32 -6 L-14 -20 L18 -18 L33 -3 L20 15 L-20 17 Z', {
        fill: canvas.ball(tone),
        stroke: '#4a3020',
        'stroke-width': 1.4,
        'stroke-opacity': 0.5,
      }) + path('M-20 -6 L0 -12 L20 -6', { fill: 'none', stroke: '#d3b49a', 'stroke-width': 2.4, opacity: 0.6 }),
      canvas.between(-40, 40),
    );
  });
}
