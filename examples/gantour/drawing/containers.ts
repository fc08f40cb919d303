/** What things come in. Every container stands on `base` and is lit from the left. */
import type { Canvas } from './canvas.ts';
import { type Colour, darker, lighter } from './colour.ts';
import { teeth, zigzag } from './patterns.ts';
import { box, line, oval, path, repeat, shadow, within } from './shapes.ts';

export interface JarLook {
  readonly content: Colour;
  readonly cloth: Colour;
  /** Drawn on the label around the origin, within about 30 units. */
  readonly motif: string;
  readonly label?: Colour;
  readonly thick?: boolean;
}

/** A glass jar with a cloth cap and a label. */
export function jar(canvas: Canvas, cx: number, base: number, width: number, height: number, look: JarLook): string {
  const [left, right, top] = [cx - width / 2, cx + width / 2, base - height];
  const neck = width * 0.4;
  const outline =
    `M${cx - neck} ${top} L${cx + neck} ${top} C${cx + neck} ${top + 16} ${right} ${top + 18} ${right} ${top + 56} ` +
    `L${right} ${base - 24} Q${right} ${base} ${right - 26} ${base} L${left + 26} ${base} Q${left} ${base} ${left} ${base - 24} ` +
    `L${left} ${top + 56} C${left} ${top + 18} ${cx - neck} ${top + 16} ${cx - neck} ${top} Z`;
  const glow = canvas.around(0.36, 0.5, 0.75, [
    [0, lighter(look.content, look.thick ? 0.2 : 0.5)],
    [0.45, look.content],
    [1, darker(look.content, 0.5)],
  ]);
  const level = top + 38;
  const inside =
    box(left, top, width, height, { fill: '#fff8e8', opacity: 0.35 }) +
    box(left, level, width, height, { fill: glow }) +
    oval(cx, level, width * 0.47, 8, { fill: lighter(look.content, 0.45), opacity: 0.9 });
  const shine =
    path(`M${left + 15} ${top + 66} Q${left + 13} ${base - 90} ${left + 16} ${base - 34}`, {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 9,
      'stroke-linecap': 'round',
      opacity: 0.55,
    }) +
    path(`M${right - 11} ${top + 74} V${base - 40}`, {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 4,
      'stroke-linecap': 'round',
      opacity: 0.3,
    });
  return (
    shadow(canvas, cx, base, width / 2) +
    within(canvas, outline, inside) +
    path(outline, { fill: 'none', stroke: darker(look.content, 0.55), 'stroke-width': 2, opacity: 0.6 }) +
    label(canvas, cx, base - height * 0.36, width * 0.8, height * 0.4, look) +
    shine +
    clothCap(canvas, cx, top, neck, look.cloth)
  );
}

/** A paper label with a ruled border and a motif. */
export function label(
  canvas: Canvas,
  cx: number,
  cy: number,
  width: number,
  height: number,
  look: { motif: string; label?: Colour; cloth: Colour },
): string {
  const paper = look.label ?? '#fbf0d9';
  const [x, y] = [cx - width / 2, cy - height / 2];
  const fill = canvas.along(0, [
    [0, darker(paper, 0.14)],
    [0.3, paper],
    [0.75, darker(paper, 0.06)],
    [1, darker(paper, 0.28)],
  ]);
  const ribbon = height * 0.16;
  return (
    box(x, y, width, height, { fill, rx: 5 }) +
    box(x, y + height - ribbon - 5, width, ribbon, { fill: look.cloth, opacity: 0.92 }) +
    teeth(x, y + height - ribbon - 2, width, ribbon - 6, Math.round(width / 12), lighter(look.cloth, 0.55)) +
    box(x + 5, y + 5, width - 10, height - ribbon - 14, {
      fill: 'none',
      stroke: look.cloth,
      'stroke-width': 1.6,
      rx: 3,
      opacity: 0.75,
    }) +
    `<g transform="translate(${cx} ${y + (height - ribbon) / 2}) scale(${Math.min(width, height) / 92})">${look.motif}</g>`
  );
}

function clothCap(canvas: Canvas, cx: number, top: number, neck: number, cloth: Colour): string {
  const [l, r] = [cx - neck - 5, cx + neck + 5];
  const dome = `M${l} ${top + 12} C${l - 2} ${top - 26} ${cx - neck * 0.7} ${top - 34} ${cx} ${top - 34} C${cx + neck * 0.7} ${top - 34} ${r + 2} ${top - 26} ${r} ${top + 12} Z`;
  const skirt =
    `M${l} ${top + 8} L${r} ${top + 8} L${r + 14} ${top + 38} Q${r - 4} ${top + 30} ${r - 14} ${top + 42} Q${cx + neck * 0.4} ${top + 32} ${cx + 8} ${top + 44} ` +
    `Q${cx - neck * 0.4} ${top + 32} ${l + 16} ${top + 42} Q${l + 4} ${top + 30} ${l - 14} ${top + 38} Z`;
  const pattern =
    zigzag(l - 12, top - 20, neck * 2 + 34, 10, 9, lighter(cloth, 0.65), 2.4) +
    zigzag(l - 12, top + 22, neck * 2 + 34, 8, 9, lighter(cloth, 0.65), 2.4);
  return (
    path(skirt, { fill: canvas.round(darker(cloth, 0.08)) }) +
    path(dome, { fill: canvas.round(cloth) }) +
    within(canvas, `${skirt} ${dome}`, pattern) +
    box(l - 1, top + 5, r - l + 2, 6, { fill: '#d9b67c', rx: 3 }) +
    path(`M${cx + neck * 0.35} ${top + 9} q16 18 8 34 M${cx + neck * 0.35} ${top + 9} q26 10 26 28`, {
      fill: 'none',
      stroke: '#d9b67c',
      'stroke-width': 3.4,
      'stroke-linecap': 'round',
    })
  );
}

export interface BottleLook {
  readonly content: Colour;
  readonly cloth: Colour;
  readonly motif: string;
  readonly stopper: 'cork' | 'dropper' | 'cap';
  readonly glass?: Colour;
}

/** A bottle with straight sides and a slim neck. */
export function bottle(
  canvas: Canvas,
  cx: number,
  base: number,
  width: number,
  height: number,
  look: BottleLook,
): string {
  const [l, r, top] = [cx - width / 2, cx + width / 2, base - height];
  const neck = Math.max(13, width * 0.17);
  const shoulder = top + height * 0.3;
  const outline =
    `M${cx - neck} ${top} H${cx + neck} V${top + height * 0.16} C${cx + neck} ${shoulder - 12} ${r} ${shoulder - 14} ${r} ${shoulder + 24} ` +
    `V${base - 16} Q${r} ${base} ${r - 18} ${base} H${l + 18} Q${l} ${base} ${l} ${base - 16} V${shoulder + 24} C${l} ${shoulder - 14} ${cx - neck} ${shoulder - 12} ${cx - neck} ${top + height * 0.16} Z`;
  const fill = canvas.along(0, [
    [0, darker(look.content, 0.5)],
    [0.24, lighter(look.content, 0.38)],
    [0.5, look.content],
    [0.85, darker(look.content, 0.3)],
    [1, darker(look.content, 0.55)],
  ]);
  const glass = look.glass ?? '#f4f6e6';
  return (
    shadow(canvas, cx, base, width / 2) +
    within(
      canvas,
      outline,
      box(l, top, width, height, { fill: glass, opacity: 0.5 }) +
        box(l, top + height * 0.12, width, height, { fill, opacity: 0.95 }),
    ) +
    path(outline, { fill: 'none', stroke: darker(look.content, 0.6), 'stroke-width': 2, opacity: 0.55 }) +
    label(canvas, cx, base - height * 0.3, width * 0.9, height * 0.34, look) +
    path(`M${l + 12} ${shoulder + 30} V${base - 26}`, {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 7,
      'stroke-linecap': 'round',
      opacity: 0.5,
    }) +
    path(`M${cx - neck + 5} ${top + 14} V${top + height * 0.17}`, {
      fill: 'none',
      stroke: '#ffffff',
      'stroke-width': 4,
      'stroke-linecap': 'round',
      opacity: 0.5,
    }) +
    stopper(canvas, cx, top, neck, look)
  );
}

function stopper(canvas: Canvas, cx: number, top: number, neck: number, look: BottleLook): string {
  if (look.stopper === 'cork') {
    return (
      box(cx - neck - 3, top - 4, neck * 2 + 6, 14, { fill: canvas.round('#e9e3cf'), rx: 5, opacity: 0.9 }) +
      path(`M${cx - neck + 3} ${top - 2} L${cx - neck} ${top - 30} H${cx + neck} L${cx + neck - 3} ${top - 2} Z`, {
        fill: canvas.round('#c1935a'),
      }) +
      oval(cx, top - 30, neck, 4, { fill: '#dcb57e' })
    );
  }
  if (look.stopper === 'cap') {
    return (
      box(cx - neck - 5, top - 26, neck * 2 + 10, 40, { fill: canvas.round('#c9a24a'), rx: 5 }) +
      line(cx - neck - 4, top + 2, cx + neck + 4, top + 2, { stroke: '#7a5a1e', 'stroke-width': 2, opacity: 0.6 })
    );
  }
  return (
    box(cx - neck - 5, top - 16, neck * 2 + 10, 34, { fill: canvas.round('#2d2420'), rx: 4 }) +
    path(
      `M${cx - neck + 1} ${top - 14} C${cx - neck + 1} ${top - 66} ${cx - 9} ${top - 82} ${cx} ${top - 82} C${cx + 9} ${top - 82} ${cx + neck - 1} ${top - 66} ${cx + neck - 1} ${top - 14} Z`,
      { fill: canvas.round('#3c312b') },
    ) +
    repeat(4, (index) =>
      line(cx - neck - 4, top - 10 + index * 7, cx + neck + 4, top - 10 + index * 7, {
        stroke: '#c9a24a',
        'stroke-width': 1.4,
        opacity: 0.7,
      }),
    )
  );
}
