import type { Canvas } from './canvas.ts';

type Attributes = Readonly<Record<string, string | number>>;

export function tag(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? tidy(value) : value}"`,
  );
  return `<${name}${written.join('')}${inside ? `>${inside}</${name}>` : '/>'}`;
}

export const path = (d: string, attributes: Attributes) =>
  tag('path', { d: d.replace(/-?\d+\.\d+/g, (n) => `${tidy(Number(n))}`), ...attributes });
export const oval = (cx: number, cy: number, rx: number, ry: number, attributes: Attributes) =>
  tag('ellipse', { cx, cy, rx, ry, ...attributes });
export const box = (x: number, y: number, width: number, height: number, attributes: Attributes) =>
  tag('rect', { x, y, width, height, ...attributes });
export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes) =>
  tag('line', { x1, y1, x2, y2, ...attributes });

/** Moves, turns and scales what is drawn around the origin. */
export function at(x: number, y: number, inside: string, turn = 0, scale = 1): string {
  return tag('g', { transform: `translate(${tidy(x)} ${tidy(y)}) rotate(${tidy(turn)}) scale(${scale})` }, inside);
}

/** Shows `inside` within the outline of a path only. */
export function within(canvas: Canvas, outline: string, inside: string): string {
  const clip = canvas.define((id) => `<clipPath id="${id}"><path d="${outline}"/></clipPath>`);
  return tag('g', { 'clip-path': clip }, inside);
}

/** The shadow of something that stands on the table: dark where it touches, long and soft to the right. */
export function shadow(canvas: Canvas, cx: number, base: number, halfWidth: number, depth = 0.16): string {
  const soft = canvas.blur(halfWidth * 0.1 + 4);
  const close = canvas.blur(4);
  return (
    oval(cx + halfWidth * 0.38, base - 2, halfWidth * 1.25, halfWidth * depth * 1.3, {
      fill: '#1c0b04',
      opacity: 0.42,
      filter: soft,
    }) + oval(cx + 4, base, halfWidth * 0.98, halfWidth * depth, { fill: '#1c0b04', opacity: 0.55, filter: close })
  );
}

export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
