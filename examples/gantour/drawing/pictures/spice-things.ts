import type { Canvas } from '../canvas.ts';
import { type Colour, darker, lighter } from '../colour.ts';
import { lozenges, zigzag } from '../patterns.ts';
import { at, box, line, oval, path, repeat, shadow, within } from '../shapes.ts';

/** A long red pepper, lying. */
export function pepper(canvas: Canvas, x: number, base: number, turn: number): string {
  return (
    shadow(canvas, x + 20, base + 6, 60, 0.1) +
    at(
      x,
      base - 12,
      path('M-60 -12 C-40 -30 10 -24 70 -2 Q84 6 70 8 C20 22 -40 24 -60 6 Q-66 -2 -60 -12 Z', {
        fill: canvas.ball('#c8301c'),
      }) +
        path('M-60 -6 q-14 -4 -24 -18', {
          fill: 'none',
          stroke: '#5f7a34',
          'stroke-width': 7,
          'stroke-linecap': 'round',
        }) +
        path('M-40 -12 Q-10 -20 30 -9', {
          fill: 'none',
          stroke: '#ffffff',
          'stroke-width': 4,
          'stroke-linecap': 'round',
          opacity: 0.45,
        }),
      turn,
    )
  );
}

/** A Moroccan tea glass with gold ornaments. */
export function teaGlass(canvas: Canvas, cx: number, base: number, tea: Colour): string {
  const outline = `M${cx - 66} ${base - 210} L${cx - 48} ${base - 14} Q${cx} ${base + 8} ${cx + 48} ${base - 14} L${cx + 66} ${base - 210} Z`;
  const fill = canvas.along(0, [
    [0, darker(tea, 0.35)],
    [0.28, lighter(tea, 0.45)],
    [0.6, tea],
    [1, darker(tea, 0.4)],
  ]);
  return (
    shadow(canvas, cx, base, 56) +
    within(
      canvas,
      outline,
      box(cx - 80, base - 220, 160, 240, { fill: '#f6f8ea', opacity: 0.5 }) +
        box(cx - 80, base - 172, 160, 190, { fill, opacity: 0.92 }) +
        lozenges(cx - 72, base - 112, 144, 26, ['#e2b74c', '#7a3f5a']) +
        zigzag(cx - 72, base - 144, 144, 10, 12, '#e2b74c', 3) +
        zigzag(cx - 72, base - 90, 144, 10, 12, '#e2b74c', 3),
    ) +
    oval(cx, base - 172, 62, 11, { fill: lighter(tea, 0.4), opacity: 0.9 }) +
    oval(cx, base - 210, 66, 12, { fill: 'none', stroke: '#e2b74c', 'stroke-width': 4 }) +
    line(cx - 46, base - 196, cx - 36, base - 34, {
      stroke: '#ffffff',
      'stroke-width': 7,
      'stroke-linecap': 'round',
      opacity: 0.55,
    }) +
    repeat(3, (index) =>
      path(`M${cx - 26 + index * 26} ${base - 226} q-14 -22 0 -42 q14 -20 0 -40`, {
        fill: 'none',
        stroke: '#ffffff',
        'stroke-width': 6,
        'stroke-linecap': 'round',
        opacity: 0.28,
        filter: canvas.blur(3),
      }),
    )
  );
}

/** A small open tin of saffron threads. */
export function tin(canvas: Canvas, cx: number, base: number): string {
  const [l, r, rim] = [cx - 104, cx + 104, base - 108];
  const lid =
    oval(cx + 30, base - 150, 112, 104, { fill: canvas.round('#d3a648') }) +
    oval(cx + 30, base - 150, 94, 86, { fill: canvas.ball('#e6c473') });
  const body = `M${l} ${rim} V${base - 26} A104 28 0 0 0 ${r} ${base - 26} V${rim} Z`;
  const inside = repeat(120, () => {
    const angle = canvas.random() * Math.PI * 2;
    const out = Math.sqrt(canvas.random());
    return at(
      cx + Math.cos(angle) * out * 82,
      rim - 8 + Math.sin(angle) * out * 20,
      path('M-15 0 q8 -7 15 -1 q8 5 15 -3', {
        fill: 'none',
        stroke: canvas.random() < 0.4 ? '#e0532c' : canvas.random() < 0.5 ? '#b8281a' : '#8a1a12',
        'stroke-width': 3.4,
        'stroke-linecap': 'round',
      }),
      canvas.between(-80, 80),
    );
  });
  return (
    shadow(canvas, cx, base, 108) +
    lid +
    lozenges(cx - 44, base - 176, 148, 36, ['#7a2f5a', '#e6c473', '#7a2f5a']) +
    oval(cx, rim, 104, 28, { fill: '#8a6420' }) +
    oval(cx, rim, 96, 23, { fill: '#7a1c14' }) +
    inside +
    path(body, { fill: canvas.round('#d3a648') }) +
    within(
      canvas,
      body,
      path(`M${l} ${rim + 36} A104 28 0 0 0 ${r} ${rim + 36} V${rim + 78} A104 28 0 0 1 ${l} ${rim + 78} Z`, {
        fill: '#7a2f5a',
      }) + zigzag(l, rim + 58, 208, 14, 12, '#f0d28a', 4),
    ) +
    path(`M${l} ${rim} A104 28 0 0 0 ${r} ${rim}`, { fill: 'none', stroke: '#f3dc9a', 'stroke-width': 5 })
  );
}
