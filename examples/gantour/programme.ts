import type { Programme } from '#trade/catalogue/shop.ts';

export const programme: Programme = {
  name: { fr: 'Bladi, programme Gantour', ar: 'بلادي، برنامج الكنتور' },
  controller: "Association d'exemple Bladi Gantour",
  isSample: true,
};
