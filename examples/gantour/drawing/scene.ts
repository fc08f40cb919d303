import { type Canvas, side } from './canvas.ts';
import { type Colour, darker, lighter, mix } from './colour.ts';
import { zelligeBand } from './patterns.ts';
import { at, box, line, oval, path, repeat, within } from './shapes.ts';

export interface Mood {
  readonly wall: Colour;
  readonly niche: Colour;
  readonly tile: Colour;
  readonly table: Colour;
  readonly surface: 'wood' | 'cloth' | 'stone';
  /** How much nearer the things are than they were drawn. */
  readonly zoom?: number;
}

/** Where the table begins. */
const horizon = 418;

/** The room every picture shares: a plastered wall with an arched niche, a band of tiles, a table in the light. */
export function scene(canvas: Canvas, mood: Mood, things: string): string {
  const near = mood.zoom ?? 1.17;
  const closer = at(320 * (1 - near), 606 * (1 - near), things, 0, near);
  return canvas.picture(
    wall(canvas, mood) + niche(canvas, mood) + table(canvas, mood) + light(canvas) + closer + vignette(canvas),
  );
}

function wall(canvas: Canvas, { wall: colour }: Mood): string {
  const fill = canvas.around(0.3, 0.25, 0.95, [
    [0, lighter(colour, 0.3)],
    [0.5, colour],
    [1, darker(colour, 0.35)],
  ]);
  const plaster = canvas.define(
    (id) =>
      `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.012 0.02" numOctaves="3" seed="4"/>` +
      '<feColorMatrix values="0 0 0 0 0.2  0 0 0 0 0.1  0 0 0 0 0.05  0 0 0 1.1 -0.42"/></filter>',
  );
  return box(0, 0, side, side, { fill }) + box(0, 0, side, horizon, { filter: plaster, opacity: 0.28 });
}

function niche(canvas: Canvas, { niche: colour, tile }: Mood): string {
  const arch =
    'M112 430 V214 C112 196 100 186 100 168 C100 92 196 38 320 12 C444 38 540 92 540 168 C540 186 528 196 528 214 V430 Z';
  const inner =
    'M140 430 V214 C140 196 130 184 130 168 C130 108 212 60 320 38 C428 60 510 108 510 168 C510 184 500 196 500 214 V430 Z';
  const fill = canvas.along(90, [
    [0, darker(colour, 0.42)],
    [0.35, darker(colour, 0.12)],
    [1, lighter(colour, 0.12)],
  ]);
  const shade = canvas.along(0, [
    [0, '#1c0b04', 0.4],
    [0.16, '#1c0b04', 0.06],
    [0.6, '#1c0b04', 0],
    [1, '#fff2d0', 0.14],
  ]);
  const frame = mix(tile, '#fff3dc', 0.1);
  return (
    path(arch, { fill: frame, opacity: 0.92 }) +
    path(arch, { fill: 'none', stroke: darker(tile, 0.35), 'stroke-width': 3, opacity: 0.6 }) +
    path(inner, { fill }) +
    path(inner, { fill: shade }) +
    within(canvas, inner, zelligeBand(130, 362, 380, 56, tile, colour)) +
    path(inner, { fill: 'none', stroke: darker(colour, 0.5), 'stroke-width': 4, opacity: 0.5 })
  );
}

function table(canvas: Canvas, { table: colour, surface }: Mood): string {
  const fill = canvas.along(90, [
    [0, darker(colour, 0.3)],
    [0.14, colour],
    [0.6, lighter(colour, 0.16)],
    [1, darker(colour, 0.2)],
  ]);
  const base = box(0, horizon, side, side - horizon, { fill });
  const edge = box(0, horizon, side, 5, { fill: lighter(colour, 0.45), opacity: 0.5 });
  if (surface === 'wood') return base + planks(canvas, colour) + edge;
  if (surface === 'cloth') return base + stripes(colour) + edge;
  return base + edge;
}

function planks(canvas: Canvas, colour: Colour): string {
  const seams = repeat(3, (index) => {
    const y = horizon + 34 + index * 62;
    return line(0, y, side, y + 2, { stroke: darker(colour, 0.55), 'stroke-width': 2.5, opacity: 0.55 });
  });
  const grain = repeat(16, () => {
    const y = canvas.between(horizon + 8, side);
    const x = canvas.between(-80, 520);
    const bend = canvas.between(-5, 5);
    return path(`M${x} ${y} q80 ${bend} 190 0`, {
      fill: 'none',
      stroke: darker(colour, 0.45),
      'stroke-width': 1.4,
      opacity: 0.28,
    });
  });
  return seams + grain;
}

function stripes(colour: Colour): string {
  return repeat(3, (index) => {
    const y = horizon + 120 + index * 34;
    const stripe = index === 1 ? darker(colour, 0.34) : lighter(colour, 0.5);
    return path(
      `M0 ${y} Q320 ${y + 12} 640 ${y} v${6 + index * 3} Q320 ${y + 18 + index * 3} 0 ${y + 6 + index * 3} Z`,
      { fill: stripe, opacity: 0.55 },
    );
  });
}

/** Sunlight that falls in from the upper left. */
function light(canvas: Canvas): string {
  const beam = canvas.along(25, [
    [0, '#fff4cf', 0.5],
    [0.7, '#fff4cf', 0.04],
    [1, '#fff4cf', 0],
  ]);
  return (
    path('M-40 40 L250 -40 L640 430 L520 640 L160 640 Z', { fill: beam, opacity: 0.38, filter: canvas.blur(26) }) +
    oval(320, 540, 300, 70, { fill: '#fff2cf', opacity: 0.2, filter: canvas.blur(30) })
  );
}

function vignette(canvas: Canvas): string {
  const fill = canvas.around(0.48, 0.5, 0.74, [
    [0.62, '#1c0b04', 0],
    [1, '#1c0b04', 0.4],
  ]);
  return box(0, 0, side, side, { fill });
}
