import { type Colour, darker, lighter } from './colour.ts';
import { at, box, path, repeat, tag } from './shapes.ts';

/** An eight-pointed star, the heart of Moroccan tilework. */
export function star(radius: number, fill: Colour, opacity = 1): string {
  const half = radius * 0.72;
  const square = { x: -half, y: -half, width: half * 2, height: half * 2, fill, opacity };
  return tag('rect', square) + tag('rect', { ...square, transform: 'rotate(45)' });
}

/** A band of star tiles between two rules. */
export function zelligeBand(x: number, y: number, width: number, height: number, tile: Colour, ground: Colour): string {
  const step = height * 0.86;
  const count = Math.ceil(width / step) + 1;
  const stars = repeat(count, (index) => {
    const cx = x + step * (index + 0.5);
    return (
      at(
        cx,
        y + height / 2,
        star(height * 0.36, tile, 0.9) +
          star(height * 0.2, lighter(tile, 0.7), 0.95) +
          star(height * 0.09, darker(tile, 0.3)),
      ) +
      at(
        cx + step / 2,
        y + height / 2,
        box(-5, -5, 10, 10, { fill: lighter(tile, 0.45), transform: 'rotate(45)', opacity: 0.9 }),
      )
    );
  });
  return (
    box(x, y, width, height, { fill: lighter(ground, 0.35), opacity: 0.55 }) +
    stars +
    box(x, y, width, 4, { fill: darker(tile, 0.2), opacity: 0.8 }) +
    box(x, y + height - 4, width, 4, { fill: darker(tile, 0.2), opacity: 0.8 })
  );
}

/** A row of lozenges, one inside the other, as they are knotted into rugs. */
export function lozenges(x: number, y: number, width: number, size: number, colours: readonly Colour[]): string {
  const count = Math.round(width / size);
  const step = width / count;
  return repeat(count, (index) =>
    colours
      .map((fill, ring) => {
        const reach = 1 - ring / colours.length;
        const cx = x + step * (index + 0.5);
        const rx = (step / 2) * reach;
        const ry = (size / 2) * reach;
        return path(`M${cx} ${y - ry} L${cx + rx} ${y} L${cx} ${y + ry} L${cx - rx} ${y} Z`, { fill });
      })
      .join(''),
  );
}

/** A zigzag line between two edges. */
export function zigzag(
  x: number,
  y: number,
  width: number,
  height: number,
  teeth: number,
  stroke: Colour,
  thick: number,
): string {
  const step = width / teeth / 2;
  const points = Array.from(
    { length: teeth * 2 + 1 },
    (_, index) => `${x + step * index} ${index % 2 === 0 ? y + height : y}`,
  );
  return path(`M${points.join(' L')}`, { fill: 'none', stroke, 'stroke-width': thick, 'stroke-linejoin': 'miter' });
}

/** A row of small triangles, teeth up. */
export function teeth(x: number, y: number, width: number, height: number, count: number, fill: Colour): string {
  const step = width / count;
  return repeat(count, (index) =>
    path(`M${x + step * index} ${y + height} l${step / 2} ${-height} l${step / 2} ${height} Z`, { fill }),
  );
}
