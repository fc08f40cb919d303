/** Heaps of small things: grains, powders, seeds, nuts. */
import type { Canvas } from './canvas.ts';
import { type Colour, darker, lighter, mix } from './colour.ts';
import { at, oval, path, repeat, within } from './shapes.ts';

/** A dome of grains on the rim of a vessel. */
export function heap(
  canvas: Canvas,
  cx: number,
  rim: number,
  width: number,
  rise: number,
  colour: Colour,
  grain: Grain,
): string {
  const depth = width * 0.12;
  const [l, r] = [cx - width / 2, cx + width / 2];
  const outline = `M${l} ${rim} C${l + width * 0.14} ${rim - rise * 0.75} ${cx - width * 0.2} ${rim - rise} ${cx} ${rim - rise} C${cx + width * 0.2} ${rim - rise} ${r - width * 0.14} ${rim - rise * 0.75} ${r} ${rim} A${width / 2} ${depth} 0 0 1 ${l} ${rim} Z`;
  const fill = canvas.around(0.36, 0.25, 0.85, [
    [0, lighter(colour, 0.35)],
    [0.5, colour],
    [1, darker(colour, 0.42)],
  ]);
  return (
    path(outline, { fill }) +
    within(canvas, outline, scatter(canvas, l, rim - rise, width, rise + depth, colour, grain))
  );
}

export interface Grain {
  readonly size: number;
  readonly count: number;
  /** How much longer than wide; 1 is round. */
  readonly long?: number;
  readonly colours?: readonly Colour[];
}

/** Grains strewn over a rectangle, the nearer ones on top, lighter to the left and darker to the right. */
export function scatter(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  grain: Grain,
): string {
  return repeat(grain.count, (index) => {
    const gx = x + width * canvas.random();
    const gy = y + height * ((index + canvas.random()) / grain.count);
    const lit = 1 - (gx - x) / width;
    const own = grain.colours?.[Math.floor(canvas.random() * grain.colours.length)] ?? colour;
    const tone =
      canvas.random() < 0.35 + lit * 0.4 ? lighter(own, 0.1 + lit * 0.3) : darker(own, 0.05 + (1 - lit) * 0.3);
    const size = grain.size * canvas.between(0.8, 1.15);
    return at(gx, gy, grainOf(tone, size, grain.long ?? 1), grain.long === undefined ? 0 : canvas.between(0, 180));
  });
}

/** From a certain size on a grain shows its own light and shadow. */
function grainOf(tone: Colour, size: number, long: number): string {
  const body = oval(0, 0, size * long, size, { fill: tone });
  if (size < 4) return body;
  return (
    oval(size * 0.16, size * 0.26, size * long, size, { fill: darker(tone, 0.5) }) +
    body +
    oval(-size * 0.3 * long, -size * 0.34, size * 0.42 * long, size * 0.3, { fill: lighter(tone, 0.6), opacity: 0.75 })
  );
}

/** A smooth cone of powder, as spices stand in the souk. */
export function cone(canvas: Canvas, cx: number, base: number, width: number, height: number, colour: Colour): string {
  const [l, r] = [cx - width / 2, cx + width / 2];
  const outline = `M${l} ${base} Q${cx - width * 0.16} ${base - height * 0.5} ${cx - 5} ${base - height} Q${cx} ${base - height - 7} ${cx + 5} ${base - height} Q${cx + width * 0.16} ${base - height * 0.5} ${r} ${base} A${width / 2} ${width * 0.11} 0 0 1 ${l} ${base} Z`;
  const fill = canvas.along(0, [
    [0, lighter(colour, 0.1)],
    [0.34, lighter(colour, 0.34)],
    [0.52, colour],
    [0.8, darker(colour, 0.3)],
    [1, darker(colour, 0.42)],
  ]);
  const slides = repeat(7, (index) => {
    const lean = (index - 3) * width * 0.1;
    const drop = `M${cx + lean * 0.1} ${base - height * 0.86} Q${cx + lean * 0.35} ${base - height * 0.45} ${cx + lean} ${base - height * 0.06}`;
    const stroke = index < 3 ? lighter(colour, 0.3) : darker(colour, 0.35);
    return path(drop, { fill: 'none', stroke, 'stroke-width': 9, opacity: 0.22, filter: canvas.blur(4) });
  });
  const dust = scatter(canvas, l, base - height, width, height + width * 0.1, colour, { size: 1.7, count: 320 });
  return path(outline, { fill }) + within(canvas, outline, slides + dust);
}

/** Single pieces lying about on the table, each with its own small shadow. */
export function strewn(
  canvas: Canvas,
  spots: readonly (readonly [x: number, y: number])[],
  draw: (index: number) => string,
): string {
  return spots
    .map(
      ([x, y], index) =>
        oval(x + 6, y + 5, 15, 5, { fill: '#1c0b04', opacity: 0.35, filter: canvas.blur(3) }) +
        at(x, y, draw(index), canvas.between(-40, 40)),
    )
    .join('');
}

/** An almond, lying. */
export function almond(canvas: Canvas, size = 1): string {
  return at(
    0,
    0,
    path('M-20 0 C-14 -13 8 -13 21 0 C8 13 -14 13 -20 0 Z', { fill: canvas.ball('#a8642f') }) +
      path('M-14 -2 Q0 -7 14 -1 M-13 3 Q0 3 13 3', {
        fill: 'none',
        stroke: '#6b3814',
        'stroke-width': 1.5,
        opacity: 0.6,
      }),
    0,
    size,
  );
}

/** A dried fig, flattened. */
export function fig(canvas: Canvas, size = 1): string {
  const skin = mix('#b5874e', '#8f6236', canvas.random());
  return at(
    0,
    0,
    path('M-30 4 C-32 -18 -12 -26 0 -25 C14 -27 33 -16 30 5 C28 20 12 24 0 24 C-14 24 -28 20 -30 4 Z', {
      fill: canvas.ball(skin),
    }) +
      repeat(7, (index) =>
        path(`M0 -20 Q${(index - 3) * 12} 0 ${(index - 3) * 6} 20`, {
          fill: 'none',
          stroke: darker(skin, 0.4),
          'stroke-width': 1.6,
          opacity: 0.5,
        }),
      ) +
      oval(0, -21, 5, 3.5, { fill: darker(skin, 0.5) }),
    0,
    size,
  );
}
