import type { Category } from '#trade/catalogue/shop.ts';

export const categories: readonly Category[] = [
  { slug: 'miels', name: { fr: 'Miels', ar: 'العسل' } },
  { slug: 'couscous', name: { fr: 'Couscous et graines', ar: 'الكسكس والحبوب' } },
  { slug: 'huiles', name: { fr: 'Huiles', ar: 'الزيوت' } },
  { slug: 'epices', name: { fr: 'Épices et herbes', ar: 'التوابل والأعشاب' } },
  { slug: 'douceurs', name: { fr: 'Douceurs et fruits secs', ar: 'الحلويات والفواكه الجافة' } },
  { slug: 'soins', name: { fr: 'Soins naturels', ar: 'العناية الطبيعية' } },
  {
    slug: 'artisanat',
    name: { fr: 'Artisanat et cadeaux', ar: 'الصناعة التقليدية والهدايا' },
    short: { ar: 'صناعة تقليدية وهدايا' },
  },
];
