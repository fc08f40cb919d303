import type { SampleProduct } from '../sample-product.ts';
import { artisanat } from './artisanat.ts';
import { couscous } from './couscous.ts';
import { douceurs } from './douceurs.ts';
import { epices } from './epices.ts';
import { huiles } from './huiles.ts';
import { miels } from './miels.ts';
import { soins } from './soins.ts';

/** In the order in which they are shown. */
export const products: readonly SampleProduct[] = [
  ...miels,
  ...couscous,
  ...huiles,
  ...epices,
  ...douceurs,
  ...soins,
  ...artisanat,
];
