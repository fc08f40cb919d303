/** Things that are woven: rugs, baskets, and the threads that show on cloth. */
import type { Canvas } from '../canvas.ts';
import { type Colour, darker, lighter } from '../colour.ts';
import { lozenges, teeth, zigzag } from '../patterns.ts';
import { at, box, line, oval, path, repeat, shadow, within } from '../shapes.ts';

/** The fine lines of a weave, laid over a pattern. */
export function weave(x: number, y: number, width: number, height: number): string {
  return repeat(Math.floor(height / 7), (index) =>
    line(x, y + index * 7, x + width, y + index * 7, { stroke: '#1c0b04', 'stroke-width': 1.6, opacity: 0.14 }),
  );
}

/** A rug hung over a pole, with its fringe, and a rolled one at its foot. */
export function rug(canvas: Canvas): string {
  const [x, width, top, bottom] = [150, 340, 92, 540];
  const field =
    box(x, top, width, bottom - top, { fill: '#a8281f' }) +
    box(x, top, 26, bottom - top, { fill: '#241a18' }) +
    box(x + width - 26, top, 26, bottom - top, { fill: '#241a18' }) +
    [112, 500]
      .map((y) => box(x, y, width, 34, { fill: '#f1e0bf' }) + teeth(x, y + 6, width, 22, 18, '#241a18'))
      .join('') +
    [164, 470].map((y) => zigzag(x + 26, y, width - 52, 16, 12, '#e0a43a', 6)).join('') +
    [236, 404]
      .map((y) => lozenges(x + 30, y, width - 60, 92, ['#f1e0bf', '#241a18', '#d9782c', '#a8281f', '#f1e0bf']))
      .join('') +
    lozenges(x + 30, 320, width - 60, 62, ['#e0a43a', '#1f4f6b', '#f1e0bf']) +
    weave(x, top, width, bottom - top);
  const shade = canvas.along(0, [
    [0, '#fff3d8', 0.25],
    [0.3, '#1c0b04', 0],
    [0.55, '#1c0b04', 0.12],
    [0.7, '#fff3d8', 0.08],
    [1, '#1c0b04', 0.38],
  ]);
  const outline = `M${x} ${top} H${x + width} V${bottom} Q${x + width * 0.75} ${bottom + 9} ${x + width / 2} ${bottom} Q${x + width * 0.25} ${bottom - 8} ${x} ${bottom} Z`;
  return (
    box(x + 16, top + 10, width, bottom - top, { fill: '#1c0b04', opacity: 0.4, filter: canvas.blur(12) }) +
    repeat(44, (index) =>
      line(x + 4 + index * 7.7, bottom - 6, x + 4 + index * 7.7 + canvas.between(-3, 3), bottom + 34, {
        stroke: '#f1e0bf',
        'stroke-width': 3.4,
        'stroke-linecap': 'round',
      }),
    ) +
    within(canvas, outline, field) +
    path(outline, { fill: shade }) +
    box(96, top - 20, 448, 17, {
      fill: canvas.along(90, [
        [0, '#c08a52'],
        [1, '#5a3416'],
      ]),
      rx: 8,
    }) +
    box(x, top - 26, width, 30, {
      fill: canvas.along(90, [
        [0, '#c8483c'],
        [1, '#6f140f'],
      ]),
      rx: 12,
    }) +
    rolled(canvas, 452, 600)
  );
}

function rolled(canvas: Canvas, cx: number, base: number): string {
  const body = `M${cx - 150} ${base - 76} H${cx + 110} V${base} H${cx - 150} Z`;
  return (
    shadow(canvas, cx - 20, base, 136, 0.1) +
    within(
      canvas,
      body,
      box(cx - 160, base - 80, 290, 90, { fill: '#1f4f6b' }) +
        lozenges(cx - 150, base - 38, 260, 60, ['#f1e0bf', '#b5402c', '#e0a43a']) +
        zigzag(cx - 150, base - 72, 260, 12, 14, '#e0a43a', 4) +
        weave(cx - 160, base - 80, 290, 90),
    ) +
    path(body, {
      fill: canvas.along(90, [
        [0, '#fff3d8', 0.3],
        [0.4, '#1c0b04', 0],
        [1, '#1c0b04', 0.6],
      ]),
    }) +
    oval(cx + 110, base - 38, 24, 38, { fill: '#e8d3ac' }) +
    [19, 13, 7]
      .map((rx) => oval(cx + 110, base - 38, rx, rx * 1.58, { fill: 'none', stroke: '#8a5a34', 'stroke-width': 3 }))
      .join('')
  );
}

/** A basket plaited of dwarf palm with two coloured bands; `filling` looks out between its back rim and its front. */
export function basket(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  height: number,
  bands: readonly [Colour, Colour],
  filling = '',
): string {
  const palm = '#d3ae68';
  const [l, r, rim] = [cx - width / 2, cx + width / 2, base - height];
  const depth = width * 0.1;
  const outline = `M${l} ${rim} C${l + 2} ${rim + height * 0.6} ${l + 26} ${base - 6} ${l + 62} ${base} Q${cx} ${base + 10} ${r - 62} ${base} C${r - 26} ${base - 6} ${r - 2} ${rim + height * 0.6} ${r} ${rim} A${width / 2} ${depth} 0 0 1 ${l} ${rim} Z`;
  const front = `M${l} ${rim} A${width / 2} ${depth} 0 0 0 ${r} ${rim}`;
  const shade = canvas.along(0, [
    [0, '#1c0b04', 0.4],
    [0.25, '#fff3d8', 0.16],
    [0.5, '#1c0b04', 0],
    [1, '#1c0b04', 0.5],
  ]);
  return (
    shadow(canvas, cx, base, width * 0.42) +
    oval(cx, rim, width / 2, depth, { fill: darker(palm, 0.55), stroke: darker(palm, 0.2), 'stroke-width': 8 }) +
    filling +
    path(outline, { fill: canvas.round(palm) }) +
    within(canvas, outline, plaits(l, rim, width, height, depth, palm) + ribbons(l, rim, width, height, depth, bands)) +
    path(outline, { fill: shade }) +
    path(front, { fill: 'none', stroke: lighter(palm, 0.3), 'stroke-width': 12, 'stroke-linecap': 'round' }) +
    path(front, {
      fill: 'none',
      stroke: darker(palm, 0.45),
      'stroke-width': 11,
      'stroke-dasharray': '3 11',
      opacity: 0.6,
    })
  );
}

/** Coloured bands that follow the curve, with lozenges between them. */
function ribbons(
  l: number,
  rim: number,
  width: number,
  height: number,
  depth: number,
  [first, second]: readonly [Colour, Colour],
): string {
  const curve = (drop: number) =>
    `M${l - 6} ${rim + drop} Q${l + width / 2} ${rim + drop + depth * 2.1} ${l + width + 6} ${rim + drop}`;
  const band = (drop: number, stroke: Colour, thick: number) =>
    path(curve(drop), { fill: 'none', stroke, 'stroke-width': thick, 'stroke-dasharray': '13 3', opacity: 0.92 });
  const count = 13;
  const diamonds = repeat(count, (index) => {
    const part = (index + 0.5) / count;
    const y = rim + height * 0.4 + depth * 4.2 * part * (1 - part);
    const half = height * 0.075;
    return at(
      l + width * part,
      y,
      path(`M0 ${-half} L${half} 0 L0 ${half} L${-half} 0 Z`, { fill: index % 2 ? first : second }),
    );
  });
  return band(height * 0.27, first, 11) + diamonds + band(height * 0.53, first, 11) + band(height * 0.6, second, 6);
}

function plaits(l: number, rim: number, width: number, height: number, depth: number, palm: Colour): string {
  const rows = Math.round(height / 15) + 1;
  const columns = Math.round(width / 17);
  const strip = { rx: 3, stroke: darker(palm, 0.5), 'stroke-width': 0.8, 'stroke-opacity': 0.5 };
  return repeat(rows, (row) =>
    repeat(columns, (column) => {
      const part = (column + (row % 2) * 0.5) / (columns - 1);
      const y = rim + 14 + row * 15 + depth * 3.6 * part * (1 - part);
      const fill = (row + column) % 2 ? lighter(palm, 0.2) : darker(palm, 0.1);
      return at(l + width * part, y, box(-8, -5.5, 17, 10.5, { fill, ...strip }), row % 2 ? 24 : -24);
    }),
  );
}
