import type { Commune } from '#trade/catalogue/shop.ts';

const rehamna = [
  commune('benguerir', 'Benguerir', 'ابن جرير', 1500, 500),
  commune('sidi-bou-othmane', 'Sidi Bou Othmane', 'سيدي بوعثمان', 2000, 700),
  commune('skhour-rehamna', 'Skhour Rehamna', 'صخور الرحامنة', 2000, 700),
  commune('nzalat-laadam', 'Nzalat Laadam', 'نزالة لعظم', 2500, 800),
  commune('bouchane', 'Bouchane', 'بوشان', 2500, 800),
  commune('labrikiyne', 'Labrikiyne', 'لبريكيين', 2500, 800),
  commune('skoura-lhadra', 'Skoura Lhadra', 'سكورة الحدرة', 3000, 1000),
  commune('sidi-mansour', 'Sidi Mansour', 'سيدي منصور', 3000, 1000),
  commune('jaidate', 'Jaidate', 'الجعيدات', 3000, 1000),
].map((row): Commune => ({ ...row, province: 'rehamna' }));

const youssoufia = [
  commune('youssoufia', 'Youssoufia', 'اليوسفية', 1500, 500),
  commune('chemaia', 'Chemaia', 'الشماعية', 2000, 700),
  commune('el-gantour', 'El Gantour', 'الكنتور', 2000, 700),
  commune('ras-el-ain', 'Ras El Ain', 'رأس العين', 2500, 800),
  commune('ighoud', 'Ighoud', 'إيغود', 3000, 1000),
  commune('sidi-chiker', 'Sidi Chiker', 'سيدي شيكر', 3000, 1000),
  commune('sidi-ahmed', 'Sidi Ahmed', 'سيدي أحمد', 2500, 800),
  commune('jdour', 'Jdour', 'الجدور', 2500, 800),
  commune('jnane-bouih', 'Jnane Bouih', 'جنان بويه', 3000, 1000),
].map((row): Commune => ({ ...row, province: 'youssoufia' }));

export const communes: readonly Commune[] = [...rehamna, ...youssoufia];

function commune(slug: string, fr: string, ar: string, deliveryFee: number, pickupFee: number) {
  return { slug, name: { fr, ar }, deliveryFee, pickupFee };
}
