import { type Colour, darker, lighter } from './colour.ts';

export const side = 640;

type Stop = readonly [offset: number, colour: Colour, opacity?: number];

/** Holds the gradients and filters of one picture, and its own dice, so that it comes out the same each time. */
export interface Canvas {
  /** From 0 up to, not including, 1. */
  random(): number;
  between(low: number, high: number): number;
  /** A gradient across the shape; `angle` 0 is left to right, 90 top to bottom. */
  along(angle: number, stops: readonly Stop[]): string;
  /** A gradient around a point of the shape, in parts of its box. */
  around(x: number, y: number, radius: number, stops: readonly Stop[]): string;
  /** The shading of something round that is lit from the left. */
  round(colour: Colour): string;
  /** The shading of a ball lit from the upper left. */
  ball(colour: Colour): string;
  blur(by: number): string;
  define(make: (id: string) => string): string;
  picture(body: string): string;
}

export function createCanvas(seed: number): Canvas {
  const definitions: string[] = [];
  let state = seed >>> 0;

  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function define(make: (id: string) => string): string {
    const id = `d${definitions.length}`;
    definitions.push(make(id));
    return `url(#${id})`;
  }

  function along(angle: number, stops: readonly Stop[]): string {
    const turn = `rotate(${angle} 0.5 0.5)`;
    return define((id) => `<linearGradient id="${id}" gradientTransform="${turn}">${stopTags(stops)}</linearGradient>`);
  }

  function around(x: number, y: number, radius: number, stops: readonly Stop[]): string {
    return define(
      (id) => `<radialGradient id="${id}" cx="${x}" cy="${y}" r="${radius}">${stopTags(stops)}</radialGradient>`,
    );
  }

  return {
    random,
    between: (low, high) => low + (high - low) * random(),
    along,
    around,
    round: (colour) =>
      along(0, [
        [0, darker(colour, 0.32)],
        [0.22, lighter(colour, 0.22)],
        [0.42, colour],
        [0.78, darker(colour, 0.22)],
        [1, darker(colour, 0.48)],
      ]),
    ball: (colour) =>
      around(0.35, 0.3, 0.8, [
        [0, lighter(colour, 0.4)],
        [0.45, colour],
        [1, darker(colour, 0.45)],
      ]),
    blur: (by) =>
      define(
        (id) =>
          `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${by}"/></filter>`,
      ),
    define,
    picture: (body) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">` +
      `<defs>${definitions.join('')}</defs>${body}</svg>`,
  };
}

function stopTags(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');
}
