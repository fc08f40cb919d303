/** Sprigs, leaves, flowers and fruit, drawn around the origin. */
import type { Canvas } from './canvas.ts';
import { type Colour, darker, lighter } from './colour.ts';
import { at, line, oval, path, repeat } from './shapes.ts';

export interface SprigLook {
  readonly leaf: Colour;
  readonly length: number;
  readonly leafLength: number;
  readonly leafWidth: number;
  readonly pairs: number;
  readonly bloom?: Colour;
}

/** A stem from the origin upwards with pairs of leaves and, where it blooms, a head of small flowers. */
export function sprig(canvas: Canvas, look: SprigLook): string {
  const stem = path(`M0 0 Q${look.length * 0.06} ${-look.length / 2} 0 ${-look.length}`, {
    fill: 'none',
    stroke: darker(look.leaf, 0.3),
    'stroke-width': 3,
    'stroke-linecap': 'round',
  });
  const leaves = repeat(look.pairs, (index) => {
    const part = (index + 0.7) / look.pairs;
    const y = -look.length * part;
    const size = 1 - part * 0.35;
    const one = leaf(canvas, look.leaf, look.leafLength * size, look.leafWidth * size);
    const x = look.length * 0.06 * 4 * part * (1 - part) * 0.5;
    return at(x, y, one, canvas.between(38, 62)) + at(x, y, one, canvas.between(-62, -38));
  });
  const { bloom } = look;
  const flowers = bloom
    ? repeat(16, () => {
        const y = -look.length * canvas.between(0.62, 1.06);
        return oval(canvas.between(-11, 11), y, canvas.between(3.5, 5.5), canvas.between(3, 5), {
          fill: canvas.random() < 0.5 ? bloom : lighter(bloom, 0.4),
        });
      })
    : at(0, -look.length, leaf(canvas, look.leaf, look.leafLength * 0.6, look.leafWidth * 0.6));
  return stem + leaves + flowers;
}

/** One leaf pointing up. */
export function leaf(canvas: Canvas, colour: Colour, length: number, width: number): string {
  const fill = canvas.along(0, [
    [0, lighter(colour, 0.25)],
    [0.5, colour],
    [1, darker(colour, 0.3)],
  ]);
  return (
    path(`M0 0 Q${-width} ${-length * 0.5} 0 ${-length} Q${width} ${-length * 0.5} 0 0 Z`, { fill }) +
    line(0, -2, 0, -length * 0.9, { stroke: darker(colour, 0.35), 'stroke-width': 1.2, opacity: 0.6 })
  );
}

/** A flower with petals all around. */
export function flower(canvas: Canvas, petal: Colour, heart: Colour, radius: number, petals = 8): string {
  const fill = canvas.around(0.5, 0.8, 0.9, [
    [0, darker(petal, 0.18)],
    [1, lighter(petal, 0.3)],
  ]);
  return (
    repeat(petals, (index) =>
      at(
        0,
        0,
        path(`M0 0 Q${-radius * 0.42} ${-radius * 0.7} 0 ${-radius} Q${radius * 0.42} ${-radius * 0.7} 0 0 Z`, {
          fill,
        }),
        (360 / petals) * index,
      ),
    ) + oval(0, 0, radius * 0.27, radius * 0.27, { fill: canvas.ball(heart) })
  );
}

/** A full rose seen from above. */
export function rose(canvas: Canvas, colour: Colour, radius: number): string {
  const rings: readonly [count: number, out: number, size: number, tone: number][] = [
    [7, 0.55, 0.56, 0.3],
    [6, 0.38, 0.48, 0.16],
    [5, 0.22, 0.38, 0.04],
    [3, 0.08, 0.26, -0.12],
  ];
  return rings
    .map(([count, out, size, tone]) =>
      repeat(count, (index) => {
        const angle = (index / count) * Math.PI * 2 + out * 5;
        const shade = tone >= 0 ? lighter(colour, tone) : darker(colour, -tone);
        return oval(
          Math.cos(angle) * radius * out,
          Math.sin(angle) * radius * out,
          radius * size,
          radius * size * 0.86,
          { fill: canvas.ball(shade), stroke: darker(colour, 0.3), 'stroke-width': 1, 'stroke-opacity': 0.35 },
        );
      }),
    )
    .join('');
}

/** An ear of barley or wheat from the origin upwards. */
export function ear(canvas: Canvas, colour: Colour, length: number): string {
  const top = -length;
  const grains = repeat(8, (index) => {
    const y = top + 70 - index * 9;
    const grain = oval(0, -9, 4.6, 10, { fill: canvas.ball(colour) });
    const beard = line(0, -12, 0, -58, { stroke: lighter(colour, 0.2), 'stroke-width': 1.3 });
    return at(-4, y, beard + grain, -20) + at(4, y, beard + grain, 20);
  });
  return (
    path(`M0 0 Q6 ${-length / 2} 0 ${top + 20}`, { fill: 'none', stroke: darker(colour, 0.2), 'stroke-width': 3 }) +
    grains
  );
}

/** A fruit, with a light spot. */
export function fruit(canvas: Canvas, colour: Colour, rx: number, ry: number): string {
  return (
    oval(0, 0, rx, ry, { fill: canvas.ball(colour) }) +
    oval(-rx * 0.35, -ry * 0.45, rx * 0.2, ry * 0.14, { fill: '#ffffff', opacity: 0.6 })
  );
}
