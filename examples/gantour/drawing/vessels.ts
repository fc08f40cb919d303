/** Open vessels: bowls, plates, sacks. What lies in them is drawn between the back rim and the front. */
import type { Canvas } from './canvas.ts';
import { type Colour, darker, lighter } from './colour.ts';
import { lozenges, teeth, zigzag } from './patterns.ts';
import { oval, path, repeat, shadow, within } from './shapes.ts';

export interface BowlLook {
  readonly colour: Colour;
  readonly ink: Colour;
  readonly style: 'safi' | 'wood' | 'plain';
}

/** A bowl seen slightly from above; `filling` is drawn inside, its heap may rise above the rim. */
export function bowl(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  height: number,
  look: BowlLook,
  filling: string,
): string {
  const [l, r, rim] = [cx - width / 2, cx + width / 2, base - height];
  const depth = width * 0.13;
  const foot = width * 0.2;
  const outside = `M${l} ${rim} C${l + 4} ${rim + height * 0.72} ${cx - foot - 18} ${base - 10} ${cx - foot} ${base} H${cx + foot} C${cx + foot + 18} ${base - 10} ${r - 4} ${rim + height * 0.72} ${r} ${rim} A${width / 2} ${depth} 0 0 1 ${l} ${rim} Z`;
  return (
    shadow(canvas, cx, base, width * 0.36) +
    oval(cx, rim, width / 2, depth, { fill: darker(look.colour, 0.35) }) +
    filling +
    path(outside, { fill: canvas.round(look.colour) }) +
    within(canvas, outside, decoration(l, rim, width, height, depth, look)) +
    path(`M${l} ${rim} A${width / 2} ${depth} 0 0 0 ${r} ${rim}`, {
      fill: 'none',
      stroke: lighter(look.colour, 0.5),
      'stroke-width': 6,
      'stroke-linecap': 'round',
    }) +
    path(
      `M${l + width * 0.12} ${rim + depth + 10} Q${l + width * 0.16} ${rim + height * 0.6} ${l + width * 0.28} ${base - height * 0.22}`,
      {
        fill: 'none',
        stroke: '#ffffff',
        'stroke-width': 8,
        'stroke-linecap': 'round',
        opacity: look.style === 'wood' ? 0.16 : 0.4,
      },
    )
  );
}

function decoration(
  l: number,
  rim: number,
  width: number,
  height: number,
  depth: number,
  { style, ink }: BowlLook,
): string {
  const cx = l + width / 2;
  const curve = (drop: number) =>
    `M${l - 10} ${rim + drop} Q${cx} ${rim + drop + depth * 2} ${l + width + 10} ${rim + drop}`;
  const ruled = (drop: number, thick: number, opacity = 1) =>
    path(curve(drop), { fill: 'none', stroke: ink, 'stroke-width': thick, opacity });
  if (style === 'plain') return ruled(height * 0.18, 5, 0.7);
  if (style === 'wood') return repeat(5, (index) => ruled(12 + index * height * 0.17, 2, 0.3));
  const count = 11;
  const petals = repeat(count, (index) => {
    const part = (index + 0.5) / count;
    const x = l + width * part;
    const y = rim + 8 + depth * 2 * 2 * part * (1 - part) + height * 0.2;
    const tall = height * 0.17;
    const wide = width / count / 2.3;
    return (
      path(`M${x} ${y - tall} Q${x + wide} ${y} ${x} ${y + tall} Q${x - wide} ${y} ${x} ${y - tall} Z`, { fill: ink }) +
      oval(x, y, 3, 5, { fill: '#f5c64a' })
    );
  });
  return ruled(height * 0.02 + 6, 4) + petals + ruled(height * 0.44, 4) + ruled(height * 0.5, 2);
}

/** A flat dish; `filling` stands on it. */
export function plate(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  look: BowlLook,
  filling: string,
): string {
  const depth = width * 0.16;
  const ring = repeat(22, (index) => {
    const angle = (index / 22) * Math.PI * 2;
    return oval(cx + Math.cos(angle) * width * 0.445, base - depth + Math.sin(angle) * depth * 0.88, 6, 3.4, {
      fill: look.ink,
    });
  });
  return (
    shadow(canvas, cx, base - 4, width * 0.46, 0.26) +
    oval(cx, base - depth + 10, width / 2, depth, { fill: darker(look.colour, 0.4) }) +
    oval(cx, base - depth, width / 2, depth, { fill: canvas.round(look.colour) }) +
    ring +
    oval(cx, base - depth, width * 0.4, depth * 0.78, {
      fill: lighter(look.colour, 0.2),
      stroke: look.ink,
      'stroke-width': 2.5,
    }) +
    filling
  );
}

/** A jute sack with its rim rolled down. */
export function sack(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  height: number,
  ink: Colour,
  filling: string,
): string {
  const [l, r, rim] = [cx - width / 2, cx + width / 2, base - height];
  const depth = width * 0.14;
  const jute = '#c9a26b';
  const body = `M${l + 8} ${rim} C${l - 18} ${rim + height * 0.5} ${l - 12} ${base - 8} ${l + 22} ${base} Q${cx} ${base + 10} ${r - 22} ${base} C${r + 12} ${base - 8} ${r + 18} ${rim + height * 0.5} ${r - 8} ${rim} Z`;
  const weave =
    repeat(16, (index) =>
      path(
        `M${l - 20} ${rim + 14 + index * (height / 15)} Q${cx} ${rim + 32 + index * (height / 15)} ${r + 20} ${rim + 14 + index * (height / 15)}`,
        { fill: 'none', stroke: darker(jute, 0.4), 'stroke-width': 1.5, opacity: 0.35 },
      ),
    ) +
    repeat(18, (index) =>
      path(`M${l + (width / 17) * index} ${rim} q${(index - 8.5) * 1.2} ${height * 0.5} 0 ${height}`, {
        fill: 'none',
        stroke: lighter(jute, 0.5),
        'stroke-width': 1.3,
        opacity: 0.4,
      }),
    );
  const band = rim + height * 0.5;
  return (
    shadow(canvas, cx, base, width / 2) +
    path(body, { fill: canvas.round(jute) }) +
    within(
      canvas,
      body,
      weave +
        lozenges(l - 14, band + 12, width + 28, 40, [ink, lighter(jute, 0.5), ink]) +
        zigzag(l - 14, band - 26, width + 28, 10, 12, ink, 3.5) +
        zigzag(l - 14, band + 42, width + 28, 10, 12, ink, 3.5),
    ) +
    oval(cx, rim, width / 2 + 6, depth + 7, { fill: canvas.round(lighter(jute, 0.12)) }) +
    oval(cx, rim, width / 2 - 10, depth - 5, { fill: darker(jute, 0.6) }) +
    filling +
    path(
      `M${l - 5} ${rim + 2} A${width / 2 + 5} ${depth + 6} 0 0 0 ${r + 5} ${rim + 2} L${r - 9} ${rim + 2} A${width / 2 - 10} ${depth - 6} 0 0 1 ${l + 9} ${rim + 2} Z`,
      { fill: canvas.round(lighter(jute, 0.18)) },
    ) +
    path(`M${l - 3} ${rim + 12} A${width / 2 + 5} ${depth + 6} 0 0 0 ${r + 3} ${rim + 12}`, {
      fill: 'none',
      stroke: darker(jute, 0.4),
      'stroke-width': 2,
      'stroke-dasharray': '7 6',
      opacity: 0.6,
    })
  );
}

/** A paper bag with a window band and a motif, folded at the top. */
export function bag(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  height: number,
  ink: Colour,
  motif: string,
): string {
  const [l, r, top] = [cx - width / 2, cx + width / 2, base - height];
  const paper = '#e3c593';
  const body = `M${l + 5} ${top} H${r - 5} L${r + 3} ${base - 8} Q${r} ${base} ${r - 10} ${base} H${l + 10} Q${l} ${base} ${l - 3} ${base - 8} Z`;
  return (
    shadow(canvas, cx, base, width / 2) +
    path(body, { fill: canvas.round(paper) }) +
    within(
      canvas,
      body,
      path(`M${l} ${top} L${l + width * 0.16} ${base} V${top} Z`, { fill: '#ffffff', opacity: 0.16 }) +
        path(`M${l - 6} ${base - height * 0.24} h${width + 12} v${height * 0.13} h${-width - 12} Z`, { fill: ink }) +
        teeth(l - 6, base - height * 0.215, width + 12, height * 0.08, 10, lighter(ink, 0.6)),
    ) +
    path(`M${l + 5} ${top} H${r - 5} L${r - 4} ${top + 26} H${l + 4} Z`, { fill: canvas.round(darker(paper, 0.16)) }) +
    oval(cx, top + 13, 4, 4, { fill: ink }) +
    oval(cx, base - height * 0.53, width * 0.34, width * 0.34, { fill: '#fbf0d9', stroke: ink, 'stroke-width': 3 }) +
    `<g transform="translate(${cx} ${base - height * 0.53}) scale(${width / 140})">${motif}</g>`
  );
}
