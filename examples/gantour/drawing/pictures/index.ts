import type { Canvas } from '../canvas.ts';
import { artisanat } from './artisanat.ts';
import { couscous } from './couscous.ts';
import { douceurs } from './douceurs.ts';
import { epices } from './epices.ts';
import { huiles } from './huiles.ts';
import { miels } from './miels.ts';
import { soins } from './soins.ts';

/** The picture of each product, by its code, as SVG. */
export const pictures: Readonly<Record<string, (canvas: Canvas) => string>> = {
  ...miels,
  ...couscous,
  ...huiles,
  ...epices,
  ...douceurs,
  ...soins,
  ...artisanat,
};
