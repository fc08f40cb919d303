import type { Canvas } from '../canvas.ts';
import { fig } from '../heaps.ts';
import { moods } from '../moods.ts';
import { blossom, earMotif, starMotif } from '../motifs.ts';
import { lozenges, teeth, zigzag } from '../patterns.ts';
import { ear, leaf, sprig } from '../plants.ts';
import { type Mood, scene } from '../scene.ts';
import { at, box, line, oval, path, repeat, shadow, within } from '../shapes.ts';
import { bag } from '../vessels.ts';
import { fullBasket } from './full-basket.ts';
import { basket, rug, weave } from './woven.ts';

const mood = (change: Partial<Mood> = {}): Mood => ({ ...moods.craft, zoom: 1.1, ...change });

const herb = { leaf: '#7d9a58', leafLength: 24, leafWidth: 8, pairs: 12, bloom: '#a48ac0' };

export const artisanat = {
  tapis: (canvas: Canvas) => scene(canvas, mood({ zoom: 1, niche: '#7f9a94', tile: '#c8703c' }), rug(canvas)),
  'sac-main': (canvas: Canvas) => scene(canvas, mood({ niche: '#3f7f8a', tile: '#d9a441' }), handbag(canvas)),
  'panier-doum': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#4f8a78', tile: '#c8503c' }),
      handles(318, 330, 118, 150) +
        leaves(canvas) +
        basket(canvas, 318, 584, 330, 236, ['#b5402c', '#2f6f6b']) +
        handles(318, 372, 100, 120, true),
    ),
  coussin: (canvas: Canvas) =>
    scene(canvas, mood({ zoom: 1.02, niche: '#5f7f9a', tile: '#c8703c', wall: '#f0dcc0' }), cushion(canvas)),
  tajine: (canvas: Canvas) =>
    scene(canvas, mood({ niche: '#3f6f92', tile: '#e0a43a', wall: '#ecc79a' }), tajinePot(canvas)),
  chale: (canvas: Canvas) => scene(canvas, mood({ niche: '#6f8a70', tile: '#b5482f', wall: '#eed9bf' }), shawl(canvas)),
  'panier-solidaire': (canvas: Canvas) =>
    scene(
      canvas,
      mood({ niche: '#b5553c', tile: '#2f7a72', wall: '#f0c88f' }),
      fullBasket(
        canvas,
        repeat(4, (index) => at(180 + index * 9, 450, ear(canvas, '#e0b95c', 226 - index * 14), -28 + index * 11)) +
          repeat(6, (index) =>
            at(452 + index * 6, 460, sprig(canvas, { ...herb, length: 186 + (index % 3) * 22 }), -14 + index * 9),
          ) +
          bag(canvas, 250, 446, 124, 230, '#2f6f6b', earMotif('#2f6f6b')) +
          bag(canvas, 436, 450, 112, 178, '#6a3a6f', blossom('#d9683f', '#e8a728')) +
          bag(canvas, 346, 462, 118, 204, '#b5482f', starMotif('#b5482f')) +
          repeat(6, (index) => at(178 + index * 56, 436 + (index % 2) * 12, fig(canvas, 1.2), index * 17 - 40)),
      ),
    ),
};

function handles(cx: number, y: number, half: number, rise: number, front = false): string {
  const arc = `M${cx - half} ${y + 60} C${cx - half} ${y - rise} ${cx + half} ${y - rise} ${cx + half} ${y + 60}`;
  return (
    path(arc, { fill: 'none', stroke: front ? '#8f4a24' : '#6a3418', 'stroke-width': 17, 'stroke-linecap': 'round' }) +
    path(arc, { fill: 'none', stroke: front ? '#c98a50' : '#9a6236', 'stroke-width': 5, 'stroke-dasharray': '9 7' })
  );
}

function leaves(canvas: Canvas): string {
  return repeat(7, (index) =>
    at(
      470 + index * 5,
      600,
      leaf(canvas, index % 2 ? '#8f9f58' : '#a8b070', 190 - Math.abs(index - 3) * 14, 12),
      8 + index * 13,
    ),
  );
}

function handbag(canvas: Canvas): string {
  const leather = '#a8552a';
  const body = 'M156 340 Q150 330 166 326 H474 Q490 330 484 340 L506 556 Q508 586 478 586 H162 Q132 586 134 556 Z';
  const woven = 'M148 416 L492 416 L501 520 L139 520 Z';
  const flap = 'M154 326 H486 L478 392 Q320 470 162 392 Z';
  const strap = 'M206 330 C200 150 440 150 434 330';
  return (
    shadow(canvas, 320, 588, 184) +
    path(strap, { fill: 'none', stroke: '#6a3014', 'stroke-width': 20 }) +
    path(strap, { fill: 'none', stroke: '#c0703c', 'stroke-width': 12 }) +
    path(strap, { fill: 'none', stroke: '#f3d9a8', 'stroke-width': 2, 'stroke-dasharray': '8 6' }) +
    path(body, { fill: canvas.round(leather) }) +
    within(
      canvas,
      woven,
      box(120, 410, 400, 120, { fill: '#f1e0bf' }) +
        lozenges(128, 484, 384, 60, ['#1f5f6b', '#e0a43a', '#b5402c', '#f1e0bf']) +
        zigzag(128, 440, 384, 12, 18, '#b5402c', 4) +
        weave(128, 410, 384, 116),
    ) +
    path(woven, { fill: 'none', stroke: '#5a2810', 'stroke-width': 4, opacity: 0.7 }) +
    path(flap, {
      fill: canvas.along(90, [
        [0, '#c87a44'],
        [0.6, leather],
        [1, '#7a3a1a'],
      ]),
    }) +
    path('M168 336 H472 L466 386 Q320 454 174 386 Z', {
      fill: 'none',
      stroke: '#f3d9a8',
      'stroke-width': 2.4,
      'stroke-dasharray': '9 7',
      opacity: 0.9,
    }) +
    at(
      320,
      396,
      path('M0 -24 L24 0 L0 24 L-24 0 Z', { fill: canvas.ball('#d9b04a') }) +
        path('M0 -12 L12 0 L0 12 L-12 0 Z', { fill: '#8a6420' }),
    ) +
    [-1, 1]
      .map((lean) =>
        at(
          320 + lean * 10,
          424,
          path('M-5 0 h10 l4 54 h-18 Z', { fill: '#b5402c' }) +
            repeat(5, (index) =>
              line(-7 + index * 3.5, 16, -8 + index * 4, 54, { stroke: '#7a2418', 'stroke-width': 1.6 }),
            ) +
            box(-7, 4, 14, 8, { fill: '#e0a43a', rx: 3 }),
          lean * -9,
        ),
      )
      .join('') +
    path('M160 360 Q150 460 152 560', {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 10,
      'stroke-linecap': 'round',
      opacity: 0.22,
    })
  );
}

function cushion(canvas: Canvas): string {
  const outline =
    'M112 284 Q140 296 168 288 Q320 262 472 288 Q500 296 528 284 Q520 312 526 340 Q546 440 526 536 Q520 566 530 592 Q500 582 472 588 Q320 610 168 588 Q140 582 110 592 Q120 566 114 536 Q94 440 114 340 Q120 312 112 284 Z';
  const bands =
    box(90, 260, 460, 350, { fill: '#a8322a' }) +
    [300, 566]
      .map((y) => box(90, y - 14, 460, 30, { fill: '#f1e0bf' }) + teeth(90, y - 10, 460, 22, 22, '#2c2420'))
      .join('') +
    zigzag(90, 334, 460, 20, 14, '#e0a43a', 6) +
    zigzag(90, 516, 460, 20, 14, '#e0a43a', 6) +
    lozenges(104, 436, 432, 148, ['#f1e0bf', '#1f4f6b', '#e0a43a', '#a8322a', '#2c2420']) +
    weave(90, 260, 460, 350);
  const shade = canvas.around(0.36, 0.3, 0.8, [
    [0, '#fff3d8', 0.32],
    [0.5, '#1c0b04', 0],
    [1, '#1c0b04', 0.5],
  ]);
  const tassels = [
    [112, 292, 20],
    [528, 292, -20],
    [112, 584, 130],
    [528, 584, -130],
  ]
    .map(([x = 0, y = 0, turn = 0]) =>
      at(
        x,
        y,
        path('M-6 0 h12 l7 -46 h-26 Z', { fill: '#e0a43a' }) + box(-8, -8, 16, 9, { fill: '#1f4f6b', rx: 3 }),
        -turn,
      ),
    )
    .join('');
  return (
    shadow(canvas, 320, 590, 204) +
    tassels +
    path(outline, { fill: '#a8322a' }) +
    within(canvas, outline, bands) +
    path(outline, { fill: shade })
  );
}

function tajinePot(canvas: Canvas): string {
  const clay = '#bd5f33';
  const lid =
    'M134 470 C190 440 258 350 290 244 C286 216 354 216 350 244 C382 350 450 440 506 470 A186 40 0 0 1 134 470 Z';
  const dish = 'M104 474 C116 548 190 586 320 586 C450 586 524 548 536 474 A216 46 0 0 1 104 474 Z';
  return (
    shadow(canvas, 320, 588, 190) +
    oval(320, 474, 216, 46, { fill: '#6f2f16' }) +
    path(dish, { fill: canvas.round(clay) }) +
    within(
      canvas,
      dish,
      path('M90 520 Q320 602 550 520', { fill: 'none', stroke: '#f3dcae', 'stroke-width': 5 }) +
        repeat(13, (index) => {
          const part = (index + 0.5) / 13;
          return at(
            112 + 416 * part,
            518 + 42 * 4 * part * (1 - part) * 0.9 - 10,
            path('M0 -11 L9 0 L0 11 L-9 0 Z', { fill: '#f3dcae' }),
          );
        }),
    ) +
    path(lid, { fill: canvas.round(clay) }) +
    within(
      canvas,
      lid,
      [330, 396]
        .map(
          (y, row) =>
            path(`M100 ${y} Q320 ${y + 40} 540 ${y}`, { fill: 'none', stroke: '#f3dcae', 'stroke-width': 5 }) +
            path(`M100 ${y + 12} Q320 ${y + 52} 540 ${y + 12}`, {
              fill: 'none',
              stroke: '#2f6f6b',
              'stroke-width': 4,
            }) +
            (row === 1
              ? repeat(11, (index) => {
                  const part = (index + 0.5) / 11;
                  return at(
                    150 + 340 * part,
                    424 + 20 * 4 * part * (1 - part),
                    path('M0 -13 L10 0 L0 13 L-10 0 Z', { fill: index % 2 ? '#f3dcae' : '#e0a43a' }),
                  );
                })
              : ''),
        )
        .join(''),
    ) +
    oval(320, 224, 38, 15, { fill: canvas.round('#cf7544') }) +
    oval(320, 218, 29, 10, { fill: '#8f4222' }) +
    path('M106 476 A216 46 0 0 0 534 476', { fill: 'none', stroke: '#dc8a58', 'stroke-width': 6 }) +
    path('M262 392 Q290 330 302 270', {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 11,
      'stroke-linecap': 'round',
      opacity: 0.28,
    })
  );
}

/** A folded shawl with fringes that hang over the edge of a stool. */
function shawl(canvas: Canvas): string {
  const fold = (y: number, tall: number, colour: string, dark: string) => {
    const outline = `M128 ${y} Q128 ${y - tall} 160 ${y - tall} H482 Q512 ${y - tall} 512 ${y} Z`;
    return (
      path(outline, {
        fill: canvas.along(90, [
          [0, colour],
          [0.4, colour],
          [1, dark],
        ]),
      }) +
      within(
        canvas,
        outline,
        zigzag(120, y - tall * 0.62, 400, tall * 0.26, 24, '#f3dcae', 3) + weave(120, y - tall, 400, tall),
      )
    );
  };
  const front = 'M200 400 H440 V556 Q320 566 200 556 Z';
  return (
    shadow(canvas, 320, 590, 200) +
    fold(584, 62, '#8f3a2c', '#54180f') +
    fold(528, 62, '#c98a3c', '#7a4a18') +
    fold(472, 70, '#b5503a', '#6f2418') +
    path(front, {
      fill: canvas.along(0, [
        [0, '#8f3426'],
        [0.2, '#cf6a4c'],
        [0.6, '#b5503a'],
        [1, '#7a2a1c'],
      ]),
    }) +
    within(
      canvas,
      front,
      box(190, 470, 260, 40, { fill: '#f3dcae' }) +
        lozenges(200, 490, 240, 36, ['#1f5f6b', '#e0a43a', '#a8322a']) +
        zigzag(190, 440, 260, 14, 14, '#f3dcae', 4) +
        zigzag(190, 524, 260, 14, 14, '#f3dcae', 4) +
        weave(190, 396, 260, 170),
    ) +
    repeat(25, (index) =>
      path(`M${204 + index * 9.7} 554 q${canvas.between(-4, 4)} 20 ${canvas.between(-5, 5)} 44`, {
        fill: 'none',
        stroke: index % 3 ? '#b5503a' : '#f3dcae',
        'stroke-width': 4,
        'stroke-linecap': 'round',
      }),
    )
  );
}
